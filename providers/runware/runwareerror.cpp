// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/runware/runwareerror.h"

#include "providers/common/httperrors.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr ErrorCode codes[] = {
    {"paymentRequired"_L1, ErrorKind::Funds},
    {"contentPolicyViolation"_L1, ErrorKind::ContentPolicy},
    {"sensitiveContentDetected"_L1, ErrorKind::ContentPolicy},
    {"unsafeContentDetected"_L1, ErrorKind::ContentPolicy},
    {"nsfwContentDetected"_L1, ErrorKind::ContentPolicy},
    {"promptBlocked"_L1, ErrorKind::ContentPolicy},
    {"imageBlocked"_L1, ErrorKind::ContentPolicy},
    {"moderationFailed"_L1, ErrorKind::ContentPolicy},
    {"unauthorized"_L1, ErrorKind::Auth},
    {"forbidden"_L1, ErrorKind::Auth},
    {"permissionDenied"_L1, ErrorKind::Auth},
    {"insufficientPermissions"_L1, ErrorKind::Auth},
    {"missingAuthentication"_L1, ErrorKind::Auth},
    {"invalidAuthentication"_L1, ErrorKind::Auth},
    {"authenticationFailed"_L1, ErrorKind::Auth},
    {"tokenExpired"_L1, ErrorKind::Auth},
    {"tokenInvalid"_L1, ErrorKind::Auth},
    {"tokenRevoked"_L1, ErrorKind::Auth},
    {"accountSuspended"_L1, ErrorKind::Auth},
    {"accountDisabled"_L1, ErrorKind::Auth},
    {"organizationSuspended"_L1, ErrorKind::Auth},
    {"invalidModel"_L1, ErrorKind::NotFound},
    {"unknownModel"_L1, ErrorKind::NotFound},
    {"modelDisabled"_L1, ErrorKind::NotFound},
    {"taskCancelled"_L1, ErrorKind::Cancelled},
    {"taskFailedOrNotFound"_L1, ErrorKind::NotFound},
    {"noAvailableServer"_L1, ErrorKind::Overloaded},
    {"modelUnavailable"_L1, ErrorKind::Overloaded},
    {"modelNotReady"_L1, ErrorKind::Overloaded},
    {"serviceUnavailable"_L1, ErrorKind::Overloaded},
    {"serverUnavailable"_L1, ErrorKind::Overloaded},
    {"inferenceError"_L1, ErrorKind::Upstream},
    {"internalServerError"_L1, ErrorKind::Upstream},
};

/// Runware has hundreds of codes; its own client sorts them by what is in their names, in this order.
constexpr ErrorCode parts[] = {
    {"credits"_L1, ErrorKind::Funds},
    {"quota"_L1, ErrorKind::Funds},
    {"balance"_L1, ErrorKind::Funds},
    {"ratelimit"_L1, ErrorKind::RateLimit},
    {"apikey"_L1, ErrorKind::Auth},
    {"contentpolicy"_L1, ErrorKind::ContentPolicy},
    {"providercontent"_L1, ErrorKind::ContentPolicy},
    {"timeout"_L1, ErrorKind::Timeout},
    {"notfound"_L1, ErrorKind::NotFound},
    {"expired"_L1, ErrorKind::NotFound},
};

constexpr QLatin1StringView wrongRequests[] = {"invalid"_L1, "missing"_L1, "conflict"_L1,    "duplicate"_L1,
                                               "value"_L1,   "array"_L1,   "unsupported"_L1, "max"_L1,
                                               "min"_L1,     "unknown"_L1, "incompatible"_L1};

/// How the vendors behind Runware word a refusal, in "providerError" and the like.
constexpr ErrorPhrase refusals[] = {
    {"moderat"_L1, ErrorKind::ContentPolicy},
    {"content policy"_L1, ErrorKind::ContentPolicy},
    {"safety system"_L1, ErrorKind::ContentPolicy},
};

std::optional<ErrorKind> kindOf(const QString &code, const QString &said)
{
    if (const std::optional<ErrorKind> kind = kindOfCode(codes, code)) {
        return kind;
    }
    for (const ErrorCode &part : parts) {
        if (code.contains(part.code, Qt::CaseInsensitive)) {
            return part.kind;
        }
    }
    if (code.startsWith("provider"_L1)) {
        return phraseIn(refusals, said) ? ErrorKind::ContentPolicy : ErrorKind::Upstream;
    }
    const bool isWrong = std::any_of(std::begin(wrongRequests), std::end(wrongRequests),
                                     [&code](QLatin1StringView word) { return code.startsWith(word); });
    return isWrong && code != "unknownError"_L1 ? std::optional(ErrorKind::Invalid) : std::nullopt;
}

QString codeIn(const QJsonObject &entry)
{
    return entry.value("code"_L1).toString();
}

/// Message, and what the vendor behind Runware answered.
QString wordsIn(const QJsonObject &entry)
{
    const QString message = entry.value("message"_L1).toString();
    const QString behind = entry.value("responseContent"_L1).toString();
    return behind.isEmpty() ? message : QString(message + u' ' + behind).trimmed();
}

QString fieldIn(const QJsonObject &entry)
{
    const QJsonValue field = entry.value("parameter"_L1);
    return field.isArray() ? field[0].toString() : field.toString();
}

QJsonArray entries(const HttpResponse &response)
{
    const QJsonObject answer = response.json();
    const QJsonObject alone = answer.value("error"_L1).toObject();
    return alone.isEmpty() ? answer.value("errors"_L1).toArray() : QJsonArray {alone};
}

/// What can be wrong with the question about a task that is well.
bool isAboutTheQuestion(const QJsonObject &entry)
{
    const std::optional<ErrorKind> kind = kindOf(codeIn(entry), {});
    return !kind || kind == ErrorKind::Auth || kind == ErrorKind::RateLimit || kind == ErrorKind::Funds
        || codeIn(entry) == "internalServerError"_L1 || codeIn(entry).startsWith("serv"_L1);
}

} // namespace

QJsonObject firstRunwareError(const HttpResponse &response)
{
    return entries(response).at(0).toObject();
}

QJsonObject runwareErrorOf(const HttpResponse &response, const QString &task)
{
    const QJsonArray all = entries(response);
    for (const QJsonValue &entry : all) {
        const bool own = !task.isEmpty() && entry["taskUUID"_L1].toString() == task;
        const bool says = entry["status"_L1].toString() == "error"_L1 || !isAboutTheQuestion(entry.toObject());
        if (own && says) {
            return entry.toObject();
        }
    }
    return {};
}

bool saysNoSuchTask(const QJsonObject &entry)
{
    return entry.value("status"_L1).toString() != "error"_L1
        && kindOf(codeIn(entry), {}) == std::optional(ErrorKind::NotFound);
}

void refineRunwareError(Error &error, const QJsonObject &entry, const Offer &offer, const QString &provider)
{
    if (entry.isEmpty()) {
        return;
    }
    error.code = codeIn(entry);
    error.detail = redactedDetail(wordsIn(entry));
    const QString field = fieldIn(entry);
    error.param = field.isEmpty() ? error.param : parameterOf(offer, field);
    const std::optional<ErrorKind> kind = kindOf(error.code, error.detail);
    const bool isVague = kind == ErrorKind::Invalid || kind == ErrorKind::Upstream;
    const bool isOpen = error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Upstream;
    if (kind && (isOpen || !isVague)) {
        error.kind = error.param == "model"_L1 && kind == ErrorKind::Invalid ? ErrorKind::NotFound : *kind;
    }
    explain(error, provider);
}

} // namespace lightwell
