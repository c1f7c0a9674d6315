// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/picturework.h"

#include "core/catalog/catalog.h"
#include "core/media/metadata/pngtext.h"
#include "core/planning/planner.h"
#include "ui/keys/providerkeys.h"

#include <QCoreApplication>

#include <algorithm>

namespace lightwell {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PictureWork)
};

/// Stands for the picture where its price is reckoned: only the size counts, so it has no pixels, which would be
/// encoded on the window's thread.
InputImage standInFor(const Picture &picture)
{
    InputImage image;
    image.bytes = metadata::pngHead(picture.size.isEmpty() ? QSize(1024, 1024) : picture.size);
    return image;
}

struct Choice
{
    QString name; ///< of Tuning
    QJsonValue value;
    QString text;
};

/// Few steps that anybody can tell apart; the command line takes any number.
QList<Choice> choices()
{
    return {{QStringLiteral("strength"), 0.25, Text::tr("A little changed")},
            {QStringLiteral("strength"), 0.5, Text::tr("Half changed")},
            {QStringLiteral("strength"), 0.75, Text::tr("Much changed")},
            {QStringLiteral("input_fidelity"), QStringLiteral("high"), Text::tr("Close to the picture")},
            {QStringLiteral("input_fidelity"), QStringLiteral("low"), Text::tr("Freer")},
            {QStringLiteral("scale_factor"), 2, Text::tr("2 times as wide")},
            {QStringLiteral("scale_factor"), 4, Text::tr("4 times as wide")},
            {QStringLiteral("scale_factor"), 8, Text::tr("8 times as wide")}};
}

bool isCheaper(const Money &left, const Money &right)
{
    return left.isKnown() && (!right.isKnown() || left.micros() < right.micros());
}

} // namespace

QList<PictureWork> pictureWorks(const Catalog &catalog, const ProviderKeys &keys, Operation operation,
                                const Picture &picture, const QString &prompt)
{
    Request request;
    request.operation = operation;
    request.images = {standInFor(picture)};
    QList<PictureWork> works;
    for (const Model &model : catalog.models()) {
        if (model.status == QLatin1StringView("shutdown")) {
            continue;
        }
        std::optional<PictureWork> best;
        for (const Offer &offer : model.offers) {
            if (!offer.hasMode(modeFor(operation)) || !keys.isUsable(offer.provider)) {
                continue;
            }
            request.model = offer.id();
            request.prompt = offer.supports(QStringLiteral("prompt")) ? prompt : QString();
            const Result<Plan> plan = catalog.plan(request, offer);
            if (!plan || (best && !isCheaper(plan->estimate.total, best->expected.price))) {
                continue;
            }
            best = PictureWork {operation,
                                model.slug,
                                offer.id(),
                                model.name,
                                request.prompt,
                                {false, plan->estimate.total, plan->estimate.atMost, sizeThatComesOut(*plan),
                                 offer.provider, offer.providerModel}};
        }
        if (best) {
            works.append(*best);
        }
    }
    std::stable_sort(works.begin(), works.end(), [](const PictureWork &left, const PictureWork &right) {
        return isCheaper(left.expected.price, right.expected.price);
    });
    return works;
}

QList<WorkVariant> variantsOf(const PictureWork &work, const Catalog &catalog, const Picture &picture)
{
    const Result<Resolution> found = catalog.resolve(work.offer);
    if (!found || found->offers.isEmpty()) {
        return {};
    }
    const Offer offer = found->offers.constFirst();
    Request request;
    request.operation = work.operation;
    request.images = {standInFor(picture)};
    request.model = work.offer;
    request.prompt = work.prompt;
    QList<WorkVariant> variants;
    const QList<Choice> all = choices();
    for (const Choice &choice : all) {
        const auto range = offer.wire.ranges.constFind(choice.name);
        const bool isWithin = range == offer.wire.ranges.cend()
            || (choice.value.toDouble() >= range->least && choice.value.toDouble() <= range->most);
        request.tuning = {};
        if (!offer.supports(choice.name) || (choice.value.isDouble() && !isWithin)
            || !request.tuning.read(choice.name, choice.value)) {
            continue;
        }
        if (const Result<Plan> plan = catalog.plan(request, offer)) {
            WorkVariant variant {choice.text, work};
            variant.work.tuning = request.tuning;
            variant.work.expected = {false, plan->estimate.total, plan->estimate.atMost, sizeThatComesOut(*plan)};
            variants.append(variant);
        }
    }
    return variants;
}

QString operationLabel(Operation operation)
{
    switch (operation) {
    case Operation::Vary:
        return Text::tr("Another one like it");
    case Operation::Upscale:
        return Text::tr("Made larger");
    case Operation::RemoveBackground:
        return Text::tr("Cut out");
    case Operation::Vectorize:
        return Text::tr("As a drawing");
    case Operation::Create:
        break;
    }
    return {};
}

} // namespace lightwell
