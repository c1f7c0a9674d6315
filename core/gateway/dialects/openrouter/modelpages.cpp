// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/modelpages.h"

#include "core/catalog/catalog.h"
#include "core/chat/textvendor.h"
#include "core/gateway/dialects/openai/requestnames.h"
#include "core/gateway/dialects/openrouter/catalognames.h"
#include "core/gateway/dialects/openrouter/descriptors.h"
#include "core/gateway/dialects/openrouter/modelfacts.h"
#include "core/gateway/dialects/openrouter/modelquery.h"
#include "core/gateway/dialects/openrouter/providernames.h"
#include "core/gateway/dialects/openrouter/routererrors.h"
#include "core/gateway/dialects/openrouter/textmodelfacts.h"

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

/// By any name of the catalog's, or "author/slug"; with the offers that are meant.
Result<Model> modelNamed(const Catalog &catalog, const QString &name)
{
    if (const std::optional<Error> fault = openai::faultInModelName(name)) {
        return *fault;
    }
    const Result<Resolution> found = catalog.resolve(catalogName(catalog, name));
    if (!found) {
        return found.error();
    }
    Model model = found->model;
    model.offers = found->offers; // "fal/flux-2-pro" asks for one alone
    return model;
}

bool streams(const Offer &offer)
{
    return offer.supports(u"partial_images"_s);
}

/// The entry of the list of those that make pictures.
QJsonObject imageModel(const ModelFacts &facts, const QList<Offer> &offers)
{
    QJsonObject parameters;
    bool isStreamed = false;
    for (const Offer &offer : offers) {
        parameters = joinedDescriptors(parameters, descriptorsOf(offer));
        isStreamed = isStreamed || streams(offer);
    }
    return {{u"id"_s, facts.id},
            {u"name"_s, facts.name},
            {u"created"_s, facts.created},
            {u"description"_s, facts.description},
            {u"architecture"_s,
             QJsonObject {{u"input_modalities"_s, QJsonArray::fromStringList(facts.inputs)},
                          {u"output_modalities"_s, QJsonArray::fromStringList(facts.outputs)}}},
            {u"supported_parameters"_s, parameters},
            {u"supports_streaming"_s, isStreamed},
            {u"endpoints"_s, QString(u"/api/v1/images/models/"_s + facts.id + u"/endpoints"_s)}};
}

OfferKey keyOf(const Offer &offer)
{
    return {offer.provider, offer.providerModel};
}

QJsonObject imageEndpoint(const Offer &offer, const FiguresByOffer &figures)
{
    QJsonObject told {{u"provider_name"_s, providerTitle(offer.provider)},
                      {u"provider_slug"_s, providerSlug(offer.provider)},
                      {u"provider_tag"_s, providerSlug(offer.provider)},
                      {u"provider_model"_s, offer.providerModel},
                      {u"supported_parameters"_s, descriptorsOf(offer)},
                      {u"allowed_passthrough_parameters"_s, QJsonArray::fromStringList(passthroughOf(offer))},
                      {u"supports_streaming"_s, streams(offer)},
                      {u"pricing"_s, pricingOf(offer)}};
    addFigures(told, figures.value(keyOf(offer)), Workload::Pictures);
    return told;
}

QJsonObject publicEndpoint(const Offer &offer, const ModelFacts &facts, const FiguresByOffer &figures)
{
    return endpointToJson(facts,
                          {.provider = offer.provider,
                           .pricing = publicPricingOf(offer, usualPictureOf(offer)),
                           .parameters = descriptorsOf(offer).keys(),
                           .figures = figures.value(keyOf(offer))});
}

GatewayResponse endpointsOf(const ModelFacts &facts, const QJsonArray &endpoints)
{
    return GatewayResponse::json(200,
                                 {{u"data"_s,
                                   QJsonObject {{u"id"_s, facts.id},
                                                {u"name"_s, facts.name},
                                                {u"created"_s, facts.created},
                                                {u"description"_s, facts.description},
                                                {u"architecture"_s, facts.architecture},
                                                {u"endpoints"_s, endpoints}}}});
}

} // namespace

GatewayResponse modelsPage(const Catalog &catalog, const TextModels &texts, const QUrlQuery &query,
                           const QDateTime &now, const FiguresByOffer &figures)
{
    const Result<ModelQuery> wanted = readModelQuery(query);
    if (!wanted) {
        return errorAnswer(wanted.error());
    }
    QList<ModelFacts> all = allFacts(catalog, texts, now.toUTC().date());
    for (ModelFacts &facts : all) {
        measure(facts, figures);
    }
    const QList<ModelFacts> found = matching(std::move(all), *wanted, now);
    QJsonArray data;
    for (const ModelFacts &facts : found.mid(wanted->offset, wanted->limit)) {
        data.append(toJson(facts));
    }
    const qsizetype next = wanted->offset + data.size();
    QJsonValue link = QJsonValue::Null;
    if (next < found.size() && !data.isEmpty()) {
        QUrlQuery further = query;
        further.removeQueryItem(u"offset"_s);
        further.addQueryItem(u"offset"_s, QString::number(next));
        link = QString(u"/api/v1/models?"_s + further.toString(QUrl::FullyEncoded));
    }
    return GatewayResponse::json(
        200, {{u"data"_s, data}, {u"total_count"_s, found.size()}, {u"links"_s, QJsonObject {{u"next"_s, link}}}});
}

QList<OfferKey> offersSortedBy(const Catalog &catalog, const TextModels &texts, const QUrlQuery &query,
                               const QDateTime &now)
{
    const Result<ModelQuery> wanted = readModelQuery(query);
    if (!wanted || !wanted->needsFigures()) {
        return {};
    }
    QList<OfferKey> keys;
    const QList<ModelFacts> found = matching(allFacts(catalog, texts, now.toUTC().date()), *wanted, now);
    for (const ModelFacts &facts : found) {
        keys += facts.offers;
    }
    return keys;
}

GatewayResponse modelCountPage(const Catalog &catalog, const TextModels &texts, const QUrlQuery &query,
                               const QDateTime &now)
{
    const Result<ModelQuery> wanted = readModelQuery(query);
    if (!wanted) {
        return errorAnswer(wanted.error());
    }
    const qsizetype count = matching(allFacts(catalog, texts, now.toUTC().date()), *wanted, now).size();
    return GatewayResponse::json(200, {{u"data"_s, QJsonObject {{u"count"_s, count}}}});
}

GatewayResponse singleModelPage(const Catalog &catalog, const TextModels &texts, const QString &name, QDate today)
{
    if (const QList<TextOffer> offers = textOffersNamed(texts, name); !offers.isEmpty()) {
        return GatewayResponse::json(200, {{u"data"_s, toJson(factsOf(offers, today))}});
    }
    const Result<Model> model = modelNamed(catalog, name);
    return model ? GatewayResponse::json(200, {{u"data"_s, toJson(factsOf(*model))}}) : errorAnswer(model.error());
}

QList<OfferKey> offersOn(const Catalog &catalog, const TextModels &texts, const QString &name)
{
    QList<OfferKey> keys;
    const QList<TextOffer> offers = textOffersNamed(texts, name);
    for (const TextOffer &offer : offers) {
        keys.append({offer.provider, offer.providerModel});
    }
    const Result<Model> model = modelNamed(catalog, name);
    for (const Offer &offer : model ? model->offers : QList<Offer>()) {
        keys.append(keyOf(offer));
    }
    return keys;
}

GatewayResponse endpointsPage(const Catalog &catalog, const TextModels &texts, const QString &name, QDate today,
                              const FiguresByOffer &figures)
{
    if (const QList<TextOffer> offers = textOffersNamed(texts, name); !offers.isEmpty()) {
        const ModelFacts facts = factsOf(offers, today);
        return endpointsOf(facts, textEndpoints(offers, facts, today, figures));
    }
    const Result<Model> model = modelNamed(catalog, name);
    if (!model) {
        return errorAnswer(model.error());
    }
    const ModelFacts facts = factsOf(*model);
    QJsonArray endpoints;
    for (const Offer &offer : model->offers) {
        endpoints.append(publicEndpoint(offer, facts, figures));
    }
    return endpointsOf(facts, endpoints);
}

GatewayResponse imageModelsPage(const Catalog &catalog)
{
    QJsonArray data;
    const QList<AliasedModel> pictures = pictureModels(catalog);
    for (const AliasedModel &named : pictures) {
        data.append(imageModel(factsOf(named), named.model.offers));
    }
    return GatewayResponse::json(200, {{u"data"_s, data}});
}

GatewayResponse imageEndpointsPage(const Catalog &catalog, const QString &name, const FiguresByOffer &figures)
{
    const Result<Model> model = modelNamed(catalog, name);
    if (!model) {
        return errorAnswer(model.error());
    }
    QJsonArray endpoints;
    for (const Offer &offer : model->offers) {
        endpoints.append(imageEndpoint(offer, figures));
    }
    return GatewayResponse::json(200, {{u"id"_s, authorAndSlug(*model)}, {u"endpoints"_s, endpoints}});
}

} // namespace lightwell::openrouter
