// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openaianswer.h"

#include "core/gateway/dialects/openai/headertext.h"
#include "core/gateway/dialects/openai/openaierrors.h"
#include "core/gateway/upstreamtime.h"
#include "core/model/base64.h"
#include "core/model/displaytext.h"
#include "core/model/jsontext.h"
#include "core/planning/planner.h"
#include "core/planning/planreasons.h"
#include "core/planning/sizenotes.h"
#include "core/wording/routewording.h"
#include "core/wording/wording.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
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

QJsonObject attemptReport(const Attempt &attempt)
{
    QJsonObject report {{u"provider"_s, attempt.provider},
                        {u"model"_s, attempt.providerModel},
                        {u"status"_s, statusName(attempt.status)},
                        {u"cost"_s, attempt.cost.toJsonDollars()}};
    if (attempt.startedAt.isValid() && attempt.endedAt.isValid()) {
        report.insert(u"duration_ms"_s, attempt.startedAt.msecsTo(attempt.endedAt));
    }
    if (attempt.error) {
        report.insert(u"error"_s, wording::toldJson(*attempt.error)); // with what the provider itself answered
    }
    for (const auto &[field, reason] : {std::pair(u"why"_s, attempt.why), {u"after"_s, attempt.after}}) {
        if (!reason.isEmpty()) {
            report.insert(field, wording::toldJson(reason));
        }
    }
    return report;
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
    QJsonArray attempts;
    for (const Attempt &attempt : generation.attempts) {
        attempts.append(attemptReport(attempt));
    }
    QJsonObject report {{u"cost"_s, generation.cost.toJsonDollars()},
                        {u"cost_currency"_s, u"USD"_s},
                        {u"attempts"_s, attempts},
                        {u"route"_s, wording::routeJson(generation.route)},
                        {u"emulated"_s, QJsonObject()},
                        {u"requested_size"_s, orNull(generation.request.size.toString())},
                        {u"delivered_size"_s, orNull(deliveredSize(generation))},
                        {u"requested_n"_s, generation.request.n},
                        {u"delivered_n"_s, generation.pictures.size()}};
    if (generation.error) { // the pictures are there, but something is to be said about them
        report.insert(u"notice"_s, wording::sentence(*generation.error));
    }
    if (!generation.notices.isEmpty()) {
        QJsonArray notices;
        for (const Reason &notice : generation.notices) {
            notices.append(wording::sentence(notice));
        }
        report.insert(u"notices"_s, notices);
    }
    if (!generation.origin.project.isEmpty()) {
        report.insert(u"project"_s, generation.origin.project);
    }
    if (generation.plan) {
        report.insert(u"model"_s, generation.plan->offer.model);
        report.insert(u"executed_model"_s, executedModel(*generation.plan));
        report.insert(u"provider"_s, generation.plan->offer.provider);
        report.insert(u"emulated"_s, emulatedReport(*generation.plan, madeSize(generation)));
    }
    const QJsonObject told = source.metadata();
    for (auto field = told.begin(); field != told.end(); ++field) {
        report.insert(field.key(), field.value());
    }
    return report;
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
    QJsonObject top {{u"id"_s, generation.id},
                     {u"created"_s, generation.createdAt.toSecsSinceEpoch()},
                     {u"size"_s, deliveredSize(generation)},
                     {u"metadata"_s, generationMetadata(generation, source)}};
    if (!generation.pictures.isEmpty()) {
        top.insert(u"output_format"_s, formatName(generation.pictures.first().format));
    }
    GatewayResponse response {200, {{"Content-Type", "application/json"}}, {}};
    QByteArray &body = response.body;
    body.reserve(expectedSize(deliveries));
    body = compact(top);
    body.reserve(expectedSize(deliveries) + body.size());
    body.chop(1);
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
    QJsonArray components;
    for (const EstimateLine &line : plan.estimate.lines) {
        components.append(line.toJson());
    }
    const QSize expected = sizeThatComesOut(plan);
    return GatewayResponse::json(
        200,
        {{u"estimated"_s, true},
         {u"model"_s, plan.offer.model},
         {u"provider"_s, plan.offer.provider},
         {u"total_cost_micros"_s, plan.estimate.total.toJson()},
         {u"currency"_s, u"USD"_s},
         {u"at_most"_s, plan.estimate.atMost},
         {u"components"_s, components},
         {u"metadata"_s,
          QJsonObject {{u"executed_model"_s, executedModel(plan)},
                       {u"emulated"_s, emulatedReport(plan)},
                       {u"keys"_s, keys},
                       {u"route"_s, wording::routeJson(placesOf(route))},
                       {u"requested_size"_s, orNull(plan.request.size.toString())},
                       {u"expected_size"_s, orNull(expected.isValid() ? sizeToString(expected) : QString())}}}});
}

} // namespace lightwell::openai
