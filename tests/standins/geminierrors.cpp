// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/geminierrors.h"

namespace lightwell::test::geminierrors {

using namespace Qt::StringLiterals;

namespace {

QJsonObject detail(const QString &type, QJsonObject content)
{
    content.insert(u"@type"_s, QString(u"type.googleapis.com/google.rpc."_s + type));
    return content;
}

QJsonObject usage()
{
    return {{u"promptTokenCount"_s, 9}, {u"totalTokenCount"_s, 9}};
}

} // namespace

Reply make(int code, const QString &status, const QString &message, const QJsonArray &details)
{
    QJsonObject error {{u"code"_s, code}, {u"message"_s, message}, {u"status"_s, status}};
    if (!details.isEmpty()) {
        error.insert(u"details"_s, details);
    }
    return Reply::json({{u"error"_s, error}}, code);
}

Reply invalid(const QString &message, const QString &field)
{
    QJsonArray details;
    if (!field.isEmpty()) {
        const QJsonObject violation {{u"field"_s, field}, {u"description"_s, message}};
        details.append(detail(u"BadRequest"_s, {{u"fieldViolations"_s, QJsonArray {violation}}}));
    }
    return make(400, u"INVALID_ARGUMENT"_s, message, details);
}

Reply invalidKey()
{
    return make(400, u"INVALID_ARGUMENT"_s, u"API key not valid. Please pass a valid API key."_s,
                {detail(u"ErrorInfo"_s, {{u"reason"_s, u"API_KEY_INVALID"_s}, {u"domain"_s, u"googleapis.com"_s}})});
}

Reply locationNotServed()
{
    return make(400, u"FAILED_PRECONDITION"_s, u"User location is not supported for the API use."_s);
}

Reply quota(const QString &retryDelay, const QString &quotaValue)
{
    const QJsonObject violation {{u"quotaMetric"_s, u"generativelanguage.googleapis.com/generate_requests"_s},
                                 {u"quotaId"_s, u"GenerateRequestsPerMinutePerProject"_s},
                                 {u"quotaValue"_s, quotaValue}};
    return make(429, u"RESOURCE_EXHAUSTED"_s,
                u"You exceeded your current quota, please check your plan and billing details."_s,
                {detail(u"QuotaFailure"_s, {{u"violations"_s, QJsonArray {violation}}}),
                 detail(u"RetryInfo"_s, {{u"retryDelay"_s, retryDelay}})});
}

Reply overloaded()
{
    return make(503, u"UNAVAILABLE"_s, u"The model is overloaded. Please try again later."_s);
}

Reply blockedPrompt(const QString &reason)
{
    return Reply::json(
        {{u"promptFeedback"_s, QJsonObject {{u"blockReason"_s, reason}}}, {u"usageMetadata"_s, usage()}});
}

Reply finished(const QString &reason, const QString &message)
{
    QJsonObject candidate {
        {u"content"_s, QJsonObject {{u"role"_s, u"model"_s}}}, {u"finishReason"_s, reason}, {u"index"_s, 0}};
    if (!message.isEmpty()) {
        candidate.insert(u"finishMessage"_s, message);
    }
    return Reply::json({{u"candidates"_s, QJsonArray {candidate}}, {u"usageMetadata"_s, usage()}});
}

} // namespace lightwell::test::geminierrors
