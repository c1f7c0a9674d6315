// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/google/geminierror.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/boundedjson.h"
#include "core/planning/fieldnames.h"
#include "providers/common/httperrors.h"

#include <QJsonArray>
#include <QJsonObject>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Streaming addresses wrap the object into an array.
QJsonObject errorObject(const QByteArray &body)
{
    const Result<QJsonDocument> document = readJson(body, jsonlimits::answer);
    if (!document) {
        return {};
    }
    const QJsonValue root = document->isArray() ? document->array().at(0) : QJsonValue(document->object());
    return root["error"_L1].toObject();
}

QJsonObject detail(const QJsonObject &error, QLatin1StringView type)
{
    const QJsonArray details = error.value("details"_L1).toArray();
    for (const QJsonValue &entry : details) {
        if (entry["@type"_L1].toString().endsWith(type)) {
            return entry.toObject();
        }
    }
    return {};
}

/// "36s", "1.5s"
std::optional<std::chrono::milliseconds> retryDelay(const QJsonObject &error)
{
    const QString text = detail(error, "google.rpc.RetryInfo"_L1).value("retryDelay"_L1).toString();
    bool ok = false;
    const double seconds = text.endsWith(u's') ? text.chopped(1).toDouble(&ok) : 0;
    if (!ok || !(seconds >= 0) || seconds > 86'400) {
        return std::nullopt;
    }
    return std::chrono::milliseconds(static_cast<qint64>(seconds * 1000));
}

/// A quota of nothing: waiting does not help, only billing does.
bool quotaIsZero(const QJsonObject &error)
{
    const QJsonArray violations = detail(error, "google.rpc.QuotaFailure"_L1).value("violations"_L1).toArray();
    for (const QJsonValue &violation : violations) {
        if (violation["quotaValue"_L1].toString() == u'0') {
            return true;
        }
    }
    return error.value("message"_L1).toString().contains("limit: 0,"_L1);
}

ErrorKind kindOf(const QJsonObject &error, ErrorKind usual)
{
    const QString status = error.value("status"_L1).toString();
    const QString message = error.value("message"_L1).toString();
    const auto says = [&](QLatin1StringView words) { return message.contains(words, Qt::CaseInsensitive); };
    const QString reason = detail(error, "google.rpc.ErrorInfo"_L1).value("reason"_L1).toString();
    if (reason.startsWith("API_KEY_"_L1) || says("API key not valid"_L1) || status == "UNAUTHENTICATED"_L1) {
        return ErrorKind::Auth;
    }
    if (status == "FAILED_PRECONDITION"_L1) {
        return says("billing"_L1) ? ErrorKind::Funds : ErrorKind::Unsupported;
    }
    if (status == "RESOURCE_EXHAUSTED"_L1) {
        return quotaIsZero(error) ? ErrorKind::Funds : ErrorKind::RateLimit;
    }
    if (status == "INVALID_ARGUMENT"_L1 && (says("support code"_L1) || says("Responsible AI"_L1))) {
        return ErrorKind::ContentPolicy;
    }
    return usual;
}

QString fieldAtFault(const QJsonObject &error, const Offer &offer)
{
    const QJsonArray fields = detail(error, "google.rpc.BadRequest"_L1).value("fieldViolations"_L1).toArray();
    const QString path = fields.at(0)["field"_L1].toString().section(u'[', 0, 0);
    const QString parameter = mappedParameter(offer, path);
    return parameter.isEmpty() ? path.section(u'.', -1) : parameter;
}

} // namespace

Error geminiError(const HttpResponse &response, const Offer &offer, const QString &provider, const QByteArray &key)
{
    const QJsonObject said = errorObject(response.body);
    Error error = errorFromStatus(response, VendorMessage::read(response.body, key), provider);
    error.param = fieldAtFault(said, offer);
    if (!error.retryAfter) {
        error.retryAfter = retryDelay(said);
    }
    // Words decide only where the status already says that nothing was made.
    if (error.billing == Billing::NotBilled) {
        error.kind = kindOf(said, error.kind);
    }
    if (response.status == 499) {
        error.kind = ErrorKind::Cancelled;
    }
    if (response.status >= 400) {
        explain(error, provider);
    }
    const QString text = said.value("message"_L1).toString();
    if (error.kind == ErrorKind::Unsupported && text.contains("location"_L1, Qt::CaseInsensitive)) {
        error.setReason(reasons::regionNotServed(provider));
    }
    return error;
}

} // namespace lightwell
