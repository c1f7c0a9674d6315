// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/bedrock/bedrockanswer.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/liftedjson.h"
#include "providers/bedrock/bedrockerror.h"
#include "providers/common/httperrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/pictures.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Why there is no picture, in the vendor's words; empty: it does not say.
QString reasonIn(const QJsonObject &answer)
{
    const QJsonArray reasons = answer.value("finish_reasons"_L1).toArray();
    for (const QJsonValue &reason : reasons) {
        if (!reason.toString().isEmpty()) {
            return reason.toString();
        }
    }
    const QString error = answer.value("error"_L1).toString();
    return error.isEmpty() ? answer.value("status"_L1).toString() : error;
}

bool isRefusal(const QString &words)
{
    return words.startsWith("Filter reason"_L1, Qt::CaseInsensitive)
        || words.contains("moderated"_L1, Qt::CaseInsensitive) || isBlockedByFilter(words);
}

Error withoutPicture(const HttpResponse &response, const QString &words, const QString &provider, const QByteArray &key)
{
    Error error = brokenAnswer(response, provider, reasons::answerHasNoPictures(), redactedDetail(words, key));
    if (isRefusal(words)) {
        error.kind = ErrorKind::ContentPolicy;
        explain(error, provider);
    }
    return error;
}

} // namespace

Step bedrockAnswer(const HttpResponse &response, const QString &provider, const QByteArray &key)
{
    const LiftedJson answer(response.body);
    if (!answer.isValid()) {
        return Failed {brokenAnswer(response, provider, answer.fault()->why())};
    }
    Done done;
    const QJsonArray pictures = answer.object().value("images"_L1).toArray();
    const QJsonArray seeds = answer.object().value("seeds"_L1).toArray();
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        std::optional<QByteArray> bytes = pictureFromBase64(answer.text(pictures.at(i)));
        if (!bytes) {
            continue;
        }
        ProducedMedia picture;
        picture.bytes = *std::move(bytes);
        picture.seed = wholeNumber(seeds.at(i));
        done.media.append(std::move(picture));
    }
    if (done.media.isEmpty()) {
        return Failed {withoutPicture(response, reasonIn(answer.object()), provider, key)};
    }
    return done;
}

} // namespace lightwell
