// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/planjson.h"

#include "core/model/boundedjson.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace lightwell::planjson {

namespace {

constexpr auto askedAsRequested = "as_requested"_L1; // `asked` is the request's value of that name
constexpr auto sentAsAsked = "as_asked"_L1; // `sent` is `asked`

/// What most parameters are: passed on as the request has it, under the same name.
QJsonObject plain(const QString &name)
{
    return {{"name"_L1, name},
            {"treatment"_L1, treatmentName(Treatment::Passed)},
            {"wire_name"_L1, name},
            {askedAsRequested, true},
            {sentAsAsked, true}};
}

QJsonValue shortened(const PlannedParameter &planned, const QJsonObject &request)
{
    const bool isKnown = !planned.asked.isUndefined();
    const bool isRequested = isKnown && request.value(planned.name) == planned.asked;
    const bool isSentAsAsked = isKnown && planned.sent == planned.asked;
    if (isRequested && isSentAsAsked && planned.treatment == Treatment::Passed && planned.reason.isEmpty()
        && planned.wireName == planned.name && !planned.name.isEmpty()) {
        return planned.name; // which whole() takes for plain()
    }
    QJsonObject parameter = planned.toJson();
    if (isSentAsAsked) {
        parameter.remove("sent"_L1);
        parameter.insert(sentAsAsked, true);
    }
    if (isRequested) {
        parameter.remove("asked"_L1);
        parameter.insert(askedAsRequested, true);
    }
    return parameter;
}

QJsonValue whole(const QJsonValue &value, const QJsonObject &request)
{
    QJsonObject parameter = value.isString() ? plain(value.toString()) : value.toObject();
    if (parameter.take(askedAsRequested).toBool()) {
        parameter.insert("asked"_L1, request.value(parameter.value("name"_L1).toString()));
    }
    if (parameter.take(sentAsAsked).toBool()) {
        parameter.insert("sent"_L1, parameter.value("asked"_L1));
    }
    return parameter;
}

} // namespace

QString write(const Plan &plan, const QJsonObject &request)
{
    QJsonObject object = plan.toJson(Plan::Part::WithoutParameters);
    QJsonArray parameters;
    for (const PlannedParameter &parameter : plan.parameters) {
        parameters.append(shortened(parameter, request));
    }
    object.insert("parameters"_L1, parameters);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<Plan> read(const QByteArray &text, const QJsonObject &request, Offer offer)
{
    Result<QJsonObject> object = readJsonObject(text, jsonlimits::own);
    if (!object) {
        return object.error();
    }
    const QJsonArray shorter = object->value("parameters"_L1).toArray();
    QJsonArray parameters;
    for (const QJsonValue parameter : shorter) {
        parameters.append(whole(parameter, request));
    }
    object.value().insert("parameters"_L1, parameters);
    Result<Plan> plan = Plan::fromJson(*object, Plan::Part::Alone);
    if (plan) {
        plan.value().offer = std::move(offer);
    }
    return plan;
}

} // namespace lightwell::planjson
