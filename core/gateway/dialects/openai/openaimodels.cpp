// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openaimodels.h"

#include "core/chat/textmoney.h"
#include "core/gateway/dialects/openai/modelschema.h"
#include "core/gateway/dialects/openai/openaierrors.h"
#include "core/gateway/dialects/openai/requestnames.h"
#include "core/gateway/dialects/releasetime.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

/// The lowest price of one picture among the plain per-picture lines; null where there is none.
QJsonValue startingPrice(const Model &model)
{
    std::optional<double> lowest;
    for (const Offer &offer : model.offers) {
        for (const PriceLine &line : offer.prices) {
            if (line.item == PriceLine::Item::OutputImage && line.unit == PriceLine::Unit::Image && line.per > 0) {
                lowest = std::min(lowest.value_or(line.usd / double(line.per)), line.usd / double(line.per));
            }
        }
    }
    return lowest ? QJsonValue(*lowest) : QJsonValue(QJsonValue::Null);
}

QJsonArray names(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

QJsonObject modelObject(const Model &model)
{
    QStringList providers;
    QStringList modes;
    for (const Offer &offer : model.offers) {
        if (!providers.contains(offer.provider)) {
            providers.append(offer.provider);
        }
        for (const QString &mode : offer.modes) {
            if (!modes.contains(mode)) {
                modes.append(mode);
            }
        }
    }
    const QJsonValue price = startingPrice(model);
    return {{u"id"_s, model.slug},
            {u"object"_s, u"model"_s},
            {u"created"_s, releaseTime(model.released)},
            {u"owned_by"_s, model.maker},
            {u"name"_s, model.name},
            {u"description"_s, model.notes},
            {u"creator_organization"_s, model.maker},
            {u"model_status"_s, model.status},
            {u"starting_price"_s, price},
            {u"free"_s, price.isDouble() && price.toDouble() == 0},
            {u"aliases"_s, names(model.aliases)},
            {u"capabilities"_s, names(model.capabilities)},
            {u"modes"_s, names(modes)},
            {u"modality"_s, u"image"_s},
            {u"providers"_s, names(providers)}};
}

Result<Resolution> resolved(const Catalog &catalog, const QString &name)
{
    if (const std::optional<Error> fault = faultInModelName(name)) {
        return *fault;
    }
    return catalog.resolve(name);
}

/// The lowest price of a million tokens that come out, or of those that go in where none do.
QJsonValue startingPrice(const QList<TextOffer> &offers, QDate today)
{
    std::optional<double> lowest;
    for (const TextOffer &offer : offers) {
        if (const TextPrice *price = priceFor(offer, 1, today)) {
            const double dollars = price->output > 0 ? price->output : price->input;
            lowest = std::min(lowest.value_or(dollars), dollars);
        }
    }
    return lowest ? QJsonValue(*lowest) : QJsonValue(QJsonValue::Null);
}

/// `offers` are those of one model.
QJsonObject textObject(const QList<TextOffer> &offers, QDate today)
{
    const TextOffer &first = offers.first();
    QStringList providers;
    for (const TextOffer &offer : offers) {
        providers.append(offer.provider);
    }
    const auto orNull = [](qint64 count) { return count > 0 ? QJsonValue(count) : QJsonValue(QJsonValue::Null); };
    const bool embeds = first.kinds.contains(TextKind::Embeddings);
    return {{u"id"_s, first.model},
            {u"object"_s, u"model"_s},
            {u"created"_s, releaseTime(first.released)},
            {u"owned_by"_s, first.provider},
            {u"name"_s, first.model},
            {u"model_status"_s, first.shutdown.isEmpty() ? u"active"_s : u"deprecated"_s},
            {u"shutdown_date"_s, first.shutdown.isEmpty() ? QJsonValue() : QJsonValue(first.shutdown)},
            {u"context_length"_s, orNull(first.context)},
            {u"max_output_tokens"_s, orNull(first.maxOutput)},
            {u"starting_price_per_million_tokens"_s, startingPrice(offers, today)},
            {u"capabilities"_s, names(first.vision ? QStringList {u"vision"_s} : QStringList())},
            {u"modes"_s, names({embeds ? u"embeddings"_s : u"chat"_s})},
            {u"modality"_s, u"text"_s},
            {u"providers"_s, names(providers)}};
}

QJsonArray pictureModels(const Catalog &catalog)
{
    QJsonArray data;
    for (const Model &model : catalog.models()) {
        data.append(modelObject(model));
    }
    const QList<AliasedModel> aliased = aliasedModels(catalog);
    for (const AliasedModel &alias : aliased) {
        QJsonObject object = modelObject(alias.model);
        object.insert(u"id"_s, alias.name);
        data.append(object);
    }
    return data;
}

} // namespace

GatewayResponse modelsAnswer(const Catalog &catalog)
{
    return GatewayResponse::json(200, {{u"object"_s, u"list"_s}, {u"data"_s, pictureModels(catalog)}});
}

GatewayResponse modelsAnswer(const Catalog &catalog, const TextModels &texts, QDate today)
{
    QJsonArray data = pictureModels(catalog);
    const QStringList providers = texts.providers();
    const QStringList known = texts.catalog.names();
    for (const QString &name : known) {
        const TextCatalog::Found found = texts.catalog.find(name, providers);
        if (!found.offers.isEmpty() && !catalog.find(name)) {
            data.append(textObject(found.offers, today));
        }
    }
    return GatewayResponse::json(200, {{u"object"_s, u"list"_s}, {u"data"_s, data}});
}

std::optional<GatewayResponse> textModelAnswer(const TextModels &texts, const QString &name, QDate today)
{
    const TextCatalog::Found found = texts.catalog.find(name, texts.providers());
    const bool isKnown = !found.offers.isEmpty() && texts.catalog.names().contains(found.offers.first().model);
    return isKnown ? std::optional(GatewayResponse::json(200, textObject(found.offers, today))) : std::nullopt;
}

GatewayResponse modelAnswer(const Catalog &catalog, const QString &name)
{
    const Result<Resolution> found = resolved(catalog, name);
    return found ? GatewayResponse::json(200, modelObject(found->model)) : errorAnswer(found.error());
}

GatewayResponse modelSchemaAnswer(const Catalog &catalog, const QString &name)
{
    const Result<Resolution> found = resolved(catalog, name);
    if (!found) {
        return errorAnswer(found.error());
    }
    Model asked = found->model;
    asked.offers = found->offers; // "fal/flux-2-pro" asks for one alone
    QJsonObject object = modelObject(found->model);
    object.insert(u"offers"_s, offerSchemas(asked));
    return GatewayResponse::json(200, object);
}

} // namespace lightwell::openai
