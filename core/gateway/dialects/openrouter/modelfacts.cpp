// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/modelfacts.h"

#include "core/catalog/catalog.h"
#include "core/chat/textvendor.h"
#include "core/gateway/dialects/modalities.h"
#include "core/gateway/dialects/openrouter/catalognames.h"
#include "core/gateway/dialects/openrouter/descriptors.h"
#include "core/gateway/dialects/openrouter/providernames.h"
#include "core/gateway/dialects/openrouter/textmodelfacts.h"
#include "core/gateway/dialects/releasetime.h"

#include <algorithm>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

/// By the offer where a usual picture costs least; an unknown price is behind every other.
void addPrice(ModelFacts &facts, const QList<Offer> &offers)
{
    const Offer *cheapest = nullptr;
    for (const Offer &offer : offers) {
        const std::optional<double> price = usualPictureOf(offer);
        if (!cheapest || (price && (!facts.price || *price < *facts.price))) {
            cheapest = &offer;
            facts.price = price;
        }
    }
    if (cheapest) {
        facts.pricing = publicPricingOf(*cheapest, facts.price);
        const TokenPrices tokens = tokenPricesOf(*cheapest, facts.price);
        facts.promptPrice = tokens.prompt;
        facts.outputPrice = tokens.output;
    }
}

QJsonValue orNull(qint64 count)
{
    return count > 0 ? QJsonValue(count) : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonObject architectureOf(const ModelFacts &facts)
{
    return {{u"input_modalities"_s, QJsonArray::fromStringList(facts.inputs)},
            {u"output_modalities"_s, QJsonArray::fromStringList(facts.outputs)},
            {u"modality"_s, QString(facts.inputs.join(u'+') + u"->"_s + facts.outputs.join(u'+'))},
            {u"tokenizer"_s, u"Other"_s},
            {u"instruct_type"_s, QJsonValue::Null}};
}

ModelFacts factsOf(const Model &model)
{
    ModelFacts facts;
    facts.id = facts.slug = authorAndSlug(model);
    facts.name = model.name;
    facts.description = model.notes;
    facts.author = model.maker;
    facts.family = model.family;
    facts.expires = model.shutdown;
    facts.created = releaseTime(model.released);
    const Modalities modalities = modalitiesOf(model);
    facts.inputs = modalities.input;
    facts.outputs = modalities.output;
    facts.words = model.aliases + QStringList {model.slug, model.family, model.maker};
    for (const Offer &offer : model.offers) {
        const QStringList parameters = descriptorsOf(offer).keys();
        for (const QString &name : parameters) {
            if (!facts.parameters.contains(name)) {
                facts.parameters.append(name);
            }
        }
        if (!facts.providers.contains(offer.provider)) {
            facts.providers.append(offer.provider);
        }
        facts.offers.append({offer.provider, offer.providerModel});
    }
    addPrice(facts, model.offers);
    facts.architecture = architectureOf(facts);
    return facts;
}

ModelFacts factsOf(const AliasedModel &named)
{
    ModelFacts facts = factsOf(named.model);
    facts.id = named.name;
    facts.words.append(facts.slug);
    return facts;
}

void measure(ModelFacts &facts, const FiguresByOffer &figures)
{
    for (const OfferKey &offer : facts.offers) {
        const OfferFigures measured = figures.value(offer);
        if (const std::optional<Percentiles> latency = latencyOf(measured, facts.workload)) {
            facts.latency = std::min(facts.latency.value_or(latency->p50), latency->p50);
        }
        if (const std::optional<Percentiles> throughput = throughputOf(measured, facts.workload)) {
            facts.throughput = std::max(facts.throughput.value_or(throughput->p50), throughput->p50);
        }
    }
}

QList<AliasedModel> pictureModels(const Catalog &catalog)
{
    const QList<AliasedModel> aliased = aliasedModels(catalog);
    const QStringList own = namesOf(catalog.metAliases());
    QList<AliasedModel> all;
    all.reserve(catalog.models().size() + aliased.size());
    for (const Model &model : catalog.models()) {
        if (const QString name = authorAndSlug(model); !own.contains(name, Qt::CaseInsensitive)) {
            all.append({name, model});
        }
    }
    return all + aliased;
}

QList<ModelFacts> allFacts(const Catalog &catalog, const TextModels &texts, QDate today)
{
    QList<ModelFacts> all;
    const QList<AliasedModel> pictures = pictureModels(catalog);
    for (const AliasedModel &named : pictures) {
        all.append(factsOf(named));
    }
    return all + textFacts(texts, today);
}

QJsonObject toldPricing(QJsonObject pricing)
{
    for (const QString &name : {u"prompt"_s, u"completion"_s}) {
        if (!pricing.contains(name)) {
            pricing.insert(name, u"-1"_s);
        }
    }
    return pricing;
}

QJsonObject toJson(const ModelFacts &facts)
{
    return {{u"id"_s, facts.id},
            {u"canonical_slug"_s, facts.slug},
            {u"name"_s, facts.name},
            {u"created"_s, facts.created},
            {u"description"_s, facts.description},
            {u"context_length"_s, orNull(facts.contextLength)},
            {u"architecture"_s, facts.architecture},
            {u"pricing"_s, toldPricing(facts.pricing)},
            {u"top_provider"_s,
             QJsonObject {{u"context_length"_s, orNull(facts.contextLength)},
                          {u"max_completion_tokens"_s, orNull(facts.maxOutput)},
                          {u"is_moderated"_s, false}}},
            {u"expiration_date"_s, facts.expires.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(facts.expires)},
            {u"per_request_limits"_s, QJsonValue::Null},
            {u"supported_parameters"_s, QJsonArray::fromStringList(facts.parameters)},
            {u"supported_voices"_s, QJsonValue::Null},
            {u"default_parameters"_s, QJsonValue::Null},
            {u"links"_s, QJsonObject {{u"details"_s, QString(u"/api/v1/models/"_s + facts.id + u"/endpoints"_s)}}}};
}

QJsonObject endpointToJson(const ModelFacts &facts, const EndpointFacts &endpoint)
{
    const QString title = providerTitle(endpoint.provider);
    const bool tools = endpoint.hasTools;
    QJsonObject told {
        {u"name"_s, QString(title + u" | "_s + facts.id)},
        {u"model_id"_s, facts.id},
        {u"model_name"_s, facts.name},
        {u"provider_name"_s, title},
        {u"tag"_s, providerSlug(endpoint.provider)},
        {u"context_length"_s, endpoint.contextLength},
        {u"max_completion_tokens"_s, orNull(endpoint.maxOutput)},
        {u"pricing"_s, endpoint.pricing},
        {u"supported_parameters"_s, QJsonArray::fromStringList(endpoint.parameters)},
        {u"supports_implicit_caching"_s, false},
        {u"supports_tool_choice"_s,
         QJsonObject {{u"none"_s, tools}, {u"auto"_s, tools}, {u"required"_s, tools}, {u"function"_s, tools}}},
        {u"supports_voice_cloning"_s, false}};
    for (const QString &unknown : {u"quantization"_s, u"max_prompt_tokens"_s}) {
        told.insert(unknown, QJsonValue::Null);
    }
    addFigures(told, endpoint.figures, endpoint.workload);
    return told;
}

} // namespace lightwell::openrouter
