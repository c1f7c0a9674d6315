// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error.h"

#include "core/model/json.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr json::Names kindNames({
    std::pair {ErrorKind::Unknown, "unknown"},
    {ErrorKind::Invalid, "invalid"},
    {ErrorKind::Unsupported, "unsupported"},
    {ErrorKind::NotFound, "not_found"},
    {ErrorKind::NoKey, "no_key"},
    {ErrorKind::Auth, "auth"},
    {ErrorKind::Funds, "funds"},
    {ErrorKind::RateLimit, "rate_limit"},
    {ErrorKind::ContentPolicy, "content_policy"},
    {ErrorKind::Overloaded, "overloaded"},
    {ErrorKind::Timeout, "timeout"},
    {ErrorKind::Network, "network"},
    {ErrorKind::Upstream, "upstream"},
    {ErrorKind::Budget, "budget"},
    {ErrorKind::Secrets, "secrets"},
    {ErrorKind::Storage, "storage"},
    {ErrorKind::Cancelled, "cancelled"},
    {ErrorKind::Internal, "internal"},
});

constexpr json::Names billingNames({
    std::pair {Billing::MayBeBilled, "may_be_billed"},
    {Billing::NotBilled, "not_billed"},
    {Billing::Billed, "billed"},
});

} // namespace

QString errorKindName(ErrorKind kind)
{
    return kindNames.name(kind);
}

ErrorKind errorKindFromName(const QString &name)
{
    return kindNames.value(name).value_or(ErrorKind::Unknown);
}

Reason Error::why() const
{
    return Reason::both(reason, Reason::text(message.trimmed()));
}

void Error::setReason(const Reason &known)
{
    reason = known;
    message.clear();
}

QJsonObject Error::toJson() const
{
    QJsonObject object {{"kind"_L1, errorKindName(kind)}, {"billing"_L1, billingNames.name(billing)}};
    json::putIfSet(object, "message"_L1, message);
    if (!reason.isEmpty()) {
        object.insert("reason"_L1, reason.toJson());
    }
    json::putIfSet(object, "detail"_L1, detail);
    json::putIfSet(object, "param"_L1, param);
    json::putIfSet(object, "code"_L1, code);
    if (httpStatus != 0) {
        object.insert("http_status"_L1, httpStatus);
    }
    if (retryAfter) {
        object.insert("retry_after_ms"_L1, static_cast<qint64>(retryAfter->count()));
    }
    return object;
}

Error Error::fromJson(const QJsonObject &object)
{
    Error error;
    error.kind = errorKindFromName(object.value("kind"_L1).toString());
    error.billing = billingNames.value(object.value("billing"_L1).toString()).value_or(Billing::MayBeBilled);
    error.message = object.value("message"_L1).toString();
    error.reason = Reason::fromJson(object.value("reason"_L1));
    error.detail = object.value("detail"_L1).toString();
    error.param = object.value("param"_L1).toString();
    error.code = object.value("code"_L1).toString();
    error.httpStatus = object.value("http_status"_L1).toInt();
    if (const QJsonValue wait = object.value("retry_after_ms"_L1); wait.isDouble()) {
        error.retryAfter = std::chrono::milliseconds(wait.toInteger());
    }
    return error;
}

Error notSent(ErrorKind kind, const Reason &reason, const QString &param)
{
    Error error;
    error.kind = kind;
    error.billing = Billing::NotBilled;
    error.param = param;
    error.reason = reason;
    return error;
}

Error notSent(ErrorKind kind, const QString &message, const QString &param)
{
    Error error;
    error.kind = kind;
    error.billing = Billing::NotBilled;
    error.message = message;
    error.param = param;
    return error;
}

} // namespace lightwell
