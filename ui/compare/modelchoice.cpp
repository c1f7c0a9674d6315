// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/modelchoice.h"

#include "core/catalog/catalog.h"
#include "core/model/plan.h"
#include "ui/keys/providerkeys.h"
#include "ui/texts.h"

#include <QCoreApplication>
#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr auto builtInProvider = "sketchbook"_L1;
constexpr auto ownServer = "openai-compatible"_L1;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelChoice)
};

/// With pictures to work on, also what only edits such.
bool canBeAsked(const Offer &offer, const Request &request)
{
    return offer.modes.isEmpty() || offer.hasMode(u"text-to-image"_s)
        || (!request.images.isEmpty() && (offer.hasMode(u"image-edit"_s) || offer.hasMode(u"inpaint"_s)));
}

bool isChoice(const Model &model)
{
    return model.status != "shutdown"_L1;
}

/// The lowest known price among the offers with a key, else among all; unknown if none is known.
Money lowestPrice(const Catalog &catalog, const Model &model, const QSet<QString> &usable, Request request)
{
    const bool hasUsable = std::any_of(model.offers.cbegin(), model.offers.cend(), [&](const Offer &offer) {
        return usable.contains(offer.provider) && canBeAsked(offer, request);
    });
    Money lowest;
    for (const Offer &offer : model.offers) {
        if (!canBeAsked(offer, request) || (hasUsable && !usable.contains(offer.provider))) {
            continue;
        }
        request.model = offer.id();
        const Result<Plan> plan = catalog.plan(request, offer);
        const Money price = plan ? plan->estimate.total : Money::unknown();
        if (price.isKnown() && (!lowest.isKnown() || price.micros() < lowest.micros())) {
            lowest = price;
        }
    }
    return lowest;
}

ModelChoice choiceOf(const Model &model, const ProviderKeys &keys, const Request &request)
{
    ModelChoice choice;
    choice.slug = model.slug;
    choice.name = model.name;
    choice.maker = model.maker;
    choice.note = model.notes;
    QStringList names;
    QStringList ids;
    for (const Offer &offer : model.offers) {
        if (!canBeAsked(offer, request)) {
            continue;
        }
        names.append(keys.name(offer.provider));
        ids.append(offer.provider);
        choice.available = choice.available || keys.isUsable(offer.provider);
    }
    if (ids.isEmpty()) {
        return {};
    }
    names.removeDuplicates();
    choice.providers = names.join(u", "_s);
    if (!choice.available) {
        const QString last = names.takeLast();
        choice.reason = names.isEmpty() ? Text::tr("needs a key for %1").arg(last)
                                        : Text::tr("needs a key for %1 or %2").arg(names.join(u", "_s), last);
    }
    choice.searched = QStringList {model.slug,
                                   model.name,
                                   model.maker,
                                   model.family,
                                   choice.providers,
                                   ids.join(u' '),
                                   model.aliases.join(u' ')}
                          .join(u' ')
                          .toLower();
    return choice;
}

} // namespace

QList<ModelChoice> modelChoices(const Catalog &catalog, const ProviderKeys &keys, const Request &request)
{
    QList<ModelChoice> choices;
    for (const Model &model : catalog.models()) {
        ModelChoice choice = isChoice(model) ? choiceOf(model, keys, request) : ModelChoice();
        if (!choice.slug.isEmpty()) {
            choices.append(std::move(choice));
        }
    }
    std::stable_sort(choices.begin(), choices.end(), [](const ModelChoice &a, const ModelChoice &b) {
        return a.available != b.available ? a.available : false;
    });
    return choices;
}

QFuture<ModelPrices> modelPrices(const Catalog &catalog, const ProviderKeys &keys, const Request &request)
{
    QSet<QString> usable;
    for (const Model &model : catalog.models()) {
        for (const Offer &offer : model.offers) {
            if (keys.isUsable(offer.provider)) {
                usable.insert(offer.provider);
            }
        }
    }
    return QtConcurrent::run([catalog, usable, request] {
        ModelPrices prices;
        for (const Model &model : catalog.models()) {
            if (isChoice(model)) {
                prices.insert(model.slug, lowestPrice(catalog, model, usable, request));
            }
        }
        return prices;
    });
}

ModelChoice ownServerChoice(const QString &name)
{
    ModelChoice choice;
    choice.slug = ownServer + u'/' + name;
    choice.name = name;
    choice.providers = Text::tr("your own OpenAI-compatible server");
    choice.price = texts::price(Money::unknown());
    choice.note = Text::tr("Asked for by exactly this name.");
    choice.available = true;
    return choice;
}

bool isOwnServerModel(const QString &slug)
{
    return slug.startsWith(ownServer) && slug.size() > ownServer.size() + 1;
}

QString modelName(const Catalog &catalog, const QString &slug)
{
    const Model *model = catalog.find(slug);
    return model ? model->name : isOwnServerModel(slug) ? slug.mid(ownServer.size() + 1) : slug;
}

QStringList builtInModels(const Catalog &catalog)
{
    QStringList models;
    for (const Model &model : catalog.models()) {
        for (const Offer &offer : model.offers) {
            if (offer.provider == builtInProvider && !models.contains(model.slug)) {
                models.append(model.slug);
            }
        }
    }
    return models.mid(0, 3);
}

} // namespace lightwell
