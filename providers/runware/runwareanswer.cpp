// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/runware/runwareanswer.h"

#include "providers/common/picturelink.h"
#include "providers/common/toldcost.h"
#include "providers/runware/runwareerror.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// In whichever form it was asked for; nothing: it is not there yet.
std::optional<ProducedMedia> pictureIn(const QJsonObject &result)
{
    for (const QLatin1StringView field : {"imageURL"_L1, "imageDataURI"_L1, "imageBase64Data"_L1}) {
        if (std::optional<ProducedMedia> picture = pictureFrom(result.value(field).toString())) {
            return picture;
        }
    }
    return std::nullopt;
}

bool isDone(const QJsonObject &result)
{
    const QString status = result.value("status"_L1).toString();
    return status.isEmpty() ? pictureIn(result).has_value() : status == "success"_L1;
}

QJsonArray resultsOf(const HttpResponse &response, const QString &task)
{
    QJsonArray own;
    const QJsonArray data = response.json().value("data"_L1).toArray();
    for (const QJsonValue &result : data) {
        const bool isOwn = result["taskUUID"_L1].toString() == task;
        const QJsonValue status = result["status"_L1];
        const bool isKnown = status == "processing"_L1 || status == "success"_L1 || status.isUndefined();
        if (isOwn && isKnown) {
            own.append(result);
        }
    }
    return own;
}

} // namespace

QJsonObject readRunwareTask(const HttpResponse &response, const AdapterState &state)
{
    const QString first = response.json().value("data"_L1)[0]["taskUUID"_L1].toString();
    if (!state.contains("id"_L1)) {
        return first.isEmpty() ? QJsonObject() : QJsonObject {{u"taskUUID"_s, first}, {u"status"_s, u"processing"_s}};
    }
    const QString task = state.value("id"_L1).toString();
    const QJsonArray results = resultsOf(response, task);
    const QJsonObject failure = runwareErrorOf(response, task);
    if (results.isEmpty() && failure.isEmpty()) {
        return {};
    }
    int ready = 0;
    double progress = -1;
    for (const QJsonValue &result : results) {
        const bool done = isDone(result.toObject());
        ready += done ? 1 : 0;
        const QJsonValue told = result["progress"_L1];
        if (told.isDouble() || done) {
            progress = std::max(progress, 0.0) + (done ? 1 : std::clamp(told.toDouble() / 100, 0.0, 1.0));
        }
    }
    const int asked = state.value("n"_L1).toInt(1);
    const bool waits = ready < results.size() || (failure.isEmpty() && ready < asked);
    const bool gone = results.isEmpty() && saysNoSuchTask(failure);
    QJsonObject job {{u"taskUUID"_s, task}, {u"status"_s, waits ? u"processing"_s : gone ? u"gone"_s : u"ended"_s}};
    if (progress >= 0) {
        job.insert("progress"_L1, std::min(progress / asked, 1.0));
    }
    return job;
}

Done readRunwarePictures(const Plan &plan, const HttpResponse &response)
{
    Done done;
    done.cost = Money::fromMicros(0);
    const QJsonArray data = response.json().value("data"_L1).toArray();
    for (const QJsonValue &entry : data) {
        const QJsonObject result = entry.toObject();
        std::optional<ProducedMedia> picture = pictureIn(result);
        if (!picture) {
            continue;
        }
        picture->seed = wholeNumber(result.value("seed"_L1));
        picture->flaggedBy = result.value("NSFWContent"_L1).toBool() ? u"Runware"_s : QString();
        const QString prompt = result.value("positivePrompt"_L1).toString();
        if (prompt != plan.request.prompt) {
            picture->revisedPrompt = prompt;
        }
        Done one;
        takeToldCost(one, result.value("cost"_L1));
        done.cost = done.cost + one.cost;
        if (!one.usage.isEmpty()) {
            done.usage = one.usage;
        }
        done.media.append(*std::move(picture));
    }
    return done;
}

} // namespace lightwell
