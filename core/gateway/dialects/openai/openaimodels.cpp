// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openaimodels.h"

#include "core/gateway/dialects/openai/modelschema.h"
#include "core/gateway/dialects/openai/openaierrors.h"
#include "core/gateway/dialects/openai/requestnames.h"

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

/// Dates are known to the day, the month or the year.
qint64 releaseTime(const QString &released)
{
    QString date = released;
    while (!date.isEmpty() && date.size() < 10) {
        date += u"-01"_s;
    }
    const QDate day = QDate::fromString(date, Qt::ISODate);
    return day.isValid() ? day.startOfDay(QTimeZone::utc()).toSecsSinceEpoch() : 0;
}

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

} // namespace

GatewayResponse modelsAnswer(const Catalog &catalog)
{
    QJsonArray data;
    for (const Model &model : catalog.models()) {
        data.append(modelObject(model));
    }
    return GatewayResponse::json(200, {{u"object"_s, u"list"_s}, {u"data"_s, data}});
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
