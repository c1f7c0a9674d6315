// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openaimodels.h"

#include "core/chat/textmoney.h"
#include "core/gateway/dialects/modalities.h"
#include "core/gateway/dialects/openai/modelschema.h"
#include "core/gateway/dialects/openai/openaierrors.h"
#include "core/gateway/dialects/openai/requestnames.h"
#include "core/gateway/dialects/openai/textschema.h"
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

QJsonObject toJson(const Modalities &modalities)
{
    return {{u"input"_s, names(modalities.input)}, {u"output"_s, names(modalities.output)}};
}

/// Other names that lead to the model: those that people use for it, and its vendors' own.
QStringList alternativeNames(const Catalog &catalog, const QList<AliasedModel> &aliased, const Model &model,
                             const QString &id)
{
    QStringList all = QStringList {model.slug} + model.aliases;
    for (const AliasedModel &alias : aliased) {
        if (alias.model.slug == model.slug) {
            all.append(alias.name);
        }
    }
    for (const Offer &offer : model.offers) {
        // Where one provider alone may be asked, its name stands before the model's, and so it must before this one.
        const QString provider = offer.provider + u'/';
        all.append(model.slug.startsWith(provider) ? provider + offer.providerModel : offer.providerModel);
    }
    QStringList others;
    for (const QString &name : std::as_const(all)) {
        const bool isKnown = others.contains(name, Qt::CaseInsensitive) || name.compare(id, Qt::CaseInsensitive) == 0;
        const Result<Resolution> found = isKnown ? Error() : catalog.resolve(name);
        if (found && found->model.slug == model.slug) { // some vendors call several models the same
            others.append(name);
        }
    }
    return others;
}

/// Words by which people look for a model: what it is one of, what it can do, under which licence.
QStringList tagsOf(const Model &model, const QStringList &modes)
{
    QStringList tags = QStringList {model.family} + model.capabilities + modes + QStringList {model.license};
    tags.removeAll(QString());
    tags.removeDuplicates();
    return tags;
}

QJsonObject modelObject(const Catalog &catalog, const QList<AliasedModel> &aliased, const Model &model,
                        const QString &id)
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
    return {{u"id"_s, id},
            {u"object"_s, u"model"_s},
            {u"created"_s, releaseTime(model.released)},
            {u"owned_by"_s, model.maker},
            {u"name"_s, model.name},
            {u"description"_s, model.notes},
            {u"creator_organization"_s, model.maker},
            {u"featured"_s, false}, // no model is put before others here
            {u"model_status"_s, model.status},
            {u"starting_price"_s, price},
            {u"free"_s, price.isDouble() && price.toDouble() == 0},
            {u"tags"_s, names(tagsOf(model, modes))},
            {u"aliases"_s, names(model.aliases)},
            {u"alternative_names"_s, names(alternativeNames(catalog, aliased, model, id))},
            {u"image_url"_s, QJsonValue::Null}, // the catalog has no pictures of models
            {u"capabilities"_s, names(model.capabilities)},
            {u"modes"_s, names(modes)},
            {u"modality"_s, u"image"_s},
            {u"modalities"_s, toJson(modalitiesOf(model))},
            {u"providers"_s, names(providers)}};
}

QJsonObject singleModel(const Catalog &catalog, const Model &model)
{
    return modelObject(catalog, aliasedModels(catalog), model, model.slug);
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
    const QStringList kind {first.kinds.contains(TextKind::Embeddings) ? u"embeddings"_s : u"chat"_s};
    const QStringList capabilities = first.vision ? QStringList {u"vision"_s} : QStringList();
    return {{u"id"_s, first.model},
            {u"object"_s, u"model"_s},
            {u"created"_s, releaseTime(first.released)},
            {u"owned_by"_s, first.provider},
            {u"name"_s, first.model},
            {u"featured"_s, false},
            {u"tags"_s, names(kind + capabilities)},
            {u"alternative_names"_s, QJsonArray()},
            {u"image_url"_s, QJsonValue::Null},
            {u"model_status"_s, first.shutdown.isEmpty() ? u"active"_s : u"deprecated"_s},
            {u"shutdown_date"_s, first.shutdown.isEmpty() ? QJsonValue() : QJsonValue(first.shutdown)},
            {u"context_length"_s, orNull(first.context)},
            {u"max_output_tokens"_s, orNull(first.maxOutput)},
            {u"starting_price_per_million_tokens"_s, startingPrice(offers, today)},
            {u"capabilities"_s, names(capabilities)},
            {u"modes"_s, names(kind)},
            {u"modality"_s, u"text"_s},
            {u"modalities"_s, toJson(modalitiesOf(first))},
            {u"providers"_s, names(providers)}};
}

/// By any of its names; empty: there is none that is known.
QList<TextOffer> knownOffers(const TextModels &texts, const QString &name)
{
    const TextCatalog::Found found = texts.catalog.find(name, texts.providers());
    const bool isKnown = !found.offers.isEmpty() && texts.catalog.names().contains(found.offers.first().model);
    return isKnown ? found.offers : QList<TextOffer>();
}

QJsonArray pictureModels(const Catalog &catalog)
{
    QJsonArray data;
    const QList<AliasedModel> aliased = aliasedModels(catalog);
    for (const Model &model : catalog.models()) {
        data.append(modelObject(catalog, aliased, model, model.slug));
    }
    for (const AliasedModel &alias : aliased) {
        data.append(modelObject(catalog, aliased, alias.model, alias.name));
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
    const QList<TextOffer> offers = knownOffers(texts, name);
    return offers.isEmpty() ? std::nullopt : std::optional(GatewayResponse::json(200, textObject(offers, today)));
}

std::optional<GatewayResponse> textSchemaAnswer(const TextModels &texts, const QString &name, QDate today)
{
    const QList<TextOffer> offers = knownOffers(texts, name);
    if (offers.isEmpty()) {
        return std::nullopt;
    }
    QJsonObject object = textObject(offers, today);
    object.insert(u"offers"_s, textSchemas(offers, texts));
    return GatewayResponse::json(200, object);
}

GatewayResponse modelAnswer(const Catalog &catalog, const QString &name)
{
    const Result<Resolution> found = resolved(catalog, name);
    return found ? GatewayResponse::json(200, singleModel(catalog, found->model)) : errorAnswer(found.error());
}

GatewayResponse modelSchemaAnswer(const Catalog &catalog, const QString &name)
{
    const Result<Resolution> found = resolved(catalog, name);
    if (!found) {
        return errorAnswer(found.error());
    }
    Model asked = found->model;
    asked.offers = found->offers; // "fal/flux-2-pro" asks for one alone
    QJsonObject object = singleModel(catalog, found->model);
    object.insert(u"offers"_s, offerSchemas(asked));
    return GatewayResponse::json(200, object);
}

} // namespace lightwell::openai
