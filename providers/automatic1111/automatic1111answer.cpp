// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/automatic1111/automatic1111answer.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/boundedjson.h"
#include "core/model/liftedjson.h"
#include "providers/common/httperrors.h"
#include "providers/common/joberrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/pictures.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// It has no codes, only words; those of a crash come with a 500, as does what it cannot read.
constexpr ErrorPhrase phrases[] = {
    {"Sampler not found"_L1, ErrorKind::Invalid, "scheduler"_L1},
    {"Init image not found"_L1, ErrorKind::Invalid, "image"_L1},
    {"Invalid encoded image"_L1, ErrorKind::Invalid, "image"_L1},
    {"Script '"_L1, ErrorKind::Invalid},
    {"always on script"_L1, ErrorKind::Invalid},
    {"Requests not allowed"_L1, ErrorKind::Invalid, "image"_L1},
    {"Request to local resource not allowed"_L1, ErrorKind::Invalid, "image"_L1},
};

bool isOutOfMemory(const HttpResponse &response)
{
    return response.body.contains("OutOfMemoryError") || response.body.contains("out of memory");
}

Error broken(const HttpResponse &response, const QString &provider, const LiftedJson &answer)
{
    return answer.isValid() ? brokenAnswer(response, provider, reasons::answerHasNoPictures())
                            : brokenAnswer(response, provider, answer.fault()->why());
}

bool isMeant(const QString &known, const QString &name)
{
    return !known.isEmpty() && known.compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

Step automatic1111Pictures(const HttpResponse &response, int asked, const QString &provider)
{
    const LiftedJson answer(response.body);
    const Result<QJsonObject> read = readJsonObject(answer.text(answer.object().value("info"_L1)), jsonlimits::answer);
    const QJsonObject info = read ? *read : QJsonObject();
    const QJsonArray seeds = info.value("all_seeds"_L1).toArray();
    const QJsonArray images = answer.object().value("images"_L1).toArray();
    const qsizetype first = std::clamp<qint64>(info.value("index_of_first_image"_L1).toInteger(0), 0, images.size());
    Done done;
    for (qsizetype i = first; i < images.size() && done.media.size() < asked; ++i) {
        if (const auto bytes = pictureFromBase64(answer.text(images.at(i)))) {
            ProducedMedia picture;
            picture.bytes = *bytes;
            picture.seed = wholeNumber(seeds.at(i - first));
            done.media.append(picture);
        }
    }
    return done.media.isEmpty() ? Step(Failed {broken(response, provider, answer)}) : Step(done);
}

Step automatic1111Upscaled(const HttpResponse &response, const QString &provider)
{
    const LiftedJson answer(response.body);
    const auto bytes = pictureFromBase64(answer.text(answer.object().value("image"_L1)));
    if (!bytes) {
        return Failed {broken(response, provider, answer)};
    }
    Done done;
    done.media.append({*bytes, {}, {}, {}, {}});
    return done;
}

Error automatic1111Error(const HttpResponse &response, const Offer &offer, const QString &provider,
                         const QByteArray &key)
{
    const VendorMessage said = VendorMessage::read(response.body, key);
    Error error = errorFromStatus(response, said, provider);
    error.billing = Billing::NotBilled;
    if (!said.param.isEmpty() && said.param != "body"_L1) {
        error.param = parameterOf(offer, said.param);
    }
    const ErrorPhrase *row = phraseIn(phrases, said.text);
    if (row != nullptr) {
        error.kind = row->kind;
        error.param = row->param;
    }
    explain(error, provider);
    if (row == nullptr && response.status == 404) { // a server without --api
        error.setReason(reasons::apiSwitchedOff(provider, u"--api"_s));
    } else if (response.status >= 500 && isOutOfMemory(response)) {
        error.setReason(reasons::outOfMemory(provider));
    }
    return error;
}

std::optional<QString> automatic1111Checkpoint(const HttpResponse &list, const QString &name)
{
    const Result<QJsonDocument> read = readJson(list.body, jsonlimits::answer);
    const QJsonArray models = read ? read->array() : QJsonArray();
    for (const QJsonValue &model : models) {
        const QString title = model["title"_L1].toString();
        const QString file = title.section(u" ["_s, 0, 0); // its hash follows in brackets
        if (isMeant(title, name) || isMeant(model["model_name"_L1].toString(), name) || isMeant(file, name)) {
            return title;
        }
    }
    return std::nullopt;
}

} // namespace lightwell
