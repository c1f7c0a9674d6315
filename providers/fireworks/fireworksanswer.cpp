// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/fireworks/fireworksanswer.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/liftedjson.h"
#include "providers/common/httperrors.h"
#include "providers/common/joberrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/pictures.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView filtered = "CONTENT_FILTERED"_L1;

Error withheld(const HttpResponse &response, const QString &provider, const QString &code, const QString &words = {})
{
    Error error = jobFailed(response, provider, words, ErrorKind::ContentPolicy);
    error.code = code;
    error.setReason(reasons::pictureWithheld(provider));
    return error;
}

void takePictures(const LiftedJson &answer, const QJsonObject &entry, QList<ProducedMedia> &media)
{
    const QJsonValue inside = entry.value("base64"_L1);
    const QJsonArray texts = inside.isArray() ? inside.toArray() : QJsonArray {inside};
    const std::optional<qint64> seed = wholeNumber(entry.value("seed"_L1));
    for (const QJsonValue &text : texts) {
        if (std::optional<ProducedMedia> picture = pictureFrom(answer.text(text))) {
            picture->seed = texts.size() == 1 ? seed : std::nullopt; // it is the first one's
            media.append(*std::move(picture));
        }
    }
}

Step readPicture(const HttpResponse &response)
{
    ProducedMedia picture;
    picture.bytes = response.body;
    picture.mimeType = response.header("Content-Type"_ba);
    bool isNumber = false;
    const qint64 seed = response.header("Seed"_ba).toLongLong(&isNumber);
    picture.seed = isNumber ? std::optional(seed) : std::nullopt;
    return Done {{picture}, Money::unknown(), {}};
}

} // namespace

Step readFireworksPictures(const HttpResponse &response, const QString &provider)
{
    if (QLatin1StringView(response.header("Finish-Reason"_ba)) == filtered) {
        return Failed {withheld(response, provider, filtered)};
    }
    if (sniffFormat(response.body)) {
        return readPicture(response);
    }
    const LiftedJson answer(response.body);
    const QJsonArray entries = answer.root().isArray() ? answer.root().toArray() : QJsonArray {answer.root()};
    Done done;
    bool isFiltered = false;
    for (const QJsonValue &entry : entries) {
        const bool refused = entry["finishReason"_L1].toString() == filtered;
        isFiltered = isFiltered || refused;
        if (!refused) {
            takePictures(answer, entry.toObject(), done.media);
        }
    }
    if (!done.media.isEmpty()) {
        return done;
    }
    return Failed {isFiltered ? withheld(response, provider, filtered)
                              : missingInAnswer(response, provider, u"base64"_s)};
}

Step readFireworksJob(const HttpResponse &response, const QString &provider)
{
    const QJsonObject job = response.json();
    const QString status = job.value("status"_L1).toString();
    const QJsonValue details = job.value("details"_L1);
    const QString words = details.isString() ? details.toString() : details["error"_L1].toString();
    if (status.endsWith("Moderated"_L1)) {
        Error error = withheld(response, provider, status, words);
        error.setReason(status.startsWith("Request"_L1) ? reasons::inputRefused(provider)
                                                        : reasons::pictureWithheld(provider));
        return Failed {error};
    }
    if (status != "Ready"_L1) {
        Error error = jobFailed(response, provider, words);
        error.code = status;
        return Failed {error};
    }
    std::optional<ProducedMedia> picture = pictureFrom(job.value("result"_L1)["sample"_L1].toString());
    if (!picture) {
        return Failed {missingInAnswer(response, provider, u"result.sample"_s)};
    }
    picture->seed = wholeNumber(job.value("result"_L1)["seed"_L1]);
    return Done {{*picture}, Money::unknown(), {}};
}

} // namespace lightwell
