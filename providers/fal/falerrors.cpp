// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/fal/falerrors.h"

#include "providers/common/flatbody.h"
#include "providers/common/httperrors.h"
#include "providers/fal/falresult.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <array>

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

struct Row
{
    QLatin1StringView type;
    ErrorKind kind;
};

constexpr std::array kTypes {
    // of the models
    Row {"content_policy_violation"_L1, ErrorKind::ContentPolicy},
    Row {"no_media_generated"_L1, ErrorKind::Upstream},
    Row {"image_too_small"_L1, ErrorKind::Invalid},
    Row {"image_too_large"_L1, ErrorKind::Invalid},
    Row {"image_load_error"_L1, ErrorKind::Invalid},
    Row {"file_download_error"_L1, ErrorKind::Invalid},
    Row {"file_too_large"_L1, ErrorKind::Invalid},
    Row {"generation_timeout"_L1, ErrorKind::Timeout},
    Row {"downstream_service_error"_L1, ErrorKind::Upstream},
    Row {"downstream_service_unavailable"_L1, ErrorKind::Overloaded},
    Row {"internal_server_error"_L1, ErrorKind::Upstream},
    // of the platform
    Row {"request_timeout"_L1, ErrorKind::Timeout},
    Row {"startup_timeout"_L1, ErrorKind::Timeout},
    Row {"runner_scheduling_failure"_L1, ErrorKind::Overloaded},
    Row {"runner_connection_timeout"_L1, ErrorKind::Overloaded},
    Row {"runner_connection_refused"_L1, ErrorKind::Overloaded},
    Row {"runner_connection_error"_L1, ErrorKind::Overloaded},
    Row {"runner_disconnected"_L1, ErrorKind::Upstream},
    Row {"runner_incomplete_response"_L1, ErrorKind::Upstream},
    Row {"runner_server_error"_L1, ErrorKind::Upstream},
    Row {"client_disconnected"_L1, ErrorKind::Cancelled},
    Row {"client_cancelled"_L1, ErrorKind::Cancelled},
    Row {"bad_request"_L1, ErrorKind::Invalid},
    Row {"internal_error"_L1, ErrorKind::Upstream},
    // of the platform API
    Row {"authorization_error"_L1, ErrorKind::Auth},
    Row {"rate_limited"_L1, ErrorKind::RateLimit},
    Row {"not_found"_L1, ErrorKind::NotFound},
    Row {"server_error"_L1, ErrorKind::Upstream},
};

std::optional<ErrorKind> kindOfType(const QString &type)
{
    for (const Row &row : kTypes) {
        if (type == row.type) {
            return row.kind;
        }
    }
    return std::nullopt;
}

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
        error.message = Text::tr("fal.ai has locked this account. Its support can say why and open it again.");
    }
}

/// Everything but the question of who pays.
Error readError(const HttpResponse &response, const Offer &offer)
{
    const VendorMessage said = VendorMessage::read(response.body);
    Error error = errorFromStatus(response, said, vendor());
    const QString platform = platformType(response);
    const QString type = platform.isEmpty() ? error.code : platform;
    error.code = type;
    if (const std::optional<ErrorKind> kind = kindOfType(type)) {
        error.kind = *kind;
    }
    if (!said.param.isEmpty() && said.param != "body"_L1) {
        error.param = parameterOf(offer, said.param);
    } else if (error.kind == ErrorKind::Invalid && type.startsWith("image_"_L1)) {
        error.param = u"image"_s;
    }
    return error;
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
        error.message = Text::tr("The job was stopped at fal.ai. If it was already running, it may be billed.");
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

void lostJob(Error &error)
{
    if (error.kind == ErrorKind::NotFound) {
        error.message =
            Text::tr("fal.ai no longer knows this job, so its picture cannot be fetched. It may be billed all "
                     "the same. Look at the requests on your fal.ai dashboard.");
    }
}

} // namespace

Error falError(const HttpResponse &response, const Offer &offer, FalCall call)
{
    Error error = readError(response, offer);
    if (call == FalCall::Job) {
        error.billing = Billing::MayBeBilled;
    } else if (call == FalCall::KeyCheck) {
        error.billing = Billing::NotBilled;
    } else {
        error.billing = billingOfStatus(response.status);
    }
    applyRetryable(error, response);
    finish(error);
    if (call == FalCall::Job) {
        lostJob(error);
    }
    return error;
}

Error falJobError(const HttpResponse &response, const Offer &offer, const QJsonObject &failure)
{
    HttpResponse told = response;
    if (!falExplains(response) && !failure.isEmpty()) {
        told.body = QJsonDocument(failure).toJson(QJsonDocument::Compact);
    }
    Error error = readError(told, offer);
    error.billing = billingOfJob(response, error.kind);
    applyRetryable(error, response);
    finish(error);
    if (failure.isEmpty()) {
        lostJob(error);
    }
    return error;
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

Error falUnreadable(const HttpResponse &response, const QString &missing)
{
    return brokenAnswer(response, vendor(), Text::tr("The answer has no usable “%1”.").arg(missing));
}

Error falForeignAddress(const HttpResponse &response)
{
    return brokenAnswer(response, vendor(), Text::tr("The answer leads to an address that does not belong to fal.ai."));
}

Error falWithheld(const HttpResponse &response)
{
    Error error;
    error.kind = ErrorKind::ContentPolicy;
    error.httpStatus = response.status;
    error.code = u"nsfw"_s;
    const std::optional<double> units = falUnits(response);
    error.billing = units && *units == 0 ? Billing::NotBilled : Billing::Billed;
    error.message = Text::tr("fal.ai's safety checker blacked out every picture. Change the prompt or the pictures.");
    return error;
}

Error falNoPicture(const HttpResponse &response)
{
    return brokenAnswer(response, vendor(), Text::tr("The answer has no pictures."));
}

Error falNoSuchEndpoint(const QString &id)
{
    return notSent(ErrorKind::NotFound,
                   Text::tr("“%1” is no model at fal.ai. Write it as on its page there: owner/name.").arg(id),
                   u"model"_s);
}

} // namespace lightwell
