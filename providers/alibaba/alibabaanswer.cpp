// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/alibaba/alibabaanswer.h"

#include "providers/common/httperrors.h"
#include "providers/common/picturelink.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Whole codes, or what stands before their first dot.
constexpr ErrorCode codes[] = {
    {"InvalidApiKey"_L1, ErrorKind::Auth},
    {"AccessDenied"_L1, ErrorKind::Auth},
    {"Model.AccessDenied"_L1, ErrorKind::Unsupported}, // not opened for this workspace
    {"Arrearage"_L1, ErrorKind::Funds},
    {"AllocationQuota.FreeTierOnly"_L1, ErrorKind::Funds},
    {"DataInspectionFailed"_L1, ErrorKind::ContentPolicy},
    {"IPInfringementSuspect"_L1, ErrorKind::ContentPolicy},
    {"ModelNotFound"_L1, ErrorKind::NotFound},
    {"Throttling"_L1, ErrorKind::RateLimit},
    {"InvalidParameter"_L1, ErrorKind::Invalid},
    {"InternalError.Algo.InvalidParameter"_L1, ErrorKind::Invalid},
    {"InvalidURL"_L1, ErrorKind::Invalid},
    {"ServiceUnavailable"_L1, ErrorKind::Overloaded},
};

void addPicture(QList<ProducedMedia> &pictures, const QJsonValue &link, const QString &revisedPrompt)
{
    if (std::optional<ProducedMedia> picture = pictureFrom(link.toString())) {
        picture->revisedPrompt = revisedPrompt;
        pictures.append(*std::move(picture));
    }
}

} // namespace

std::optional<ErrorKind> alibabaErrorKind(const QString &code)
{
    const std::optional<ErrorKind> whole = kindOfCode(codes, code);
    return whole ? whole : kindOfCode(codes, code.section(u'.', 0, 0));
}

QList<ProducedMedia> alibabaPictures(const QJsonObject &output, const QString &prompt)
{
    const auto revised = [&prompt](const QJsonValue &said) {
        return said.toString() == prompt ? QString() : said.toString();
    };
    QList<ProducedMedia> pictures;
    const QJsonArray results = output.value("results"_L1).toArray();
    for (const QJsonValue &result : results) {
        addPicture(pictures, result["url"_L1], revised(result["actual_prompt"_L1]));
    }
    const QJsonArray choices = output.value("choices"_L1).toArray();
    for (const QJsonValue &choice : choices) {
        const QJsonArray content = choice["message"_L1]["content"_L1].toArray();
        QString words;
        for (const QJsonValue &part : content) {
            words = part["text"_L1].toString(words);
        }
        for (const QJsonValue &part : content) {
            addPicture(pictures, part["image"_L1], revised(words));
        }
    }
    return pictures;
}

QJsonObject alibabaFailure(const QJsonObject &output)
{
    if (output.contains("code"_L1)) {
        return output;
    }
    const QJsonArray results = output.value("results"_L1).toArray();
    for (const QJsonValue &result : results) {
        if (result.toObject().contains("code"_L1)) {
            return result.toObject();
        }
    }
    return {};
}

} // namespace lightwell
