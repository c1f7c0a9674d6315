// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openaiaccount.h"

#include "core/chat/textmoney.h"
#include "core/gateway/dialects/openai/accountquery.h"
#include "core/gateway/dialects/openai/openaianswer.h"
#include "core/gateway/dialects/openai/openaijobs.h"
#include "core/model/boundedjson.h"

#include <QJsonArray>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

QString originName(Origin::Kind kind)
{
    switch (kind) {
    case Origin::Kind::Window:
        return u"window"_s;
    case Origin::Kind::CommandLine:
        return u"cli"_s;
    case Origin::Kind::Gateway:
        break;
    }
    return u"gateway"_s;
}

/// Code and message of the answer that its client got.
void addError(QJsonObject &entry, const LoggedRequest &request)
{
    QJsonObject error;
    const bool hasFailed = request.outcome != RequestOutcome::Completed && request.outcome != RequestOutcome::Running;
    if (hasFailed) {
        const Result<QJsonObject> body = readJsonObject(failureAnswer(request.generation).body, jsonlimits::own);
        error = body ? body->value("error"_L1).toObject() : QJsonObject();
    }
    entry.insert(u"error_code"_s, hasFailed ? error.value("code"_L1) : QJsonValue(QJsonValue::Null));
    entry.insert(u"error_message"_s, hasFailed ? error.value("message"_L1) : QJsonValue(QJsonValue::Null));
}

QJsonObject entryOf(const LoggedRequest &request)
{
    const Generation &generation = request.generation;
    const QString model = generation.plan ? generation.plan->offer.model : generation.request.model;
    const QString provider = generation.attempts.isEmpty() ? QString() : generation.attempts.last().provider;
    const bool isText = generation.plan && isTextPlan(*generation.plan);
    // A job keeps its path with how its answer is written; all others with what is known of their call.
    const QString endpoint = request.endpoint.isEmpty() ? generation.origin.notes.path : request.endpoint;
    QJsonObject entry {{u"id"_s, generation.id},
                       {u"object"_s, u"request"_s},
                       {u"created_at"_s, timeOrNull(generation.createdAt)},
                       {u"model"_s, model},
                       {u"provider"_s, orNull(provider)},
                       {u"modality"_s, isText ? u"text"_s : u"image"_s},
                       {u"operation"_s, operationName(generation.request.operation)},
                       {u"endpoint"_s, orNull(endpoint)},
                       {u"origin"_s, originName(generation.origin.kind)},
                       {u"status"_s, outcomeName(request.outcome)},
                       {u"cost"_s, generation.cost.toJsonDollars()},
                       {u"estimated_cost"_s, generation.estimate.toJsonDollars()},
                       {u"currency"_s, u"usd"_s},
                       {u"duration_ms"_s,
                        generation.endedAt.isValid() ? QJsonValue(generation.createdAt.msecsTo(generation.endedAt))
                                                     : QJsonValue(QJsonValue::Null)},
                       {u"key_id"_s, orNull(generation.origin.client)},
                       {u"project"_s, orNull(generation.origin.project)},
                       {u"user"_s, orNull(generation.request.user)},
                       {u"session_id"_s, orNull(generation.origin.notes.session)},
                       {u"pictures"_s, generation.pictures.size()},
                       {u"purged"_s, request.purgedAt.isValid()}};
    // Of Lumenfall's, what nothing is known of here: clients of it look for each.
    for (const QString &name : {u"trace_id"_s, u"request_size_bytes"_s, u"response_size_bytes"_s}) {
        entry.insert(name, QJsonValue::Null);
    }
    addError(entry, request);
    return entry;
}

/// A list in Lumenfall's form. `first` and `last` are the ids of its entries at both ends.
QJsonObject listOf(const QJsonArray &entries, bool hasOlder, bool hasNewer, const GatewayRequest &asked,
                   const QString &address)
{
    const QString first = entries.first()["id"_L1].toString();
    const QString last = entries.last()["id"_L1].toString();
    return {{u"object"_s, u"list"_s},
            {u"data"_s, entries},
            {u"next_page_url"_s,
             hasOlder && !last.isEmpty() ? QJsonValue(pageAddress(address, asked.query, last, {}))
                                         : QJsonValue(QJsonValue::Null)},
            {u"previous_page_url"_s,
             hasNewer && !first.isEmpty() ? QJsonValue(pageAddress(address, asked.query, {}, first))
                                          : QJsonValue(QJsonValue::Null)}};
}

/// Of what was to be made; what it was to be made of and with is the client's own business.
QJsonObject wordsOf(const Request &request)
{
    return {{u"prompt"_s, request.prompt},
            {u"negative_prompt"_s, orNull(request.negativePrompt)},
            {u"n"_s, request.n},
            {u"size"_s, orNull(request.size.toString())},
            {u"quality"_s, orNull(request.quality)},
            {u"style"_s, orNull(request.style)},
            {u"seed"_s, request.seed ? QJsonValue(*request.seed) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject amount(Money money)
{
    return {{u"amount"_s, money.toJsonDollars()}, {u"currency"_s, u"usd"_s}};
}

QJsonObject budgetOf(const BudgetState &state, const QDateTime &now)
{
    const Budget &budget = state.budget;
    return {{u"limit"_s, budget.limit.toJsonDollars()},
            {u"left"_s, state.left().toJsonDollars()},
            {u"spent"_s, state.spent.toJsonDollars()},
            {u"reserved"_s, state.reserved.toJsonDollars()},
            {u"period"_s, periodName(budget.period)},
            {u"resets_at"_s, timeOrNull(periodEnd(budget.period, now))},
            {u"stops"_s, budget.isHard},
            {u"provider"_s, orNull(budget.provider)},
            {u"model"_s, orNull(budget.model)},
            {u"project"_s, orNull(budget.project)},
            {u"shared"_s, budget.client.isEmpty()}};
}

QJsonObject keyOf(const Client &client, const QDateTime &now)
{
    const ClientTerms &terms = client.terms;
    return {
        {u"id"_s, client.id},
        {u"object"_s, u"key"_s},
        {u"name"_s, client.name},
        {u"hint"_s, client.keyHint},
        {u"status"_s,
         client.revoked              ? u"revoked"_s
             : client.disabled       ? u"disabled"_s
             : client.isExpired(now) ? u"expired"_s
                                     : u"active"_s},
        {u"scope"_s, client.scope == KeyScope::Management ? u"management"_s : u"calls"_s},
        {u"created_at"_s, timeOrNull(client.createdAt)},
        {u"last_used_at"_s, timeOrNull(client.lastUsedAt)},
        {u"expires_at"_s, timeOrNull(terms.expiresAt)},
        {u"models"_s,
         terms.models.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(QJsonArray::fromStringList(terms.models))},
        {u"requests_per_minute"_s, terms.perMinute ? QJsonValue(*terms.perMinute) : QJsonValue(QJsonValue::Null)},
        {u"keep_alive"_s, orNull(terms.beginsEarly ? u"whitespace"_s : QString())},
        {u"replay"_s, orNull(terms.replay ? replayModeName(*terms.replay) : QString())}};
}

} // namespace

Result<RequestsWish> OpenAiAccount::readRequests(const GatewayRequest &request) const
{
    return readRequestsQuery(request.query);
}

Result<KeysWish> OpenAiAccount::readKeys(const GatewayRequest &request) const
{
    return readKeysQuery(request.query);
}

GatewayResponse OpenAiAccount::requests(const RequestPage &page, const std::optional<RequestSummary> &summary,
                                        const GatewayRequest &asked, const QString &address) const
{
    QJsonArray entries;
    for (const LoggedRequest &request : page.requests) {
        entries.append(entryOf(request));
    }
    QJsonObject list = listOf(entries, page.hasOlder, page.hasNewer, asked, address);
    if (summary) {
        list.insert(u"summary"_s,
                    QJsonObject {{u"count"_s, summary->count},
                                 {u"total_cost"_s, summary->cost.toJsonDollars()},
                                 {u"currency"_s, u"usd"_s},
                                 {u"unknown_costs"_s, summary->unknown}});
    }
    return GatewayResponse::json(200, list);
}

GatewayResponse OpenAiAccount::request(const LoggedRequest &request, const std::optional<QStringList> &links) const
{
    QJsonObject entry = entryOf(request);
    const bool isTold = links && !request.purgedAt.isValid();
    entry.insert(u"purged_at"_s, timeOrNull(request.purgedAt));
    entry.insert(u"request"_s, isTold ? QJsonValue(wordsOf(request.generation.request)) : QJsonValue(QJsonValue::Null));
    entry.insert(u"metadata"_s, generationMetadata(request.generation));
    QJsonArray data;
    for (qsizetype i = 0; i < request.generation.pictures.size(); ++i) {
        const Picture &picture = request.generation.pictures.at(i);
        data.append(QJsonObject {{u"url"_s, orNull(isTold ? links->value(i) : QString())},
                                 {u"format"_s, formatName(picture.format)},
                                 {u"size"_s, sizeToString(picture.size)},
                                 {u"bytes"_s, picture.bytes},
                                 {u"revised_prompt"_s, orNull(isTold ? picture.revisedPrompt : QString())},
                                 {u"seed"_s, picture.seed ? QJsonValue(*picture.seed) : QJsonValue(QJsonValue::Null)}});
    }
    entry.insert(u"data"_s, data);
    return GatewayResponse::json(200, entry);
}

GatewayResponse OpenAiAccount::purged(const QString &id, bool already, int pictures) const
{
    return GatewayResponse::json(
        200, {{u"id"_s, id}, {u"purged"_s, true}, {u"already_purged"_s, already}, {u"media_deleted"_s, pictures}});
}

GatewayResponse OpenAiAccount::balance(const QList<BudgetState> &budgets, const QDateTime &now) const
{
    Money available;
    QJsonArray all;
    for (const BudgetState &state : budgets) {
        const Budget &budget = state.budget;
        all.append(budgetOf(state, now));
        // What stops every call of this client, whatever it is for.
        if (!budget.isHard || !budget.provider.isEmpty() || !budget.model.isEmpty() || !budget.project.isEmpty()) {
            continue;
        }
        const Money left = state.left();
        if (!available.isKnown() || left.microsOr(0) < available.micros()) {
            available = Money::fromMicros(std::max<qint64>(0, left.microsOr(0)));
        }
    }
    return GatewayResponse::json(
        200,
        {{u"object"_s, u"balance"_s},
         {u"billing_type"_s, available.isKnown() ? u"prepaid"_s : u"postpaid"_s},
         {u"available"_s, available.isKnown() ? QJsonValue(amount(available)) : QJsonValue(QJsonValue::Null)},
         {u"budgets"_s, all}});
}

GatewayResponse OpenAiAccount::keys(const ClientPage &page, const GatewayRequest &asked, const QString &address,
                                    const QDateTime &now) const
{
    QJsonArray entries;
    for (const Client &client : page.clients) {
        entries.append(keyOf(client, now));
    }
    return GatewayResponse::json(200, listOf(entries, page.hasOlder, page.hasNewer, asked, address));
}

GatewayResponse OpenAiAccount::webhookSecret(const QByteArray &secret) const
{
    return GatewayResponse::json(200, {{u"object"_s, u"webhook_secret"_s}, {u"secret"_s, QString::fromLatin1(secret)}});
}

GatewayResponse OpenAiAccount::job(const JobView &job) const
{
    return jobAnswer(job);
}

QByteArray OpenAiAccount::jobEvent(const JobView &job) const
{
    return openai::jobEvent(job);
}

QByteArray OpenAiAccount::webhookBody(const JobView &job) const
{
    return openai::webhookBody(job);
}

} // namespace lightwell::openai
