// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/routewording.h"

#include "core/model/boundedjson.h"
#include "core/wording/wording.h"

#include <utility>

namespace lightwell::wording {

using namespace Qt::StringLiterals;

QStringList whyThere(const RoutePlace &place, const Names &names)
{
    QStringList sentences;
    for (const Reason &reason : place.why) {
        sentences.append(sentence(reason, names));
    }
    return sentences;
}

void writeReason(JsonText &json, const Reason &reason, const Names &names)
{
    json.beginObject();
    json.put("code"_L1, reason.code);
    json.put("message"_L1, sentence(reason, names));
    json.endObject();
}

void writeRoute(JsonText &json, const QList<RoutePlace> &places, const Names &names)
{
    const auto write = [&json, &names](const RoutePlace &place) {
        json.beginObject();
        if (!place.isLeftOut) {
            json.put("estimate_micros"_L1, place.estimate.toJson());
            json.put("fallback"_L1, place.fromFallback);
        }
        json.put("model"_L1, place.model);
        json.put("offer"_L1, place.offer);
        json.put("provider"_L1, place.provider);
        json.beginArray("why"_L1);
        for (const Reason &reason : place.why) {
            writeReason(json, reason, names);
        }
        json.endArray();
        json.endObject();
    };
    json.beginObject();
    for (const auto &[name, isLeftOut] : {std::pair("left_out"_L1, true), {"order"_L1, false}}) {
        json.beginArray(name);
        for (const RoutePlace &place : places) {
            if (place.isLeftOut == isLeftOut) {
                write(place);
            }
        }
        json.endArray();
    }
    json.endObject();
}

QJsonObject routeJson(const QList<RoutePlace> &places, const Names &names)
{
    JsonText json;
    writeRoute(json, places, names);
    const Result<QJsonObject> object = readJsonObject(json.text(), jsonlimits::own);
    return object ? *object : QJsonObject();
}

} // namespace lightwell::wording
