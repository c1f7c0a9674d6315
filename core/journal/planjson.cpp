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
    if (planned.treatment == Treatment::Passed && planned.wireName == planned.name) {
        parameter.remove("treatment"_L1); // and both come back together
        parameter.remove("wire_name"_L1);
    }
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
    if (!parameter.contains("treatment"_L1)) {
        parameter.insert("treatment"_L1, treatmentName(Treatment::Passed));
        parameter.insert("wire_name"_L1, parameter.value("name"_L1));
    }
    if (parameter.take(askedAsRequested).toBool()) {
        parameter.insert("asked"_L1, request.value(parameter.value("name"_L1).toString()));
    }
    if (parameter.take(sentAsAsked).toBool()) {
        parameter.insert("sent"_L1, parameter.value("asked"_L1));
    }
    return parameter;
}

// What goes without saying is left out: one call of one picture, the closest fit, and pixels that come out as asked.

QJsonArray oneCall()
{
    return {QJsonObject {{"n"_L1, 1}}};
}

void leaveOut(QJsonObject &plan)
{
    if (plan.value("calls"_L1).toArray() == oneCall()) {
        plan.remove("calls"_L1);
    }
    QJsonObject output = plan.value("output"_L1).toObject();
    if (output.value("fit"_L1) == "closest"_L1) {
        output.remove("fit"_L1);
        plan.insert("output"_L1, output);
    }
    QJsonObject size = plan.value("size"_L1).toObject();
    if (size.contains("pixels"_L1) && size.value("expected"_L1) == size.value("pixels"_L1)) {
        size.remove("expected"_L1);
        plan.insert("size"_L1, size);
    } else if (size.contains("pixels"_L1) && !size.contains("expected"_L1)) {
        size.insert("expected"_L1, QString()); // nobody knows what comes out
        plan.insert("size"_L1, size);
    }
}

/// Older records say all of it.
void putBack(QJsonObject &plan)
{
    if (!plan.contains("calls"_L1)) {
        plan.insert("calls"_L1, oneCall());
    }
    QJsonObject output = plan.value("output"_L1).toObject();
    if (!output.contains("fit"_L1)) {
        output.insert("fit"_L1, "closest"_L1);
        plan.insert("output"_L1, output);
    }
    QJsonObject size = plan.value("size"_L1).toObject();
    if (size.contains("pixels"_L1) && !size.contains("expected"_L1)) {
        size.insert("expected"_L1, size.value("pixels"_L1));
        plan.insert("size"_L1, size);
    }
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
    leaveOut(object);
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
    putBack(object.value());
    Result<Plan> plan = Plan::fromJson(*object, Plan::Part::Alone);
    if (plan) {
        plan.value().offer = std::move(offer);
    }
    return plan;
}

} // namespace lightwell::planjson
