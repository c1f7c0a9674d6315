// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/accountpages.h"

#include "core/chat/textmoney.h"
#include "core/engine/attemptreasons.h"
#include "core/gateway/dialects/countedtokens.h"
#include "core/gateway/dialects/openrouter/imagesanswer.h"
#include "core/gateway/dialects/openrouter/providernames.h"
#include "core/gateway/dialects/openrouter/routererrors.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

/// Sums of what is known.
double dollarsOf(Money amount)
{
    return amount.isKnown() ? amount.dollars() : 0;
}

Money notNegative(Money amount)
{
    return Money::fromMicros(std::max<qint64>(0, amount.microsOr(0)));
}

QJsonValue milliseconds(const QDateTime &from, const QDateTime &to)
{
    return from.isValid() && to.isValid() ? QJsonValue(from.msecsTo(to)) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const std::optional<qint64> &count)
{
    return count ? QJsonValue(*count) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const QString &word)
{
    return word.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(word);
}

/// As chat/completions has it, where a vendor was asked through /responses.
QString finishWord(const QString &native)
{
    return native == "completed"_L1 ? u"stop"_s : native == "max_output_tokens"_L1 ? u"length"_s : native;
}

/// OpenRouter's names for its APIs; pictures in a chat are one of chats.
QString apiWord(const QString &api)
{
    const bool isTalk = api == textKindName(TextKind::Chat) || api == textKindName(TextKind::Responses);
    return isTalk ? u"completions"_s : api;
}

/// What chose the model, where it is not the one that was asked for: one of OpenRouter's own, where that was the
/// vendor, or the call's list of models, or the user's.
QString routerOf(const Generation &generation)
{
    if (generation.attempts.isEmpty()) {
        return {};
    }
    const Attempt &last = generation.attempts.last();
    if (last.provider == "openrouter"_L1 && last.providerModel.startsWith("openrouter/"_L1)) {
        return last.providerModel;
    }
    const bool standsIn = last.why.code == QLatin1StringView(reasons::fallbackModel.code);
    return standsIn ? u"lightwell/fallback"_s : QString();
}

QJsonArray responsesOf(const Generation &generation)
{
    QJsonArray responses;
    for (const Attempt &attempt : generation.attempts) {
        const bool isMade = attempt.status == GenerationStatus::Completed;
        QJsonObject entry {{u"provider_name"_s, providerTitle(attempt.provider)},
                           {u"is_byok"_s, false},
                           {u"status"_s,
                            isMade                                               ? QJsonValue(200)
                                : attempt.error && attempt.error->httpStatus > 0 ? QJsonValue(attempt.error->httpStatus)
                                                                                 : QJsonValue(QJsonValue::Null)}};
        if (const QJsonValue time = milliseconds(attempt.startedAt, attempt.endedAt); !time.isNull()) {
            entry.insert(u"latency"_s, time);
        }
        if (!attempt.about.id.isEmpty()) {
            entry.insert(u"id"_s, attempt.about.id);
        }
        responses.append(entry);
    }
    return responses;
}

} // namespace

QString resetWord(Period period)
{
    switch (period) {
    case Period::Day:
        return u"daily"_s;
    case Period::Week:
        return u"weekly"_s;
    case Period::Month:
        return u"monthly"_s;
    case Period::Total:
        break;
    }
    return {};
}

QJsonObject spendingOf(const KeyFacts &facts)
{
    const QString reset = facts.limit ? resetWord(facts.limit->budget.period) : QString();
    const QJsonValue none(QJsonValue::Null);
    QJsonObject spending {{u"limit"_s, facts.limit ? facts.limit->budget.limit.toJsonDollars() : none},
                          {u"limit_remaining"_s, facts.limit ? notNegative(facts.limit->left()).toJsonDollars() : none},
                          {u"limit_reset"_s, reset.isEmpty() ? none : QJsonValue(reset)},
                          {u"usage"_s, dollarsOf(facts.ever)},
                          {u"usage_daily"_s, dollarsOf(facts.today)},
                          {u"usage_weekly"_s, dollarsOf(facts.thisWeek)},
                          {u"usage_monthly"_s, dollarsOf(facts.thisMonth)},
                          {u"requests_of_unknown_cost"_s, facts.unknown},
                          {u"include_byok_in_limit"_s, false}};
    for (const QString &name :
         {u"byok_usage"_s, u"byok_usage_daily"_s, u"byok_usage_weekly"_s, u"byok_usage_monthly"_s}) {
        spending.insert(name, 0);
    }
    return spending;
}

GatewayResponse keyPage(const KeyFacts &facts)
{
    QJsonObject data = spendingOf(facts);
    data.insert(u"label"_s, facts.name.isEmpty() ? Text::tr("No key is needed") : facts.name);
    data.insert(u"is_free_tier"_s, false);
    data.insert(u"is_management_key"_s, facts.manages);
    data.insert(u"is_provisioning_key"_s, facts.manages); // its older name
    data.insert(u"expires_at"_s,
                facts.expiresAt.isValid() ? QJsonValue(facts.expiresAt.toUTC().toString(Qt::ISODateWithMs))
                                          : QJsonValue(QJsonValue::Null));
    data.insert(u"allowed_data_regions"_s, QJsonArray());
    data.insert(u"free_model_daily_requests"_s, QJsonObject {{u"limit"_s, 0}, {u"remaining"_s, 0}, {u"used"_s, 0}});
    data.insert(u"rate_limit"_s,
                QJsonObject {{u"requests"_s, facts.perMinute.value_or(-1)}, // -1: as many as it likes
                             {u"interval"_s, facts.perMinute ? u"60s"_s : u"10s"_s},
                             {u"note"_s, QString()}});
    for (const QString &name : {u"creator_user_id"_s, u"organization_id"_s, u"workspace_id"_s}) {
        data.insert(name, QJsonValue::Null);
    }
    return GatewayResponse::json(200, {{u"data"_s, data}});
}

GatewayResponse creditsPage(const CreditFacts &facts)
{
    if (!facts.left) {
        return errorAnswer(notSent(ErrorKind::NotFound,
                                   Text::tr("There is no budget for this key, so there are no credits that could run "
                                            "out. Set one with: lightwell-cli budget set USD --period month")));
    }
    const Money spent = Money::fromMicros(facts.spent.microsOr(0));
    return GatewayResponse::json(200,
                                 {{u"data"_s,
                                   QJsonObject {{u"total_credits"_s, (spent + notNegative(*facts.left)).dollars()},
                                                {u"total_usage"_s, spent.dollars()}}}});
}

GatewayResponse generationPage(const Generation &generation)
{
    const bool isMade = generation.status == GenerationStatus::Completed;
    const bool isCancelled = generation.status == GenerationStatus::Cancelled;
    const Offer offer = generation.plan ? generation.plan->offer : Offer();
    const CountedTokens tokens = tokensOf(generation);
    const bool isText = generation.plan && isTextPlan(*generation.plan);
    const AnswerNotes about = generation.attempts.isEmpty() ? AnswerNotes() : generation.attempts.last().about;
    const QString native = isMade && isText ? about.finish : isMade ? u"stop"_s : u"error"_s;
    const CallNotes &notes = generation.origin.notes;
    QJsonObject data {
        {u"id"_s, generation.id},
        {u"created_at"_s, generation.createdAt.toUTC().toString(Qt::ISODateWithMs)},
        {u"model"_s, offer.model.isEmpty() ? generation.request.model : offer.model},
        {u"provider_name"_s,
         offer.provider.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(providerTitle(offer.provider))},
        {u"total_cost"_s, generation.cost.toJsonDollars()},
        {u"usage"_s, generation.cost.toJsonDollars()},
        {u"is_byok"_s, false},
        {u"cancelled"_s, isCancelled},
        {u"finish_reason"_s, orNull(finishWord(native))},
        {u"native_finish_reason"_s, orNull(native)},
        {u"status"_s, statusName(generation.status)},
        {u"origin"_s, QString()},
        {u"data_region"_s, u"global"_s},
        {u"latency"_s, milliseconds(generation.createdAt, generation.endedAt)},
        {u"generation_time"_s, milliseconds(generation.createdAt, generation.endedAt)},
        {u"num_media_prompt"_s, generation.request.images.size()},
        {u"num_media_completion"_s, generation.pictures.size()},
        {u"tokens_prompt"_s, tokens.prompt},
        {u"tokens_completion"_s, tokens.completion},
        {u"native_tokens_prompt"_s, tokens.prompt},
        {u"native_tokens_completion"_s, tokens.completion},
        {u"native_tokens_completion_images"_s, tokens.images},
        {u"native_tokens_cached"_s, orNull(tokens.cached)},
        {u"native_tokens_reasoning"_s, orNull(tokens.thought)},
        {u"provider_responses"_s, responsesOf(generation)},
        {u"api_type"_s, orNull(apiWord(notes.api))},
        {u"streamed"_s, notes.streamed ? QJsonValue(*notes.streamed) : QJsonValue(QJsonValue::Null)},
        {u"router"_s, orNull(routerOf(generation))},
        {u"service_tier"_s, orNull(about.tier)},
        {u"upstream_id"_s, orNull(about.id)},
        {u"http_referer"_s, orNull(notes.referer)},
        {u"user_agent"_s, orNull(notes.userAgent)},
        {u"preset_id"_s, orNull(notes.preset)},
        {u"session_id"_s, orNull(notes.session)},
        {u"response_cache_source_id"_s, orNull(notes.answeredBy)},
        {u"external_user"_s, orNull(generation.request.user)}};
    for (const QString &unknown :
         {u"app_id"_s, u"cache_discount"_s, u"moderation_latency"_s, u"num_fetches"_s, u"num_input_audio_prompt"_s,
          u"num_search_results"_s, u"upstream_inference_cost"_s, u"web_search_engine"_s, u"workspace_id"_s}) {
        data.insert(unknown, QJsonValue::Null);
    }
    GatewayResponse response = GatewayResponse::json(200, {{u"data"_s, data}});
    addHeaders(response, generation);
    return response;
}

GatewayResponse activityPage(const QList<ActivityRow> &rows)
{
    QJsonArray data;
    for (const ActivityRow &row : rows) {
        data.append(QJsonObject {{u"date"_s, row.day.toString(Qt::ISODate)},
                                 {u"model"_s, row.model},
                                 {u"model_permaslug"_s, row.model},
                                 {u"endpoint_id"_s, QString(row.provider + u'/' + row.model)},
                                 {u"provider_name"_s, providerTitle(row.provider)},
                                 {u"usage"_s, dollarsOf(row.cost)},
                                 {u"byok_usage_inference"_s, 0},
                                 {u"requests"_s, row.generations},
                                 {u"requests_of_unknown_cost"_s, row.unknown},
                                 {u"pictures"_s, row.pictures},
                                 {u"prompt_tokens"_s, row.tokensIn},
                                 {u"completion_tokens"_s, row.tokensOut},
                                 {u"reasoning_tokens"_s, row.tokensThought}});
    }
    return GatewayResponse::json(200, {{u"data"_s, data}});
}

} // namespace lightwell::openrouter
