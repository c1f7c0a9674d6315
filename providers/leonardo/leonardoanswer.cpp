// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/leonardo/leonardoanswer.h"

#include "core/model/boundedjson.h"
#include "providers/common/httperrors.h"
#include "providers/common/toldcost.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// What stands in front says more than what follows.
constexpr ErrorPhrase phrases[] = {
    {"authorization hook"_L1, ErrorKind::Auth},
    {"authentication hook"_L1, ErrorKind::Auth},
    {"not enough api tokens"_L1, ErrorKind::Funds},
    {"not enough tokens"_L1, ErrorKind::Funds},
    {"moderat"_L1, ErrorKind::ContentPolicy},
    {"invalid file extension"_L1, ErrorKind::Invalid, "image"_L1},
    {"model not found"_L1, ErrorKind::NotFound, "model"_L1},
    {"invalid model"_L1, ErrorKind::NotFound, "model"_L1},
};

constexpr ErrorCode codes[] = {
    {"access-denied"_L1, ErrorKind::Auth},
    {"validation-failed"_L1, ErrorKind::Invalid},
    {"parse-failed"_L1, ErrorKind::Invalid},
    {"bad-request"_L1, ErrorKind::Invalid},
};

/// What a job costs, as its state keeps it: "cost", or "unreadable" where it is told and nobody can read it.
QJsonObject priceIn(const QJsonValue &cost)
{
    const QJsonValue amount = cost["amount"_L1];
    const QString unit = cost["unit"_L1].toString();
    const bool isPlan = unit == "CREDITS"_L1; // of a plan, which cannot be added up with money
    if (amount.isUndefined() || amount.isNull() || isPlan) {
        return {};
    }
    if (unit != "DOLLARS"_L1 || isUnreadableCost(amount)) {
        return {{u"unreadable"_s, QString(amount.toVariant().toString() + u' ' + unit)}};
    }
    return {{u"cost"_s, toldCost(amount).toJson()}};
}

} // namespace

QJsonObject readLeonardoJob(const HttpResponse &response)
{
    if (!response.isSuccess()) {
        return {};
    }
    const QJsonObject answer = response.json();
    if (answer.contains("generations_by_pk"_L1)) {
        const QJsonValue generation = answer.value("generations_by_pk"_L1);
        return generation.isNull() ? QJsonObject {{u"status"_s, u"gone"_s}} : generation.toObject();
    }
    if (const QJsonValue variations = answer.value("generated_image_variation_generic"_L1); variations.isArray()) {
        const QString status = variations[0]["status"_L1].toString(u"gone"_s);
        return {{u"status"_s, status}, {u"generated_images"_s, variations}};
    }
    if (const QJsonObject job = answer.value("universalUpscaler"_L1).toObject(); job.contains("id"_L1)) {
        return {
            {u"id"_s, job.value("id"_L1)}, {u"status"_s, u"PENDING"_s}, {u"price"_s, priceIn(job.value("cost"_L1))}};
    }
    for (const QString &place : {u"sdGenerationJob"_s, u"generate"_s, QString()}) {
        const QJsonObject job = place.isEmpty() ? answer : answer.value(place).toObject();
        const QString id = job.value("generationId"_L1).toString();
        if (!id.isEmpty()) {
            return {{u"id"_s, id}, {u"status"_s, u"PENDING"_s}, {u"price"_s, priceIn(job.value("cost"_L1))}};
        }
    }
    return {};
}

std::optional<LeonardoForm> readLeonardoForm(const HttpResponse &response)
{
    const QJsonObject told = response.json().value("uploadInitImage"_L1).toObject();
    const QJsonValue fields = told.value("fields"_L1); // an object that is written as a text
    const Result<QJsonDocument> read = readJson(fields.toString().toUtf8(), jsonlimits::answer);
    LeonardoForm form {told.value("id"_L1).toString(), QUrl(told.value("url"_L1).toString(), QUrl::StrictMode),
                       read ? read->object() : fields.toObject()};
    return form.id.isEmpty() || !form.url.isValid() || form.url.host().isEmpty() ? std::nullopt
                                                                                 : std::optional(std::move(form));
}

bool isLeonardoRefusal(const HttpResponse &response)
{
    const Result<QJsonDocument> answer = readJson(response.body, jsonlimits::answer);
    if (!answer) {
        return false;
    }
    return answer->isArray() ? answer->array().at(0)["message"_L1].isString()
                             : answer->object().value("error"_L1).isString();
}

void refineLeonardoError(Error &error, const QString &provider)
{
    const bool isOpen = error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Upstream;
    const ErrorPhrase *phrase = phraseIn(phrases, error.detail);
    const std::optional<ErrorKind> kind = kindOfCode(codes, error.code);
    if (phrase && (isOpen || phrase->kind == ErrorKind::ContentPolicy)) {
        error.kind = phrase->kind;
        error.param = phrase->param.isEmpty() ? error.param : QString(phrase->param);
    } else if (kind && isOpen) {
        error.kind = *kind;
    }
    explain(error, provider);
}

} // namespace lightwell
