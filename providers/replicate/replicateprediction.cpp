// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/replicate/replicateprediction.h"

#include "providers/common/joberrors.h"
#include "providers/common/picturelink.h"
#include "providers/replicate/replicateerrors.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 8;

void collect(const QJsonValue &value, QList<ProducedMedia> &images, int depth)
{
    if (depth > kDeepest) {
        return;
    }
    if (value.isString()) {
        if (const std::optional<ProducedMedia> image = pictureFromLink(value.toString())) {
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

Money timeCost(const Offer &offer, const QJsonObject &metrics)
{
    const QJsonValue seconds = metrics.value("predict_time"_L1);
    if (offer.prices.size() != 1 || !seconds.isDouble()) {
        return Money::unknown();
    }
    const PriceLine &line = offer.prices.first();
    if (line.unit != PriceLine::Unit::Second || line.per <= 0) {
        return Money::unknown();
    }
    return Money::fromDollars(seconds.toDouble() * line.usd / static_cast<double>(line.per));
}

} // namespace

Step readPrediction(const Plan &plan, const HttpResponse &response)
{
    const QJsonObject prediction = response.json();
    const QString status = prediction.value("status"_L1).toString();
    if (status == "failed"_L1 || status == "canceled"_L1 || status == "aborted"_L1) {
        return Failed {predictionError(prediction, response.status)};
    }
    if (status != "succeeded"_L1) {
        return Failed {missingInAnswer(response, u"Replicate"_s, u"status"_s)};
    }
    const QString logs = prediction.value("logs"_L1).toString();
    Done done;
    collect(prediction.value("output"_L1), done.media, 0);
    if (done.media.isEmpty()) {
        const bool removed = prediction.value("data_removed"_L1).toBool();
        return Failed {removed ? replicateRemoved(response) : replicateNoPicture(response, logs)};
    }
    const std::optional<qint64> seed = loggedSeed(logs);
    for (ProducedMedia &image : done.media) {
        image.seed = seed;
    }
    done.usage = prediction.value("metrics"_L1).toObject();
    done.cost = timeCost(plan.offer, done.usage);
    return done;
}

} // namespace lightwell
