// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/google/imagenanswer.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/liftedjson.h"
#include "providers/common/httperrors.h"
#include "providers/common/pictures.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

Step imagenAnswer(const HttpResponse &response, const QString &provider, const QByteArray &key)
{
    const LiftedJson answer(response.body);
    if (!answer.isValid()) {
        return Failed {brokenAnswer(response, provider, answer.fault()->why())};
    }
    Done done;
    QString filtered;
    const QJsonArray predictions = answer.object().value("predictions"_L1).toArray();
    for (const QJsonValue &prediction : predictions) {
        filtered = prediction["raiFilteredReason"_L1].toString(filtered);
        if (auto bytes = pictureFromBase64(answer.text(prediction["bytesBase64Encoded"_L1]))) {
            ProducedMedia picture;
            picture.bytes = *std::move(bytes);
            picture.revisedPrompt = QString::fromUtf8(answer.text(prediction["prompt"_L1]));
            done.media.append(std::move(picture));
        }
    }
    if (!done.media.isEmpty()) {
        return done;
    }
    Error error = brokenAnswer(response, provider, reasons::answerHasNoPictures(), redactedDetail(filtered, key));
    if (!filtered.isEmpty()) {
        error.kind = ErrorKind::ContentPolicy;
        explain(error, provider);
    }
    return Failed {error};
}

} // namespace lightwell
