// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/picturework.h"

#include "core/catalog/catalog.h"
#include "core/planning/planner.h"
#include "ui/keys/providerkeys.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>

#include <algorithm>

namespace lightwell {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PictureWork)
};

/// Stands for the picture where its price is reckoned: only the size counts, and its file is not read for that.
InputImage blankOf(QSize size)
{
    QImage blank(size.isEmpty() ? QSize(1024, 1024) : size, QImage::Format_Mono);
    blank.fill(0);
    InputImage image;
    QBuffer buffer(&image.bytes);
    buffer.open(QIODevice::WriteOnly);
    blank.save(&buffer, "PNG");
    return image;
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
    request.images = {blankOf(picture.size)};
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
