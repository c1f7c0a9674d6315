// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/plan.h"

#include "core/model/boundedjson.h"
#include "core/model/json.h"
#include "core/model/jsontext.h"

#include <numeric>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr json::Names treatmentNames({
    std::pair {Treatment::Passed, "passed"},
    {Treatment::Renamed, "renamed"},
    {Treatment::Converted, "converted"},
    {Treatment::Emulated, "emulated"},
    {Treatment::Dropped, "dropped"},
});

} // namespace

Plan::Plan() = default;
Plan::Plan(const Plan &) = default;
Plan::Plan(Plan &&) noexcept = default;
Plan &Plan::operator=(const Plan &) = default;
Plan &Plan::operator=(Plan &&) noexcept = default;
Plan::~Plan() = default;

QString treatmentName(Treatment treatment)
{
    return treatmentNames.name(treatment);
}

bool PlannedParameter::isWeakened() const
{
    return treatment == Treatment::Emulated || treatment == Treatment::Dropped || missed;
}

QJsonObject PlannedParameter::toJson() const
{
    QJsonObject object {{"name"_L1, name}, {"treatment"_L1, treatmentName(treatment)}};
    json::putIfSet(object, "wire_name"_L1, wireName);
    if (!asked.isUndefined()) {
        object.insert("asked"_L1, asked);
    }
    if (!sent.isUndefined()) {
        object.insert("sent"_L1, sent);
    }
    if (!reason.isEmpty()) {
        object.insert("reason"_L1, reason.toJson());
    }
    if (missed) {
        object.insert("missed"_L1, true);
    }
    return object;
}

PlannedParameter PlannedParameter::fromJson(const QJsonObject &object)
{
    PlannedParameter parameter;
    parameter.name = object.value("name"_L1).toString();
    parameter.treatment = treatmentNames.value(object.value("treatment"_L1).toString()).value_or(Treatment::Dropped);
    parameter.wireName = object.value("wire_name"_L1).toString();
    parameter.asked = object.value("asked"_L1);
    parameter.sent = object.value("sent"_L1);
    parameter.reason = Reason::fromJson(object.value("reason"_L1));
    parameter.missed = object.value("missed"_L1).toBool();
    return parameter;
}

void EstimateLine::write(JsonText &json) const
{
    const bool isOutput = item == PriceLine::Item::OutputImage || item == PriceLine::Item::OutputText;
    json.beginObject();
    json.put("billable_quantity"_L1, billableQuantity);
    json.put("metric"_L1, priceUnitName(unit));
    json.put("quantity"_L1, billableQuantity); // as many as the unit price counts for
    json.put("total_cost"_L1, total.toJson());
    json.put("type"_L1, isOutput ? "output"_L1 : "input"_L1);
    json.put("unit_price"_L1, unitUsd);
    json.endObject();
}

QJsonObject EstimateLine::toJson() const
{
    JsonText json;
    write(json);
    const Result<QJsonObject> object = readJsonObject(json.text(), jsonlimits::own);
    return object ? *object : QJsonObject();
}

QString PlannedSize::toString() const
{
    if (pixels) {
        return sizeToString(*pixels);
    }
    if (ratio && tier) {
        return ratio->toString() + u' ' + tierName(*tier);
    }
    if (ratio || tier) {
        return ratio ? ratio->toString() : tierName(*tier);
    }
    return expected.isValid() ? sizeToString(expected) : QString();
}

int Plan::pictures() const
{
    return std::accumulate(calls.cbegin(), calls.cend(), 0,
                           [](int sum, const PlannedCall &call) { return sum + call.n; });
}

QList<PlannedParameter> Plan::weakened() const
{
    QList<PlannedParameter> result;
    for (const PlannedParameter &parameter : parameters) {
        if (parameter.isWeakened()) {
            result.append(parameter);
        }
    }
    return result;
}

} // namespace lightwell
