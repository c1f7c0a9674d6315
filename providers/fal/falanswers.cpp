// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/fal/falanswers.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/httperrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/unitcost.h"

#include <QJsonArray>

#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

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
    if (!falTellsEnd(response)) {
        return Billing::MayBeBilled;
    }
    return response.status >= 500 || kind == ErrorKind::Invalid ? Billing::NotBilled : Billing::MayBeBilled;
}

/// "images" of most models, "image" of those that make one.
QJsonArray pictureEntries(const QJsonObject &answer)
{
    const QJsonValue images = answer.value("images"_L1);
    if (images.isArray()) {
        return images.toArray();
    }
    const QJsonValue image = answer.value("image"_L1);
    return image.isObject() || image.isString() ? QJsonArray {image} : QJsonArray();
}

bool isFlagged(const QJsonObject &answer, qsizetype index)
{
    for (const QLatin1StringView field : {"has_nsfw_concepts"_L1, "nsfw_content_detected"_L1}) {
        const QJsonValue flags = answer.value(field);
        if (flags.toBool() || flags.toArray().at(index).toBool()) {
            return true;
        }
    }
    return false;
}

QJsonObject usageOf(const QJsonObject &answer, const std::optional<double> &units)
{
    QJsonObject usage;
    if (units) {
        usage.insert("billable_units"_L1, *units);
    }
    if (answer.value("timings"_L1).isObject()) {
        usage.insert("timings"_L1, answer.value("timings"_L1));
    }
    return usage;
}

Error noPicture(const HttpResponse &response)
{
    return brokenAnswer(response, vendor(), reasons::answerHasNoPictures());
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

bool falTellsEnd(const HttpResponse &response)
{
    const int status = response.status;
    if (status == 422) {
        return falExplains(response);
    }
    // Who may not ask, or asks for something else, learns nothing of the job.
    const bool mayBeJobs = status == 400 || status == 408 || status == 499 || status >= 500;
    const QString model = response.json().value("detail"_L1)[0]["type"_L1].toString();
    return mayBeJobs && (!model.isEmpty() || kindOfCode(kTypes, platformType(response)));
}

bool falStillRunning(const HttpResponse &response)
{
    return mentions(response.json().value("detail"_L1).toString(), "still in progress"_L1);
}

std::optional<double> falUnits(const HttpResponse &response)
{
    bool ok = false;
    const double units = response.header("x-fal-billable-units"_ba).trimmed().toDouble(&ok);
    return ok && std::isfinite(units) && units >= 0 ? std::optional<double>(units) : std::nullopt;
}

Money falCost(const Offer &offer, const HttpResponse &response)
{
    const std::optional<double> units = falUnits(response);
    if (!units) {
        return Money::unknown();
    }
    if (*units == 0) {
        return Money::zero();
    }
    using Unit = PriceLine::Unit;
    return unitCost(offer, *units, {Unit::Image, Unit::Megapixel, Unit::Second, Unit::Run});
}

Step readFalResult(const Plan &plan, const HttpResponse &response)
{
    const QJsonObject answer = response.json();
    const QJsonArray entries = pictureEntries(answer);
    Done done;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QJsonValue entry = entries.at(i);
        std::optional<ProducedMedia> image =
            pictureFrom(entry.isObject() ? entry.toObject().value("url"_L1).toString() : entry.toString());
        if (!image) {
            continue;
        }
        if (isFlagged(answer, i)) {
            image->flaggedBy = vendor();
        }
        image->seed = wholeNumber(answer.value("seed"_L1));
        done.media.append(*image);
    }
    if (done.media.isEmpty()) {
        return Failed {noPicture(response)};
    }
    done.cost = falCost(plan.offer, response);
    done.usage = usageOf(answer, falUnits(response));
    return done;
}

} // namespace lightwell
