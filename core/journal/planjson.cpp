// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/planjson.h"

#include "core/model/boundedjson.h"
#include "core/model/jsontext.h"

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

/// Only the name, which whole() takes for plain(), where all of it goes without saying.
void write(JsonText &json, const PlannedParameter &planned, const Request &request)
{
    const bool isKnown = !planned.asked.isUndefined();
    const bool isRequested = isKnown && request.field(planned.name) == planned.asked;
    const bool isSentAsAsked = isKnown && planned.sent == planned.asked;
    const bool isPassed = planned.treatment == Treatment::Passed && planned.wireName == planned.name;
    if (isRequested && isSentAsAsked && isPassed && planned.reason.isEmpty() && !planned.name.isEmpty()) {
        return json.value(planned.name);
    }
    json.beginObject();
    if (isSentAsAsked) {
        json.put(sentAsAsked, true);
    }
    if (isRequested) {
        json.put(askedAsRequested, true);
    } else if (isKnown) {
        json.put("asked"_L1, planned.asked);
    }
    if (planned.missed) {
        json.put("missed"_L1, true);
    }
    json.put("name"_L1, planned.name);
    if (!planned.reason.isEmpty()) {
        json.put("reason"_L1, QJsonValue(planned.reason.toJson()));
    }
    if (!isSentAsAsked && !planned.sent.isUndefined()) {
        json.put("sent"_L1, planned.sent);
    }
    if (!isPassed) { // otherwise both come back together
        json.put("treatment"_L1, treatmentName(planned.treatment));
        json.putIfSet("wire_name"_L1, planned.wireName);
    }
    json.endObject();
}

QJsonObject whole(const QJsonValue &value, const QJsonObject &request)
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

void write(JsonText &json, const QList<PlannedCall> &calls)
{
    if (calls == QList {PlannedCall()}) {
        return;
    }
    json.beginArray("calls"_L1);
    for (const PlannedCall &call : calls) {
        json.beginObject();
        json.put("n"_L1, call.n);
        json.putIfSet("seed"_L1, call.seed);
        json.endObject();
    }
    json.endArray();
}

void write(JsonText &json, const Estimate &estimate)
{
    json.beginObject("estimate"_L1);
    if (estimate.atMost) {
        json.put("at_most"_L1, true);
    }
    json.beginArray("lines"_L1);
    for (const EstimateLine &line : estimate.lines) {
        json.beginObject();
        json.put("billable"_L1, line.billableQuantity);
        json.put("item"_L1, priceItemName(line.item));
        json.put("total"_L1, line.total.toJson());
        json.put("unit"_L1, priceUnitName(line.unit));
        json.put("usd"_L1, line.unitUsd);
        json.endObject();
    }
    json.endArray();
    json.put("total"_L1, estimate.total.toJson());
    json.endObject();
}

void write(JsonText &json, const QList<PlannedInput> &inputs)
{
    if (inputs.isEmpty()) {
        return;
    }
    json.beginArray("inputs"_L1);
    for (const PlannedInput &input : inputs) {
        json.beginObject();
        if (input.format) {
            json.put("format"_L1, formatName(*input.format));
        }
        if (input.maxBytes > 0) {
            json.put("max_bytes"_L1, input.maxBytes);
        }
        if (input.size.isValid()) {
            json.put("size"_L1, sizeToString(input.size));
        }
        json.endObject();
    }
    json.endArray();
}

void write(JsonText &json, const PlannedOutput &output)
{
    json.beginObject("output"_L1);
    json.putIfSet("compression"_L1, output.compression);
    if (output.exactSize) {
        json.put("exact_size"_L1, sizeToString(*output.exactSize));
    }
    if (output.fit != Fit::Closest) {
        json.put("fit"_L1, fitName(output.fit));
    }
    if (output.format) {
        json.put("format"_L1, formatName(*output.format));
    }
    if (output.keepsOutsideMask) {
        json.put("keeps_outside_mask"_L1, true);
    }
    if (output.matte != QColor(Qt::white)) {
        json.put("matte"_L1, output.matte.name(QColor::HexArgb));
    }
    json.putIfSet("upstream_compression"_L1, output.upstreamCompression);
    json.put("upstream_format"_L1, formatName(output.upstreamFormat));
    json.endObject();
}

void write(JsonText &json, const PlannedSize &size)
{
    json.beginObject("size"_L1);
    if (size.pixels ? size.expected != *size.pixels : size.expected.isValid()) {
        json.put("expected"_L1, size.expected.isValid() ? sizeToString(size.expected) : QString()); // nobody knows
    }
    if (size.pixels) {
        json.put("pixels"_L1, sizeToString(*size.pixels));
    }
    if (size.ratio) {
        json.put("ratio"_L1, size.ratio->toString());
    }
    if (size.tier) {
        json.put("tier"_L1, tierName(*size.tier));
    }
    json.endObject();
}

// Older records say all of it.

QList<PlannedCall> callsIn(const QJsonObject &plan)
{
    if (!plan.contains("calls"_L1)) {
        return {PlannedCall()};
    }
    QList<PlannedCall> calls;
    const QJsonArray rows = plan.value("calls"_L1).toArray();
    for (const QJsonValue row : rows) {
        PlannedCall call {row["n"_L1].toInt(1), {}};
        if (row["seed"_L1].isDouble()) {
            call.seed = row["seed"_L1].toInteger();
        }
        calls.append(call);
    }
    return calls;
}

Estimate estimateIn(const QJsonObject &object)
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

QList<PlannedInput> inputsIn(const QJsonArray &list)
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

PlannedOutput outputIn(const QJsonObject &object)
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

QList<PlannedParameter> parametersIn(const QJsonArray &list, const QJsonObject &request)
{
    QList<PlannedParameter> parameters;
    for (const QJsonValue value : list) {
        parameters.append(PlannedParameter::fromJson(whole(value, request)));
    }
    return parameters;
}

PlannedSize sizeIn(const QJsonObject &object)
{
    PlannedSize size;
    size.pixels = sizeFromString(object.value("pixels"_L1).toString());
    size.ratio = AspectRatio::parse(object.value("ratio"_L1).toString());
    size.tier = tierFromName(object.value("tier"_L1).toString());
    size.expected = object.contains("expected"_L1)
        ? sizeFromString(object.value("expected"_L1).toString()).value_or(QSize())
        : size.pixels.value_or(QSize());
    return size;
}

} // namespace

QString write(const Plan &plan, const Request &request)
{
    JsonText json;
    json.beginObject();
    json.putIfSet("background"_L1, plan.background);
    write(json, plan.calls);
    write(json, plan.estimate);
    write(json, plan.inputs);
    json.putIfSet("negative_prompt"_L1, plan.negativePrompt);
    write(json, plan.output);
    json.beginArray("parameters"_L1);
    for (const PlannedParameter &parameter : plan.parameters) {
        write(json, parameter, request);
    }
    json.endArray();
    if (plan.previews > 0) {
        json.put("previews"_L1, plan.previews);
    }
    json.putIfSet("quality"_L1, plan.quality);
    write(json, plan.size);
    json.putIfSet("style"_L1, plan.style);
    if (!plan.tuning.isEmpty()) {
        json.put("tuning"_L1, QJsonValue(plan.tuning));
    }
    json.endObject();
    return QString::fromUtf8(json.text());
}

Result<Plan> read(const QByteArray &text, const QJsonObject &request, Offer offer)
{
    const Result<QJsonObject> object = readJsonObject(text, jsonlimits::own);
    if (!object) {
        return object.error();
    }
    Plan plan;
    plan.offer = std::move(offer);
    plan.background = object->value("background"_L1).toString();
    plan.calls = callsIn(*object);
    plan.estimate = estimateIn(object->value("estimate"_L1).toObject());
    plan.inputs = inputsIn(object->value("inputs"_L1).toArray());
    plan.negativePrompt = object->value("negative_prompt"_L1).toString();
    plan.output = outputIn(object->value("output"_L1).toObject());
    plan.parameters = parametersIn(object->value("parameters"_L1).toArray(), request);
    plan.previews = object->value("previews"_L1).toInt();
    plan.quality = object->value("quality"_L1).toString();
    plan.size = sizeIn(object->value("size"_L1).toObject());
    plan.style = object->value("style"_L1).toString();
    plan.tuning = object->value("tuning"_L1).toObject();
    return plan;
}

} // namespace lightwell::planjson
