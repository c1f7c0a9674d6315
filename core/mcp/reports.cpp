// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/reports.h"

#include "core/mcp/pricecheck.h"
#include "core/model/displaytext.h"
#include "core/planning/planner.h"
#include "core/wording/wording.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 2000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mcp)
};

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonArray changesOf(const Plan &plan)
{
    QJsonArray changes;
    const QList<PlannedParameter> weakened = plan.weakened();
    for (const PlannedParameter &parameter : weakened) {
        changes.append(QJsonObject {{u"parameter"_s, parameter.name},
                                    {u"treatment"_s, treatmentName(parameter.treatment)},
                                    {u"reason"_s, wording::sentence(parameter.reason)}});
    }
    return changes;
}

QJsonObject pictureReport(const Picture &picture, const UriOf &uriOf)
{
    return {{u"uri"_s, orNull(uriOf(picture))},
            {u"mime_type"_s, formatMimeType(picture.format)},
            {u"width"_s, picture.size.width()},
            {u"height"_s, picture.size.height()},
            {u"bytes"_s, picture.bytes},
            {u"seed"_s, picture.seed ? QJsonValue(*picture.seed) : QJsonValue()},
            {u"revised_prompt"_s, orNull(shortened(picture.revisedPrompt, longestText))}};
}

bool mayBeBilled(const Generation &generation)
{
    return generation.status == GenerationStatus::Unknown
        || std::any_of(generation.attempts.begin(), generation.attempts.end(), [](const Attempt &attempt) {
               return attempt.status == GenerationStatus::Unknown
                   || (attempt.error && attempt.error->billing != Billing::NotBilled);
           });
}

QString nextStep(const Generation &generation)
{
    switch (generation.status) {
    case GenerationStatus::Running:
        return Text::tr("The pictures are still being made, and are paid for. Call get_job with this job_id; do not "
                        "ask for them again.");
    case GenerationStatus::Unknown:
        return Text::tr("Nobody knows how this ended, and it may be billed. Do not ask again by yourself: tell the "
                        "user, and try get_job with this job_id later, which is free.");
    case GenerationStatus::Failed:
        return mayBeBilled(generation) ? Text::tr("This may be billed all the same. Ask the user before you try again.")
                                       : QString();
    default:
        return {};
    }
}

QString nameOfBudget(const Budget &budget)
{
    QStringList parts;
    for (const auto &[what, whose] :
         {std::pair(u"provider"_s, budget.provider), {u"model"_s, budget.model}, {u"project"_s, budget.project}}) {
        if (!whose.isEmpty()) {
            parts.append(what + u' ' + whose);
        }
    }
    if (!budget.client.isEmpty()) {
        parts.append(u"this client"_s);
    }
    return parts.isEmpty() ? u"everything"_s : parts.join(u", "_s);
}

} // namespace

QJsonObject errorReport(const Error &error)
{
    QString message = wording::sentence(error);
    if (const QString detail = wording::detailBeside(error); !detail.isEmpty()) {
        message += u" ("_s + detail + u')';
    }
    return {{u"kind"_s, errorKindName(error.kind)},
            {u"code"_s, orNull(error.code)},
            {u"message"_s, shortened(message, longestText)},
            {u"may_be_billed"_s, error.billing != Billing::NotBilled}};
}

QJsonObject runningReport(const QString &job, const QString &model, Money estimate)
{
    Generation generation;
    generation.id = job;
    generation.request.model = model;
    generation.status = GenerationStatus::Running;
    generation.estimate = estimate;
    return jobReport(generation, {});
}

QJsonObject jobReport(const Generation &generation, const UriOf &uriOf)
{
    QJsonArray pictures;
    for (const Picture &picture : generation.pictures) {
        pictures.append(pictureReport(picture, uriOf));
    }
    QJsonArray notices;
    for (const Reason &notice : generation.notices) {
        notices.append(wording::sentence(notice));
    }
    QJsonValue error;
    if (generation.error) {
        QJsonObject report = errorReport(*generation.error);
        report.insert(u"may_be_billed"_s, mayBeBilled(generation) || report.value("may_be_billed"_L1).toBool());
        error = report;
    }
    const QString provider = generation.attempts.isEmpty() ? QString() : generation.attempts.constLast().provider;
    return {{u"job_id"_s, generation.id},
            {u"status"_s, statusName(generation.status)},
            {u"model"_s, generation.plan ? generation.plan->offer.model : generation.request.model},
            {u"provider"_s, orNull(provider)},
            {u"estimated_cost_usd"_s, generation.estimate.toJsonDollars()},
            {u"cost_usd"_s, generation.cost.toJsonDollars()},
            {u"pictures"_s, pictures},
            {u"changes"_s, generation.plan ? changesOf(*generation.plan) : QJsonArray()},
            {u"notices"_s, notices},
            {u"error"_s, error},
            {u"next_step"_s, orNull(nextStep(generation))}};
}

QJsonObject estimateReport(const Route &route, const QJsonObject &keys)
{
    const QList<Plan> plans = usablePlans(route, keys);
    const Plan &plan = plans.constFirst();
    QJsonArray components;
    for (const EstimateLine &line : plan.estimate.lines) {
        components.append(QJsonObject {{u"item"_s, priceItemName(line.item)},
                                       {u"unit"_s, priceUnitName(line.unit)},
                                       {u"quantity"_s, line.billableQuantity},
                                       {u"unit_usd"_s, line.unitUsd},
                                       {u"total_usd"_s, line.total.toJsonDollars()}});
    }
    QJsonArray others;
    for (const Plan &other : plans.mid(1)) {
        others.append(QJsonObject {{u"model"_s, other.offer.model},
                                   {u"provider"_s, other.offer.provider},
                                   {u"estimated_cost_usd"_s, other.estimate.total.toJsonDollars()}});
    }
    const QSize size = sizeThatComesOut(plan);
    return {{u"estimated_cost_usd"_s, plan.estimate.total.toJsonDollars()},
            {u"at_most"_s, plan.estimate.atMost},
            {u"model"_s, plan.offer.model},
            {u"provider"_s, plan.offer.provider},
            {u"usable"_s, keys.value(plan.offer.provider).toString() != "missing"_L1},
            {u"needs_agreement"_s, needsAgreement(plan)},
            {u"pictures"_s, plan.pictures()},
            {u"expected_size"_s, orNull(size.isValid() ? sizeToString(size) : QString())},
            {u"components"_s, components},
            {u"changes"_s, changesOf(plan)},
            {u"others"_s, others}};
}

QJsonObject modelsReport(const ModelIndex &index, const QList<ModelMatch> &found, qsizetype limit)
{
    QJsonArray models;
    for (const ModelMatch &match : found.first(std::min(limit, found.size()))) {
        const Model &model = index.models().at(match.model);
        QStringList providers;
        QStringList capabilities;
        for (const int offer : match.offers) {
            const Offer &one = model.offers.at(offer);
            providers.append(one.provider);
            capabilities.append(one.modes.isEmpty() ? QStringList {u"text-to-image"_s} : one.modes);
        }
        providers.removeDuplicates();
        capabilities.removeDuplicates();
        models.append(QJsonObject {{u"id"_s, model.slug},
                                   {u"name"_s, model.name},
                                   {u"maker"_s, model.maker},
                                   {u"about"_s, model.notes},
                                   {u"status"_s, model.status},
                                   {u"capabilities"_s, QJsonArray::fromStringList(capabilities)},
                                   {u"providers"_s, QJsonArray::fromStringList(providers)},
                                   {u"price_usd"_s, match.price.total.toJsonDollars()},
                                   {u"at_most"_s, match.price.atMost}});
    }
    return {{u"models"_s, models}, {u"total"_s, found.size()}};
}

QJsonObject usageReport(Period period, const Usage &usage, const QList<BudgetState> &budgets, const Origin &origin)
{
    UsageRow own;
    own.cost = Money::zero();
    for (const UsageRow &row : usage.byClient) {
        if (row.group == origin.client) {
            own = row;
        }
    }
    QJsonArray told;
    for (const BudgetState &state : budgets) {
        if (!state.budget.client.isEmpty() && state.budget.client != origin.client) {
            continue;
        }
        told.append(QJsonObject {{u"holds_for"_s, nameOfBudget(state.budget)},
                                 {u"period"_s, periodName(state.budget.period)},
                                 {u"limit_usd"_s, state.budget.limit.toJsonDollars()},
                                 {u"left_usd"_s, state.left().toJsonDollars()},
                                 {u"hard"_s, state.budget.isHard}});
    }
    return {{u"period"_s, periodName(period)},
            {u"spent_usd"_s, own.cost.isKnown() ? own.cost.dollars() : 0.0},
            {u"pictures"_s, own.pictures},
            {u"unknown"_s, own.unknown},
            {u"budgets"_s, told}};
}

QJsonObject toolResult(const QJsonObject &structured, const QJsonArray &further, bool isError, Revision revision)
{
    const QByteArray text = escapedJson(QJsonDocument(structured).toJson(QJsonDocument::Compact));
    QJsonArray content {QJsonObject {{u"type"_s, u"text"_s}, {u"text"_s, QString::fromUtf8(text)}}};
    for (const QJsonValue block : further) {
        if (hasStructuredResults(revision) || block.toObject().value("type"_L1) != QJsonValue(u"resource_link"_s)) {
            content.append(block);
        }
    }
    QJsonObject result {{u"content"_s, content}, {u"isError"_s, isError}};
    if (hasStructuredResults(revision)) {
        result.insert(u"structuredContent"_s, structured);
    }
    return result;
}

QJsonObject toolError(const Error &error)
{
    const QJsonObject report {{u"error"_s, errorReport(error)}};
    const QByteArray text = escapedJson(QJsonDocument(report).toJson(QJsonDocument::Compact));
    return {{u"content"_s, QJsonArray {QJsonObject {{u"type"_s, u"text"_s}, {u"text"_s, QString::fromUtf8(text)}}}},
            {u"isError"_s, true}};
}

} // namespace lightwell::mcp
