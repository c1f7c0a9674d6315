// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/textmodelfacts.h"

#include "core/chat/textmoney.h"
#include "core/chat/textvendor.h"
#include "core/gateway/dialects/modalities.h"
#include "core/gateway/dialects/openrouter/chatwords.h"
#include "core/gateway/dialects/openrouter/providernames.h"
#include "core/gateway/dialects/releasetime.h"

#include <QMap>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

constexpr double million = 1'000'000;

/// The price of a token, as OpenRouter writes it: "0.0000025".
QString perToken(double dollarsForAMillion)
{
    QString text = QString::number(dollarsForAMillion / million, 'f', 12);
    while (text.endsWith(u'0')) {
        text.chop(1);
    }
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

QJsonObject pricesOf(const TextPrice &price)
{
    QJsonObject prices {{u"prompt"_s, perToken(price.input)}, {u"completion"_s, perToken(price.output)}};
    if (price.cached >= 0) {
        prices.insert(u"input_cache_read"_s, perToken(price.cached));
    }
    return prices;
}

/// Of short requests, with what longer ones cost; empty: it is not known.
QJsonObject pricingOf(const TextOffer &offer, QDate today)
{
    const TextPrice *price = priceFor(offer, 1, today);
    if (!price) {
        return {};
    }
    QJsonObject pricing = pricesOf(*price);
    QMap<qint64, QJsonObject> longer; // by how many tokens they have
    for (const TextPrice &other : offer.prices) {
        const TextPrice *there = other.above > 0 ? priceFor(offer, other.above + 1, today) : nullptr;
        if (there && there->above == other.above) {
            QJsonObject prices = pricesOf(*there);
            prices.insert(u"min_prompt_tokens"_s, other.above + 1);
            longer.insert(other.above, prices);
        }
    }
    if (!longer.isEmpty()) {
        QJsonArray overrides;
        for (const QJsonObject &prices : std::as_const(longer)) {
            overrides.append(prices);
        }
        pricing.insert(u"overrides"_s, overrides);
    }
    return pricing;
}

void addPrice(ModelFacts &facts, const TextOffer &offer, QDate today)
{
    const TextPrice *price = priceFor(offer, 1, today);
    if (!price || (facts.price && *facts.price <= price->output / million)) {
        return;
    }
    facts.price = facts.outputPrice = price->output / million;
    facts.promptPrice = price->input / million;
    facts.pricing = pricingOf(offer, today);
}

/// As each name has its author at OpenRouter.
QString idOf(const TextOffer &offer)
{
    return offer.model.contains(u'/') ? offer.model : QString(offer.provider + u'/' + offer.model);
}

bool embeds(const TextOffer &offer)
{
    return offer.kinds.contains(TextKind::Embeddings);
}

QJsonObject textEndpoint(const TextOffer &offer, const ModelFacts &facts, QDate today, const FiguresByOffer &figures)
{
    return endpointToJson(facts,
                          {.provider = offer.provider,
                           .contextLength = offer.context,
                           .maxOutput = offer.maxOutput,
                           .pricing = toldPricing(pricingOf(offer, today)),
                           .parameters = facts.parameters,
                           .hasTools = !embeds(offer),
                           .workload = facts.workload,
                           .figures = figures.value({offer.provider, offer.providerModel})});
}

} // namespace

ModelFacts factsOf(const QList<TextOffer> &offers, QDate today)
{
    const TextOffer &first = offers.first();
    ModelFacts facts;
    facts.id = idOf(first);
    facts.slug = facts.id;
    facts.name = first.model;
    facts.author = facts.id.section(u'/', 0, 0);
    facts.created = releaseTime(first.released);
    facts.expires = first.shutdown;
    facts.contextLength = first.context;
    facts.maxOutput = first.maxOutput;
    facts.workload = embeds(first) ? Workload::Embeddings : Workload::Words;
    const Modalities modalities = modalitiesOf(first);
    facts.inputs = modalities.input;
    facts.outputs = modalities.output;
    // What passes to every vendor as it is; what a model makes of it, its vendor says.
    facts.parameters = embeds(first) ? QStringList()
                                     : QStringList {u"max_tokens"_s,  u"response_format"_s, u"stop"_s, u"temperature"_s,
                                                    u"tool_choice"_s, u"tools"_s,           u"top_p"_s};
    for (const TextOffer &offer : offers) {
        facts.providers.append(offer.provider);
        facts.offers.append({offer.provider, offer.providerModel});
        addPrice(facts, offer, today);
    }
    facts.words = facts.providers;
    facts.architecture = architectureOf(facts);
    return facts;
}

QList<ModelFacts> textFacts(const TextModels &texts, QDate today)
{
    QList<ModelFacts> all;
    const QStringList providers = texts.providers();
    const QStringList names = texts.catalog.names();
    for (const QString &name : names) {
        const TextCatalog::Found found = texts.catalog.find(name, providers);
        if (!found.offers.isEmpty()) {
            all.append(factsOf(found.offers, today));
        }
    }
    return all;
}

QList<TextOffer> textOffersNamed(const TextModels &texts, const QString &name)
{
    const QStringList providers = texts.providers();
    const QStringList known = texts.catalog.names();
    for (const QString &model : known) { // as it is listed: wherever it is served
        const TextCatalog::Found listed = texts.catalog.find(model, providers);
        if (!listed.offers.isEmpty() && idOf(listed.offers.first()).compare(name, Qt::CaseInsensitive) == 0) {
            return listed.offers;
        }
    }
    const TextCatalog::Found found = texts.catalog.find(textName(texts, name), providers);
    const bool isKnown = !found.offers.isEmpty() && known.contains(found.offers.first().model);
    return isKnown ? found.offers : QList<TextOffer>();
}

QJsonArray textEndpoints(const QList<TextOffer> &offers, const ModelFacts &facts, QDate today,
                         const FiguresByOffer &figures)
{
    QJsonArray endpoints;
    for (const TextOffer &offer : offers) {
        endpoints.append(textEndpoint(offer, facts, today, figures));
    }
    return endpoints;
}

} // namespace lightwell::openrouter
