// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/replicate/replicateanswers.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/httperrors.h"
#include "providers/common/joberrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/unitcost.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString vendor()
{
    return u"Replicate"_s;
}

constexpr ErrorPhrase refusals[] = {
    {"version does not exist"_L1, ErrorKind::NotFound, "model"_L1},
    {"invalid version"_L1, ErrorKind::NotFound, "model"_L1},
    {"billing"_L1, ErrorKind::Funds},
    {"payment method"_L1, ErrorKind::Funds},
    {"insufficient credit"_L1, ErrorKind::Funds},
};

/// The models' and the makers' ways to say that moderation stepped in.
constexpr ErrorPhrase moderation[] = {
    {"nsfw"_L1, ErrorKind::ContentPolicy},
    {"flagged as sensitive"_L1, ErrorKind::ContentPolicy},
    {"(E005)"_L1, ErrorKind::ContentPolicy},
    {"content policy"_L1, ErrorKind::ContentPolicy},
    {"content moderation"_L1, ErrorKind::ContentPolicy},
    {"safety checker"_L1, ErrorKind::ContentPolicy},
};

/// "Your rate limit resets in ~30s."
std::optional<std::chrono::milliseconds> resetTime(const QString &text)
{
    static const QRegularExpression pattern(uR"(resets in ~?(\d{1,5})\s*s)"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    return match.hasMatch() ? std::optional<std::chrono::milliseconds>(std::chrono::seconds(match.captured(1).toInt()))
                            : std::nullopt;
}

void setStopped(Error &error, const QString &status)
{
    error.kind = ErrorKind::Cancelled;
    error.billing = status == "canceled"_L1 ? Billing::Billed : Billing::NotBilled;
    error.setReason(error.billing == Billing::Billed ? reasons::jobStoppedLate(vendor())
                                                     : reasons::jobStoppedEarly(vendor()));
}

constexpr int kDeepest = 8;

void collect(const QJsonValue &value, QList<ProducedMedia> &images, int depth)
{
    if (depth > kDeepest) {
        return;
    }
    if (value.isString()) {
        if (const std::optional<ProducedMedia> image = pictureFrom(value.toString())) {
            images.append(*image);
        }
    }
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries) {
        collect(entry, images, depth + 1);
    }
    const QJsonObject fields = value.toObject();
    for (const QJsonValue &field : fields) {
        collect(field, images, depth + 1);
    }
}

/// The models write the seed they chose into their log: "Using seed: 7".
std::optional<qint64> loggedSeed(const QString &logs)
{
    static const QRegularExpression pattern(u"\\bseed[:=]\\s*(\\d{1,18})\\b"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(logs);
    return match.hasMatch() ? std::optional<qint64>(match.captured(1).toLongLong()) : std::nullopt;
}

Error predictionError(const QJsonObject &prediction, const HttpResponse &response)
{
    const QString status = prediction.value("status"_L1).toString();
    const QString words = prediction.value("error"_L1).toString();
    static const QRegularExpression codes(uR"(\bE\d{3,4}\b)"_s);
    const QString code = codes.match(words).captured();
    const bool refused = phraseIn(moderation, words) != nullptr;
    Error error =
        jobFailed(response, vendor(), words,
                  code == "E6716"_L1 ? ErrorKind::Timeout : (refused ? ErrorKind::ContentPolicy : ErrorKind::Upstream));
    if (status != "failed"_L1) {
        setStopped(error, status);
        return error;
    }
    error.code = code;
    if (code == "E1001"_L1) {
        error.setReason(reasons::outOfMemory(vendor()));
    }
    return error;
}

Error removedPictures(const HttpResponse &response)
{
    Error error = brokenAnswer(response, vendor(), {});
    error.billing = Billing::Billed;
    error.code = u"data_removed"_s;
    error.setReason(reasons::picturesDeleted(vendor()));
    return error;
}

Error noPicture(const HttpResponse &response, const QString &logs)
{
    Error error = brokenAnswer(response, vendor(), reasons::runHasNoPictures());
    error.billing = Billing::Billed;
    if (phraseIn(moderation, logs)) {
        error.kind = ErrorKind::ContentPolicy;
        explain(error, vendor());
        error.setReason(Reason::both(error.reason, reasons::runHasNoPictures()));
    }
    return error;
}

} // namespace

void refineReplicateError(Error &error, const Offer &offer)
{
    static const QRegularExpression field(uR"(\binput\.(\w+))"_s);
    const QRegularExpressionMatch match = field.match(error.detail);
    if (error.kind == ErrorKind::Invalid && match.hasMatch()) {
        error.param = parameterOf(offer, match.captured(1));
    } else if (const ErrorPhrase *said = phraseIn(refusals, error.detail); said && error.kind == ErrorKind::Invalid) {
        error.kind = said->kind;
        error.param = said->param.isEmpty() ? error.param : QString(said->param);
    }
    if (error.kind == ErrorKind::RateLimit && !error.retryAfter) {
        error.retryAfter = resetTime(error.detail);
    }
    explain(error, vendor());
}

Step readPrediction(const Plan &plan, const HttpResponse &response)
{
    const QJsonObject prediction = response.json();
    const QString status = prediction.value("status"_L1).toString();
    if (status == "failed"_L1 || status == "canceled"_L1 || status == "aborted"_L1) {
        return Failed {predictionError(prediction, response)};
    }
    if (status != "succeeded"_L1) {
        return Failed {missingInAnswer(response, u"Replicate"_s, u"status"_s)};
    }
    const QString logs = prediction.value("logs"_L1).toString();
    Done done;
    collect(prediction.value("output"_L1), done.media, 0);
    if (done.media.isEmpty()) {
        const bool removed = prediction.value("data_removed"_L1).toBool();
        return Failed {removed ? removedPictures(response) : noPicture(response, logs)};
    }
    const std::optional<qint64> seed = loggedSeed(logs);
    for (ProducedMedia &image : done.media) {
        image.seed = seed;
    }
    done.usage = prediction.value("metrics"_L1).toObject();
    if (const QJsonValue seconds = done.usage.value("predict_time"_L1); seconds.isDouble()) {
        done.cost = unitCost(plan.offer, seconds.toDouble(), {PriceLine::Unit::Second});
    }
    return done;
}

} // namespace lightwell
