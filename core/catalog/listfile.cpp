// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/listfile.h"

#include "core/catalog/listreasons.h"
#include "core/model/boundedjson.h"
#include "core/model/json.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QJsonObject modelToJson(const ListedModel &model)
{
    QJsonObject object {{"id"_L1, model.id}};
    json::putIfSet(object, "name"_L1, model.name);
    json::putIfSet(object, "shutdown"_L1, model.shutdown);
    if (!model.makesPictures) {
        object.insert("makes_pictures"_L1, false);
    }
    if (!model.modes.isEmpty()) {
        object.insert("modes"_L1, QJsonArray::fromStringList(model.modes));
    }
    if (!model.prices.isEmpty()) {
        object.insert("prices"_L1, json::array(model.prices));
    }
    return object;
}

/// Nothing: a price in it cannot be read.
std::optional<ListedModel> modelFromJson(const QJsonValue &value)
{
    ListedModel model;
    model.id = value["id"_L1].toString();
    model.name = value["name"_L1].toString();
    model.shutdown = value["shutdown"_L1].toString();
    model.makesPictures = value["makes_pictures"_L1].toBool(true);
    model.modes = json::strings(value["modes"_L1]);
    const QJsonArray prices = value["prices"_L1].toArray();
    for (const QJsonValue price : prices) {
        const Result<PriceLine> line = PriceLine::fromJson(price.toObject());
        if (!line) {
            return std::nullopt;
        }
        model.prices.append(*line);
    }
    return model;
}

} // namespace

QByteArray listToJson(const ModelList &list)
{
    QJsonArray models;
    for (const ListedModel &model : list.models) {
        models.append(modelToJson(model));
    }
    const QJsonObject object {
        {"provider"_L1, list.provider}, {"source"_L1, list.source}, {"read"_L1, json::fromTime(list.read)},
        {"whole"_L1, list.isWhole},     {"models"_L1, models},      {"gone"_L1, QJsonArray::fromStringList(list.gone)}};
    return QJsonDocument(object).toJson();
}

Result<ModelList> listFromJson(const QByteArray &text)
{
    const Result<QJsonObject> object = readJsonObject(text, jsonlimits::catalog);
    if (!object) {
        return object.error();
    }
    ModelList list;
    list.provider = object->value("provider"_L1).toString();
    list.source = object->value("source"_L1).toString();
    list.read = json::toTime(object->value("read"_L1));
    list.isWhole = object->value("whole"_L1).toBool();
    list.gone = json::strings(object->value("gone"_L1));
    const QJsonArray models = object->value("models"_L1).toArray();
    for (const QJsonValue value : models) {
        const std::optional<ListedModel> model = modelFromJson(value);
        if (!model) {
            return notSent(ErrorKind::Invalid, reasons::listUnreadable(list.provider));
        }
        list.models.append(*model);
    }
    if (list.provider.isEmpty() || !list.read.isValid()) {
        return notSent(ErrorKind::Invalid, reasons::listUnreadable(list.provider));
    }
    return list;
}

} // namespace lightwell
