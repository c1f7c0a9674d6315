// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openaianswer.h"

#include "core/gateway/dialects/countedtokens.h"
#include "core/gateway/dialects/openai/emulatedreport.h"
#include "core/gateway/dialects/openai/headertext.h"
#include "core/gateway/dialects/openai/openaierrors.h"
#include "core/gateway/upstreamtime.h"
#include "core/model/base64.h"
#include "core/model/boundedjson.h"
#include "core/model/displaytext.h"
#include "core/model/jsontext.h"
#include "core/model/largebuffer.h"
#include "core/planning/planner.h"
#include "core/wording/routewording.h"
#include "core/wording/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

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
    json.putOrNull("delivered_size"_L1, deliveredSize(generation));
    if (plan) {
        writeEmulated(json, *plan, madeSize(generation));
        json.put("executed_model"_L1, executedModel(*plan));
        json.put("model"_L1, plan->offer.model);
    } else {
        json.beginObject("emulated"_L1);
        json.endObject();
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
    json.putOrNull("requested_size"_L1, generation.request.size.toString());
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

void writeDetails(JsonText &json, QLatin1StringView name, qint64 all, qint64 ofImages)
{
    json.beginObject(name);
    json.put("image_tokens"_L1, ofImages);
    json.put("text_tokens"_L1, std::max<qint64>(0, all - ofImages));
    json.endObject();
}

void writeUsage(JsonText &json, const CountedTokens &tokens)
{
    json.beginObject();
    json.put("input_tokens"_L1, tokens.prompt);
    writeDetails(json, "input_tokens_details"_L1, tokens.prompt, tokens.promptImages);
    json.put("output_tokens"_L1, tokens.completion);
    if (tokens.images > 0) { // else nobody says which were of pictures
        writeDetails(json, "output_tokens_details"_L1, tokens.completion, tokens.images);
    }
    json.put("total_tokens"_L1, tokens.total());
    json.endObject();
}

/// What was written of its own, as a tree.
QJsonObject objectIn(const JsonText &json)
{
    const Result<QJsonObject> object = readJsonObject(json.text(), jsonlimits::own);
    return object ? *object : QJsonObject();
}

} // namespace

QJsonObject generationMetadata(const Generation &generation, const AnswerSource &source)
{
    JsonText json;
    writeMetadata(json, generation, source);
    return objectIn(json);
}

QJsonObject usageOf(const Generation &generation)
{
    const CountedTokens tokens = tokensOf(generation);
    if (tokens.total() == 0) {
        return {};
    }
    JsonText json;
    writeUsage(json, tokens);
    return objectIn(json);
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
    constexpr qsizetype most = 16; // with those that every answer gets
    response.headers.reserve(most);
    addRequestId(response, generation.id);
    const QString cost = generation.cost.toDecimal();
    response.setHeader("X-Lightwell-Cost", cost.isEmpty() ? "unknown" : cost.toLatin1());
    addUpstreamTime(response, generation);
    if (!generation.plan) {
        return;
    }
    const QByteArray provider = headerText(generation.plan->offer.provider);
    const QByteArray model = headerText(executedModel(*generation.plan));
    response.setHeader("X-Lightwell-Provider", provider);
    response.setHeader("X-Lightwell-Model", model);
    response.setHeader("X-Lumenfall-Provider", provider);
    response.setHeader("X-Lumenfall-Model", model);
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
    if (const CountedTokens tokens = tokensOf(generation); tokens.total() != 0) {
        top.putNext("usage"_L1);
        writeUsage(top, tokens);
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
        line.write(json);
    }
    json.endArray();
    json.put("currency"_L1, "USD"_L1);
    json.put("estimated"_L1, true);
    json.beginObject("metadata"_L1);
    writeEmulated(json, plan);
    json.put("executed_model"_L1, executedModel(plan));
    json.putOrNull("expected_size"_L1, expected.isValid() ? sizeToString(expected) : QString());
    json.put("keys"_L1, QJsonValue(keys));
    json.putOrNull("requested_size"_L1, plan.request.size.toString());
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
