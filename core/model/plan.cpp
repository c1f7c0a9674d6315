// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/plan.h"

#include "core/model/json.h"

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

QJsonObject sizeToJson(const PlannedSize &size)
{
    QJsonObject object;
    if (size.pixels) {
        object.insert("pixels"_L1, sizeToString(*size.pixels));
    }
    if (size.ratio) {
        object.insert("ratio"_L1, size.ratio->toString());
    }
    if (size.tier) {
        object.insert("tier"_L1, tierName(*size.tier));
    }
    if (size.expected.isValid()) {
        object.insert("expected"_L1, sizeToString(size.expected));
    }
    return object;
}

PlannedSize sizeFromJson(const QJsonObject &object)
{
    PlannedSize size;
    size.pixels = sizeFromString(object.value("pixels"_L1).toString());
    size.ratio = AspectRatio::parse(object.value("ratio"_L1).toString());
    size.tier = tierFromName(object.value("tier"_L1).toString());
    size.expected = sizeFromString(object.value("expected"_L1).toString()).value_or(QSize());
    return size;
}

QJsonObject outputToJson(const PlannedOutput &output)
{
    QJsonObject object {{"upstream_format"_L1, formatName(output.upstreamFormat)}, {"fit"_L1, fitName(output.fit)}};
    json::putIfSet(object, "upstream_compression"_L1, output.upstreamCompression);
    if (output.format) {
        object.insert("format"_L1, formatName(*output.format));
    }
    json::putIfSet(object, "compression"_L1, output.compression);
    if (output.exactSize) {
        object.insert("exact_size"_L1, sizeToString(*output.exactSize));
    }
    if (output.matte != QColor(Qt::white)) {
        object.insert("matte"_L1, output.matte.name(QColor::HexArgb));
    }
    if (output.keepsOutsideMask) {
        object.insert("keeps_outside_mask"_L1, true);
    }
    return object;
}

QJsonArray inputsToJson(const QList<PlannedInput> &inputs)
{
    QJsonArray list;
    for (const PlannedInput &input : inputs) {
        QJsonObject row;
        if (input.size.isValid()) {
            row.insert("size"_L1, sizeToString(input.size));
        }
        if (input.format) {
            row.insert("format"_L1, formatName(*input.format));
        }
        if (input.maxBytes > 0) {
            row.insert("max_bytes"_L1, input.maxBytes);
        }
        list.append(row);
    }
    return list;
}

QList<PlannedInput> inputsFromJson(const QJsonArray &list)
{
    QList<PlannedInput> inputs;
    for (const QJsonValue value : list) {
        inputs.append({sizeFromString(value["size"_L1].toString()).value_or(QSize()),
                       formatFromName(value["format"_L1].toString()), value["max_bytes"_L1].toInteger()});
    }
    return inputs;
}

std::optional<int> optionalInt(const QJsonValue &value)
{
    return value.isDouble() ? std::optional<int>(value.toInt()) : std::nullopt;
}

PlannedOutput outputFromJson(const QJsonObject &object)
{
    PlannedOutput output;
    output.upstreamFormat = formatFromName(object.value("upstream_format"_L1).toString()).value_or(ImageFormat::Png);
    output.upstreamCompression = optionalInt(object.value("upstream_compression"_L1));
    output.format = formatFromName(object.value("format"_L1).toString());
    output.compression = optionalInt(object.value("compression"_L1));
    output.exactSize = sizeFromString(object.value("exact_size"_L1).toString());
    output.fit = fitFromName(object.value("fit"_L1).toString()).value_or(Fit::Closest);
    if (object.contains("matte"_L1)) {
        output.matte = QColor(object.value("matte"_L1).toString());
    }
    output.keepsOutsideMask = object.value("keeps_outside_mask"_L1).toBool();
    return output;
}

QJsonObject estimateToJson(const Estimate &estimate)
{
    QJsonArray lines;
    for (const EstimateLine &line : estimate.lines) {
        lines.append(QJsonObject {{"item"_L1, priceItemName(line.item)},
                                  {"unit"_L1, priceUnitName(line.unit)},
                                  {"billable"_L1, line.billableQuantity},
                                  {"usd"_L1, line.unitUsd},
                                  {"total"_L1, line.total.toJson()}});
    }
    QJsonObject object {{"total"_L1, estimate.total.toJson()}, {"lines"_L1, lines}};
    if (estimate.atMost) {
        object.insert("at_most"_L1, true);
    }
    return object;
}

Estimate estimateFromJson(const QJsonObject &object)
{
    Estimate estimate {Money::fromJson(object.value("total"_L1)), {}, object.value("at_most"_L1).toBool()};
    const QJsonArray lines = object.value("lines"_L1).toArray();
    for (const QJsonValue value : lines) {
        QJsonObject row = value.toObject();
        row.insert("usd"_L1, row.value("usd"_L1).toDouble());
        const Result<PriceLine> price = PriceLine::fromJson(row);
        if (price) {
            estimate.lines.append({price->item, price->unit, row.value("billable"_L1).toDouble(), price->usd,
                                   Money::fromJson(row.value("total"_L1))});
        }
    }
    return estimate;
}

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

QJsonObject EstimateLine::toJson() const
{
    const bool isOutput = item == PriceLine::Item::OutputImage || item == PriceLine::Item::OutputText;
    return {{"type"_L1, isOutput ? u"output"_s : u"input"_s},
            {"metric"_L1, priceUnitName(unit)},
            {"quantity"_L1, billableQuantity}, // as many as the unit price counts for
            {"billable_quantity"_L1, billableQuantity},
            {"unit_price"_L1, unitUsd},
            {"total_cost"_L1, total.toJson()}};
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

QJsonObject Plan::toJson(Part part) const
{
    QJsonObject object {
        {"size"_L1, sizeToJson(size)}, {"output"_L1, outputToJson(output)}, {"estimate"_L1, estimateToJson(estimate)}};
    if (part != Part::WithoutParameters) {
        object.insert("parameters"_L1, json::array(parameters));
    }
    if (part == Part::Whole) {
        object.insert("request"_L1, request.toJson());
        object.insert("offer"_L1, offer.toJson());
    }
    if (!inputs.isEmpty()) {
        object.insert("inputs"_L1, inputsToJson(inputs));
    }
    json::putIfSet(object, "quality"_L1, quality);
    json::putIfSet(object, "style"_L1, style);
    json::putIfSet(object, "background"_L1, background);
    json::putIfSet(object, "negative_prompt"_L1, negativePrompt);
    if (!tuning.isEmpty()) {
        object.insert("tuning"_L1, tuning);
    }
    if (previews > 0) {
        object.insert("previews"_L1, previews);
    }
    QJsonArray callList;
    for (const PlannedCall &call : calls) {
        QJsonObject row {{"n"_L1, call.n}};
        json::putIfSet(row, "seed"_L1, call.seed);
        callList.append(row);
    }
    object.insert("calls"_L1, callList);
    return object;
}

Result<Plan> Plan::fromJson(const QJsonObject &object, Part part)
{
    Plan plan;
    if (part == Part::Whole) {
        Result<Request> request = Request::fromJson(object.value("request"_L1).toObject());
        if (!request) {
            return request.error();
        }
        Result<Offer> offer = Offer::fromJson(object.value("offer"_L1).toObject());
        if (!offer) {
            return offer.error();
        }
        plan.request = std::move(request).value();
        plan.offer = *offer;
    }
    plan.inputs = inputsFromJson(object.value("inputs"_L1).toArray());
    plan.size = sizeFromJson(object.value("size"_L1).toObject());
    plan.output = outputFromJson(object.value("output"_L1).toObject());
    plan.quality = object.value("quality"_L1).toString();
    plan.style = object.value("style"_L1).toString();
    plan.background = object.value("background"_L1).toString();
    plan.negativePrompt = object.value("negative_prompt"_L1).toString();
    plan.tuning = object.value("tuning"_L1).toObject();
    plan.previews = object.value("previews"_L1).toInt();
    const QJsonArray callList = object.value("calls"_L1).toArray();
    for (const QJsonValue value : callList) {
        PlannedCall call {value["n"_L1].toInt(1), {}};
        if (value["seed"_L1].isDouble()) {
            call.seed = value["seed"_L1].toInteger();
        }
        plan.calls.append(call);
    }
    const QJsonArray parameters = object.value("parameters"_L1).toArray();
    for (const QJsonValue value : parameters) {
        plan.parameters.append(PlannedParameter::fromJson(value.toObject()));
    }
    plan.estimate = estimateFromJson(object.value("estimate"_L1).toObject());
    return plan;
}

QStringList providersOf(const QList<Plan> &plans)
{
    QStringList providers;
    for (const Plan &plan : plans) {
        if (!providers.contains(plan.offer.provider)) {
            providers.append(plan.offer.provider);
        }
    }
    return providers;
}

} // namespace lightwell
