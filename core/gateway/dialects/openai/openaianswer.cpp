// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openaianswer.h"

#include "core/gateway/dialects/countedtokens.h"
#include "core/gateway/dialects/openai/headertext.h"
#include "core/gateway/dialects/openai/openaierrors.h"
#include "core/gateway/upstreamtime.h"
#include "core/model/base64.h"
#include "core/model/boundedjson.h"
#include "core/model/displaytext.h"
#include "core/model/jsontext.h"
#include "core/model/largebuffer.h"
#include "core/planning/planner.h"
#include "core/planning/planreasons.h"
#include "core/planning/sizenotes.h"
#include "core/wording/routewording.h"
#include "core/wording/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

void putOrNull(JsonText &json, QLatin1StringView name, const QString &text)
{
    json.put(name, text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text));
}

QString executedModel(const Plan &plan)
{
    return plan.offer.provider + u'/' + plan.offer.providerModel;
}

QSize madeSize(const Generation &generation)
{
    return generation.pictures.isEmpty() ? QSize() : generation.pictures.first().size;
}

QString deliveredSize(const Generation &generation)
{
    return generation.pictures.isEmpty() ? QString() : sizeToString(madeSize(generation));
}

/// A vendor may make something else than it was told: an exact size must match, a shape but for a vendor's steps, and
/// a resolution what the catalog says it is there, or about its pixels.
bool isAnotherSize(const Plan &plan, QSize made)
{
    constexpr double steps = 0.05;
    const SizeRequest &asked = plan.request.size;
    if (asked.pixels) {
        return *asked.pixels != made;
    }
    const bool isAnotherShape = asked.ratio
        && std::abs(std::log(static_cast<double>(made.width()) / made.height() / asked.ratio->value())) > steps;
    const bool isAsPlanned = plan.size.tier == asked.tier && made == sizeThatComesOut(plan);
    return isAnotherShape || (asked.tier && !isAsPlanned && !meets(made, *asked.tier));
}

/// Another size or shape than was asked for has one place in the report, whichever field asked for it.
void addSize(QJsonObject &report, const Plan &plan, QSize made)
{
    const QSize size = made.isEmpty() ? sizeThatComesOut(plan) : made;
    const QJsonValue delivered = size.isEmpty() ? QJsonValue() : QJsonValue(sizeToString(size));
    // Beside pixels a ratio is another field that counted or not, and has its own entry.
    const QStringList names =
        plan.request.size.pixels ? QStringList {u"size"_s} : QStringList {u"aspect_ratio"_s, u"size"_s};
    for (const QString &name : names) {
        if (QJsonObject entry = report.value(name).toObject(); !entry.isEmpty()) {
            entry.insert(u"delivered"_s, delivered);
            report.insert(u"size"_s, entry);
        }
    }
    const bool isDrawing = plan.output.upstreamFormat == ImageFormat::Svg;
    const bool isTold = report.contains(u"size"_s) || report.contains(u"resolution"_s);
    if (isTold || made.isEmpty() || isDrawing || !isAnotherSize(plan, made)) {
        return;
    }
    const Reason reason = reasons::sizeCameOut(plan.offer.model, plan.offer.provider, made);
    report.insert(u"size"_s,
                  QJsonObject {{u"asked"_s, plan.request.size.toString()},
                               {u"delivered"_s, delivered},
                               {u"reason"_s, wording::sentence(reason)}});
}

/// What is weakened, and what a word of ours was mapped to. A size that is written in another way has a place of its
/// own.
bool isReported(const PlannedParameter &parameter)
{
    static const QStringList shapes {u"size"_s, u"aspect_ratio"_s, u"resolution"_s};
    return parameter.isWeakened() || (parameter.treatment == Treatment::Converted && !shapes.contains(parameter.name));
}

/// `made`: the pixels that came out; invalid before that.
QJsonObject emulatedReport(const Plan &plan, QSize made = {})
{
    QJsonObject report;
    for (const PlannedParameter &parameter : plan.parameters) {
        if (!isReported(parameter)) {
            continue;
        }
        QJsonObject entry = wording::toldJson(parameter);
        entry.remove("name"_L1);
        entry.remove("wire_name"_L1);
        entry.remove("missed"_L1);
        report.insert(parameter.name, entry);
    }
    addSize(report, plan, made);
    return report;
}

void writeAttempt(JsonText &json, const Attempt &attempt)
{
    json.beginObject();
    if (!attempt.after.isEmpty()) {
        json.putNext("after"_L1);
        wording::writeReason(json, attempt.after);
    }
    json.put("cost"_L1, attempt.cost.toJsonDollars());
    if (attempt.startedAt.isValid() && attempt.endedAt.isValid()) {
        json.put("duration_ms"_L1, attempt.startedAt.msecsTo(attempt.endedAt));
    }
    if (attempt.error) {
        json.put("error"_L1, QJsonValue(wording::toldJson(*attempt.error))); // with what the provider itself answered
    }
    json.put("model"_L1, attempt.providerModel);
    json.put("provider"_L1, attempt.provider);
    json.put("status"_L1, statusName(attempt.status));
    if (!attempt.why.isEmpty()) {
        json.putNext("why"_L1);
        wording::writeReason(json, attempt.why);
    }
    json.endObject();
}

void writeMetadata(JsonText &json, const Generation &generation, const AnswerSource &source)
{
    const Plan *plan = generation.plan ? &*generation.plan : nullptr;
    json.beginObject();
    json.beginArray("attempts"_L1);
    for (const Attempt &attempt : generation.attempts) {
        writeAttempt(json, attempt);
    }
    json.endArray();
    json.put("cost"_L1, generation.cost.toJsonDollars());
    json.put("cost_currency"_L1, "USD"_L1);
    json.put("delivered_n"_L1, generation.pictures.size());
    putOrNull(json, "delivered_size"_L1, deliveredSize(generation));
    json.put("emulated"_L1, QJsonValue(plan ? emulatedReport(*plan, madeSize(generation)) : QJsonObject()));
    if (plan) {
        json.put("executed_model"_L1, executedModel(*plan));
        json.put("model"_L1, plan->offer.model);
    }
    if (generation.error) { // the pictures are there, but something is to be said about them
        json.put("notice"_L1, wording::sentence(*generation.error));
    }
    if (!generation.notices.isEmpty()) {
        json.beginArray("notices"_L1);
        for (const Reason &notice : generation.notices) {
            json.value(wording::sentence(notice));
        }
        json.endArray();
    }
    json.putIfSet("project"_L1, generation.origin.project);
    if (plan) {
        json.put("provider"_L1, plan->offer.provider);
    }
    json.put("requested_n"_L1, generation.request.n);
    putOrNull(json, "requested_size"_L1, generation.request.size.toString());
    json.putNext("route"_L1);
    wording::writeRoute(json, generation.route);
    json.putFieldsOf(source.metadata());
    json.endObject();
}

QByteArray compact(const QJsonObject &object)
{
    return escapedJson(compactJson(object));
}

qsizetype expectedSize(const QList<DeliveredPicture> &deliveries)
{
    qsizetype size = 4096;
    for (const DeliveredPicture &delivery : deliveries) {
        size += delivery.bytes.size() * 4 / 3 + 512;
    }
    return size;
}

/// {"b64_json":"…", or {"url":"…", and then what else is known of the picture.
void appendPicture(QByteArray &body, const Picture &picture, const DeliveredPicture &delivery)
{
    QJsonObject rest;
    if (!picture.revisedPrompt.isEmpty()) {
        rest.insert(u"revised_prompt"_s, picture.revisedPrompt);
    }
    if (picture.seed) {
        rest.insert(u"seed"_s, *picture.seed);
    }
    if (!delivery.url.isEmpty()) {
        rest.insert(u"url"_s, delivery.url);
    }
    if (delivery.bytes.isEmpty()) {
        body += compact(rest);
        return;
    }
    // Straight into the body: a JSON value in between would hold the picture four times over.
    body += "{\"b64_json\":\"";
    appendBase64(body, delivery.bytes);
    body += rest.isEmpty() ? QByteArray("\"}") : QByteArray("\"," + compact(rest).mid(1));
}

} // namespace

QJsonObject generationMetadata(const Generation &generation, const AnswerSource &source)
{
    JsonText json;
    writeMetadata(json, generation, source);
    const Result<QJsonObject> object = readJsonObject(json.text(), jsonlimits::own);
    return object ? *object : QJsonObject();
}

QJsonObject usageOf(const Generation &generation)
{
    const CountedTokens tokens = tokensOf(generation);
    if (tokens.total() == 0) {
        return {};
    }
    QJsonObject usage {{u"input_tokens"_s, tokens.prompt},
                       {u"output_tokens"_s, tokens.completion},
                       {u"total_tokens"_s, tokens.total()},
                       {u"input_tokens_details"_s,
                        QJsonObject {{u"text_tokens"_s, std::max<qint64>(0, tokens.prompt - tokens.promptImages)},
                                     {u"image_tokens"_s, tokens.promptImages}}}};
    if (tokens.images > 0) { // else nobody says which were of pictures
        usage.insert(u"output_tokens_details"_s,
                     QJsonObject {{u"text_tokens"_s, std::max<qint64>(0, tokens.completion - tokens.images)},
                                  {u"image_tokens"_s, tokens.images}});
    }
    return usage;
}

QString wordSent(const Generation &generation, const QString &parameter)
{
    const QList<PlannedParameter> all = generation.plan ? generation.plan->parameters : QList<PlannedParameter>();
    const auto sent = std::find_if(all.begin(), all.end(), [&parameter](const PlannedParameter &one) {
        return one.name == parameter && one.treatment != Treatment::Dropped;
    });
    return sent == all.end() ? QString() : sent->sent.toString();
}

void addGenerationHeaders(GatewayResponse &response, const Generation &generation)
{
    addRequestId(response, generation.id);
    const QString cost = generation.cost.toDecimal();
    response.setHeader("X-Lightwell-Cost", cost.isEmpty() ? "unknown" : cost.toLatin1());
    addUpstreamTime(response, generation);
    if (!generation.plan) {
        return;
    }
    for (const QByteArray &house : {QByteArray("X-Lightwell-"), QByteArray("X-Lumenfall-")}) {
        response.setHeader(house + "Provider", headerText(generation.plan->offer.provider));
        response.setHeader(house + "Model", headerText(executedModel(*generation.plan)));
    }
}

GatewayResponse generationAnswer(const Generation &generation, const QList<DeliveredPicture> &deliveries,
                                 const AnswerSource &source)
{
    JsonText top(2048);
    top.beginObject(); // the pictures are in it, too
    top.putIfSet("background"_L1, wordSent(generation, u"background"_s));
    top.put("created"_L1, generation.createdAt.toSecsSinceEpoch());
    top.put("id"_L1, generation.id);
    top.putNext("metadata"_L1);
    writeMetadata(top, generation, source);
    if (!generation.pictures.isEmpty()) {
        top.put("output_format"_L1, formatName(generation.pictures.first().format));
    }
    top.putIfSet("quality"_L1, wordSent(generation, u"quality"_s));
    top.put("size"_L1, deliveredSize(generation));
    if (const QJsonObject usage = usageOf(generation); !usage.isEmpty()) {
        top.put("usage"_L1, QJsonValue(usage));
    }
    GatewayResponse response {200, {{"Content-Type", "application/json"}}, {}};
    QByteArray &body = response.body;
    reserveBytes(body, expectedSize(deliveries) + top.text().size());
    body += escapedJson(top.text());
    body += ",\"data\":[";
    for (qsizetype i = 0; i < deliveries.size(); ++i) {
        body += i > 0 ? "," : "";
        appendPicture(body, generation.pictures.at(i), deliveries.at(i));
    }
    body += "]}";
    addGenerationHeaders(response, generation);
    return response;
}

GatewayResponse failureAnswer(const Generation &generation)
{
    Error error = generation.error.value_or(Error());
    // Whatever the reason says of itself: an attempt that may have been billed must not be repeated unasked.
    for (const Attempt &attempt : generation.attempts) {
        if (attempt.status == GenerationStatus::Unknown
            || (attempt.error && attempt.error->billing != Billing::NotBilled)) {
            error.billing = Billing::MayBeBilled;
        }
    }
    GatewayResponse response = errorAnswer(error, generation.request.model.contains(u'/'));
    addGenerationHeaders(response, generation);
    return response;
}

GatewayResponse dryRunAnswer(const Route &route, const QJsonObject &keys)
{
    const Plan &plan = route.plans.constFirst().plan;
    const QSize expected = sizeThatComesOut(plan);
    JsonText json(2048);
    json.beginObject();
    json.put("at_most"_L1, plan.estimate.atMost);
    json.beginArray("components"_L1);
    for (const EstimateLine &line : plan.estimate.lines) {
        json.value(QJsonValue(line.toJson()));
    }
    json.endArray();
    json.put("currency"_L1, "USD"_L1);
    json.put("estimated"_L1, true);
    json.beginObject("metadata"_L1);
    json.put("emulated"_L1, QJsonValue(emulatedReport(plan)));
    json.put("executed_model"_L1, executedModel(plan));
    putOrNull(json, "expected_size"_L1, expected.isValid() ? sizeToString(expected) : QString());
    json.put("keys"_L1, QJsonValue(keys));
    putOrNull(json, "requested_size"_L1, plan.request.size.toString());
    json.putNext("route"_L1);
    wording::writeRoute(json, placesOf(route));
    json.endObject();
    json.put("model"_L1, plan.offer.model);
    json.put("provider"_L1, plan.offer.provider);
    json.put("total_cost_micros"_L1, plan.estimate.total.toJson());
    json.endObject();
    return {200, {{"Content-Type", "application/json"}}, escapedJson(json.text())};
}

} // namespace lightwell::openai
