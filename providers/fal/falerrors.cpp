// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/fal/falerrors.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/httperrors.h"
#include "providers/fal/falresult.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::FalErrors)
};

QString vendor()
{
    return u"fal.ai"_s;
}

constexpr ErrorCode kTypes[] = {
    // of the models
    {"content_policy_violation"_L1, ErrorKind::ContentPolicy},
    {"no_media_generated"_L1, ErrorKind::Upstream},
    {"image_too_small"_L1, ErrorKind::Invalid},
    {"image_too_large"_L1, ErrorKind::Invalid},
    {"image_load_error"_L1, ErrorKind::Invalid},
    {"file_download_error"_L1, ErrorKind::Invalid},
    {"file_too_large"_L1, ErrorKind::Invalid},
    {"generation_timeout"_L1, ErrorKind::Timeout},
    {"downstream_service_error"_L1, ErrorKind::Upstream},
    {"downstream_service_unavailable"_L1, ErrorKind::Overloaded},
    {"internal_server_error"_L1, ErrorKind::Upstream},
    // of the platform
    {"request_timeout"_L1, ErrorKind::Timeout},
    {"startup_timeout"_L1, ErrorKind::Timeout},
    {"runner_scheduling_failure"_L1, ErrorKind::Overloaded},
    {"runner_connection_timeout"_L1, ErrorKind::Overloaded},
    {"runner_connection_refused"_L1, ErrorKind::Overloaded},
    {"runner_connection_error"_L1, ErrorKind::Overloaded},
    {"runner_disconnected"_L1, ErrorKind::Upstream},
    {"runner_incomplete_response"_L1, ErrorKind::Upstream},
    {"runner_server_error"_L1, ErrorKind::Upstream},
    {"client_disconnected"_L1, ErrorKind::Cancelled},
    {"client_cancelled"_L1, ErrorKind::Cancelled},
    {"bad_request"_L1, ErrorKind::Invalid},
    {"internal_error"_L1, ErrorKind::Upstream},
    // of the platform API
    {"authorization_error"_L1, ErrorKind::Auth},
    {"rate_limited"_L1, ErrorKind::RateLimit},
    {"not_found"_L1, ErrorKind::NotFound},
    {"server_error"_L1, ErrorKind::Upstream},
};

QString platformType(const HttpResponse &response)
{
    const QString type = response.json().value("error_type"_L1).toString();
    return type.isEmpty() ? QString::fromLatin1(response.header("X-Fal-Error-Type"_ba)) : type;
}

bool mentions(const QString &text, QLatin1StringView words)
{
    return text.contains(words, Qt::CaseInsensitive);
}

/// fal locks an account that has run dry, and says so with a 403.
void refineLocked(Error &error)
{
    if (!mentions(error.detail, "user is locked"_L1)) {
        return;
    }
    const bool dry = mentions(error.detail, "exhausted balance"_L1) || mentions(error.detail, "top_up"_L1)
        || mentions(error.detail, "top up"_L1);
    error.kind = dry ? ErrorKind::Funds : ErrorKind::Auth;
    explain(error, vendor());
    if (!dry) {
        error.setReason(reasons::accountLocked(vendor()));
    }
}

void applyRetryable(Error &error, const HttpResponse &response)
{
    const QByteArray retryable = response.header("X-Fal-Retryable"_ba).toLower();
    if (retryable == "false" && error.kind == ErrorKind::Overloaded) {
        error.kind = ErrorKind::Upstream;
    } else if (retryable == "true" && error.kind == ErrorKind::Upstream && error.billing == Billing::NotBilled) {
        error.kind = ErrorKind::Overloaded;
    }
}

void finish(Error &error)
{
    explain(error, vendor());
    if (error.kind == ErrorKind::Cancelled) {
        error.setReason(reasons::jobStopped(vendor()));
    }
    refineLocked(error);
}

Billing billingOfJob(const HttpResponse &response, ErrorKind kind)
{
    if (const std::optional<double> units = falUnits(response)) {
        return *units > 0 ? Billing::Billed : Billing::NotBilled;
    }
    if (kind == ErrorKind::Cancelled) {
        return Billing::MayBeBilled;
    }
    const bool serverFault = response.status >= 500 && response.status < 600;
    return serverFault || kind == ErrorKind::Invalid ? Billing::NotBilled : Billing::MayBeBilled;
}

} // namespace

void refineFalError(Error &error, const HttpResponse &response)
{
    const QString platform = platformType(response);
    error.code = platform.isEmpty() ? error.code : platform;
    error.kind = kindOfCode(kTypes, error.code).value_or(error.kind);
    if (error.param.isEmpty() && error.kind == ErrorKind::Invalid && error.code.startsWith("image_"_L1)) {
        error.param = u"image"_s;
    }
    applyRetryable(error, response);
    finish(error);
}

void settleFalJobError(Error &error, const HttpResponse &response, bool lost)
{
    error.billing = billingOfJob(response, error.kind);
    applyRetryable(error, response);
    if (!lost) {
        finish(error);
    }
}

bool falExplains(const HttpResponse &response)
{
    const QJsonObject body = response.json();
    return body.contains("detail"_L1) || body.contains("error_type"_L1);
}

bool falStillRunning(const HttpResponse &response)
{
    return mentions(response.json().value("detail"_L1).toString(), "still in progress"_L1);
}

Error falWithheld(const HttpResponse &response)
{
    Error error;
    error.kind = ErrorKind::ContentPolicy;
    error.httpStatus = response.status;
    error.code = u"nsfw"_s;
    const std::optional<double> units = falUnits(response);
    error.billing = units && *units == 0 ? Billing::NotBilled : Billing::Billed;
    error.setReason(reasons::picturesBlackedOut(vendor()));
    return error;
}

Error falNoPicture(const HttpResponse &response)
{
    return brokenAnswer(response, vendor(), Text::tr("The answer has no pictures."));
}

Error falNoSuchEndpoint(const QString &id)
{
    return notSent(ErrorKind::NotFound, reasons::modelBadlyNamed(id, vendor()), u"model"_s);
}

} // namespace lightwell
