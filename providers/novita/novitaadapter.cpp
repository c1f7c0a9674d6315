// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/novita/novitaadapter.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/liftedjson.h"
#include "providers/common/body.h"
#include "providers/common/flatbody.h"
#include "providers/common/joberrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/pictures.h"
#include "providers/common/urls.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr double usualStrength = 0.7; ///< of a picture that is painted over; it must be said

constexpr JobWord words[] = {
    {"TASK_STATUS_QUEUED"_L1, JobStage::Running},
    {"TASK_STATUS_PROCESSING"_L1, JobStage::Running},
    {"TASK_STATUS_SUCCEED"_L1, JobStage::Ended},
    {"TASK_STATUS_FAILED"_L1, JobStage::Ended},
};

constexpr ErrorCode codes[] = {
    {"INVALID_REQUEST_BODY"_L1, ErrorKind::Invalid},
    {"IMAGE_FILE_EXCEEDS_MAX_SIZE"_L1, ErrorKind::Invalid},
    {"INVALID_IMAGE_FORMAT"_L1, ErrorKind::Invalid},
    {"INVALID_IMAGE_SIZE"_L1, ErrorKind::Invalid},
    {"ILLEGAL_PROMPT"_L1, ErrorKind::ContentPolicy},
    {"ILLEGAL_IMAGE_CONTENT"_L1, ErrorKind::ContentPolicy},
    {"BILLING_BALANCE_NOT_ENOUGH"_L1, ErrorKind::Funds},
    {"NOT_ENOUGH_BALANCE"_L1, ErrorKind::Funds},
    {"MISSING_API_KEY"_L1, ErrorKind::Auth},
    {"INVALID_API_KEY"_L1, ErrorKind::Auth},
    {"FAILED_TO_AUTH"_L1, ErrorKind::Auth},
    {"BILLING_AUTH_FAILED"_L1, ErrorKind::Auth},
    {"API_NOT_ALLOWED"_L1, ErrorKind::Unsupported},
    {"NEED_REAL_NAME_VERIFY"_L1, ErrorKind::Auth},
    {"API_NOT_FOUND"_L1, ErrorKind::NotFound},
    {"TASK_NOT_FOUND"_L1, ErrorKind::NotFound},
    {"RATE_LIMIT_EXCEEDED"_L1, ErrorKind::RateLimit},
};

JobProfile novitaProfile()
{
    JobProfile profile;
    profile.info.id = u"novita"_s;
    profile.info.name = u"Novita AI"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://api.novita.ai"_s);
    profile.info.keyPage = QUrl(u"https://novita.ai/settings/key-management"_s);
    profile.info.keyVariables = {u"NOVITA_API_KEY"_s};
    profile.info.note = QCoreApplication::translate("Provider", "A picture that was ordered here cannot be cancelled.");
    profile.keyHosts = {u"api.novita.ai"_s};
    profile.keyCheck = u"/openapi/v1/billing/balance/detail"_s;
    profile.credits = "availableBalance"_L1;
    profile.id = "task_id"_L1;
    profile.words = words;
    profile.noSuchJob = {404};
    profile.webhooks = {u"extra.webhook"_s, u"extra.custom_storage"_s};
    return profile;
}

QString pathOf(const QString &model)
{
    const bool answersAtOnce = model.startsWith("seedream"_L1) || model == "remove-background"_L1;
    const QString family = answersAtOnce ? u"/v3/"_s : model == "flux-1-schnell"_L1 ? u"/v3beta/"_s : u"/v3/async/"_s;
    return family + pathSegment(model);
}

/// [{"model_name", "strength"}]
QJsonArray loras(const QJsonArray &planned)
{
    QJsonArray list;
    for (const QJsonValue &lora : planned) {
        list.append(QJsonObject {{u"model_name"_s, lora["path"_L1]}, {u"strength"_s, lora["scale"_L1]}});
    }
    return list;
}

/// What the endpoints of Stable Diffusion want in "request".
void wrap(QJsonObject &body)
{
    QJsonObject request = body.value("request"_L1).toObject();
    for (const QString &side : {u"width"_s, u"height"_s}) {
        if (body.contains(side)) {
            request.insert(side, body.take(side));
        }
    }
    if (request.contains("loras"_L1)) {
        request.insert("loras"_L1, loras(request.value("loras"_L1).toArray()));
    }
    body.insert("request"_L1, request);
}

std::optional<ProducedMedia> pictureIn(const QJsonValue &value, const LiftedJson &answer)
{
    return pictureFrom(answer.text(value.isObject() ? value["image_url"_L1] : value));
}

QList<ProducedMedia> picturesIn(const LiftedJson &answer)
{
    QList<ProducedMedia> pictures;
    for (const QLatin1StringView field : {"images"_L1, "image_urls"_L1, "binary_data_base64"_L1, "image_file"_L1}) {
        const QJsonValue said = answer.object().value(field);
        const QJsonArray list = said.isArray() ? said.toArray() : QJsonArray {said};
        for (const QJsonValue &entry : list) {
            if (std::optional<ProducedMedia> picture = pictureIn(entry, answer)) {
                pictures.append(*std::move(picture));
            }
        }
        if (!pictures.isEmpty()) {
            break; // elsewhere are the same ones
        }
    }
    return pictures;
}

/// {"reason": "ILLEGAL_PROMPT"}, perhaps within an "error".
QString reasonIn(const QJsonObject &answer)
{
    const QString inside = answer.value("error"_L1)["reason"_L1].toString();
    return answer.value("reason"_L1).toString(inside);
}

} // namespace

NovitaAdapter::NovitaAdapter(AnySeed anySeed)
    : JobAdapter(novitaProfile())
    , m_anySeed(std::move(anySeed))
{
}

Result<HttpRequest> NovitaAdapter::writeSubmission(const Plan &plan, const PlannedCall &call,
                                                   const Credentials &credentials) const
{
    const Result<QJsonObject> written = flatBody(plan, call, ImageForm::DataUrl);
    if (!written) {
        return written.error();
    }
    QJsonObject body = nested(written.value());
    if (body.contains("request"_L1)) {
        if (!plan.request.mask) {
            putUsualStrength(body, plan, usualStrength);
        }
        wrap(body);
    }
    const QString model = modelToCall(plan);
    if (model == "flux-1-schnell"_L1 && !call.seed) {
        body.insert("seed"_L1, static_cast<qint64>(m_anySeed()));
    }
    return submission(address(credentials, pathOf(model)), body);
}

bool NovitaAdapter::endsAtOnce(const Plan &, const HttpResponse &response) const
{
    return !response.json().contains("task_id"_L1);
}

QJsonObject NovitaAdapter::jobIn(const HttpResponse &response, const AdapterState &state) const
{
    const QJsonObject answer = response.isSuccess() ? response.json() : QJsonObject();
    return state.contains("id"_L1) ? answer.value("task"_L1).toObject() : answer;
}

QString NovitaAdapter::firstStatus(const QJsonObject &) const
{
    return u"TASK_STATUS_QUEUED"_s;
}

AdapterState NovitaAdapter::jobOf(const Plan &, const QJsonObject &, const QString &id,
                                  const Credentials &credentials) const
{
    return {{u"poll"_s, addressIn({}, credentials, u"/v3/async/task-result?task_id="_s + pathSegment(id))}};
}

void NovitaAdapter::readProgress(Wait &wait, const QJsonObject &job) const
{
    if (const double percent = job.value("progress_percent"_L1).toDouble(); percent > 0) {
        wait.fraction = std::clamp(percent / 100, 0.0, 1.0);
    }
}

Step NovitaAdapter::readEnd(const Plan &, const AdapterState &, const HttpResponse &response) const
{
    const LiftedJson answer(response.body);
    Done done;
    done.media = picturesIn(answer);
    if (!done.media.isEmpty()) {
        bool isNumber = false;
        const qint64 seed = answer.object().value("extra"_L1)["seed"_L1].toVariant().toLongLong(&isNumber);
        done.media.first().seed = isNumber && seed >= 0 ? std::optional(seed) : std::nullopt;
        return done;
    }
    const QJsonObject task = answer.object().value("task"_L1).toObject();
    if (statusIn(task) != "TASK_STATUS_FAILED"_L1) {
        return Failed {missingInAnswer(response, name(), u"images"_s)};
    }
    const QString reason = task.value("reason"_L1).toString();
    Error error = jobFailed(response, name(), reason);
    for (const ErrorCode &row : codes) { // it is a name, or words with one
        if (reason.contains(row.code)) {
            error.kind = row.kind;
            error.code = row.code;
        }
    }
    if (reason.contains("nsfw"_L1, Qt::CaseInsensitive)) {
        error.kind = ErrorKind::ContentPolicy;
    }
    explain(error, name());
    return Failed {error};
}

void NovitaAdapter::refine(Error &error, const HttpResponse &response, const Offer &offer) const
{
    if (const QString code = reasonIn(response.json()); !code.isEmpty()) {
        error.code = code;
    }
    error.kind = kindOfCode(codes, error.code).value_or(error.kind);
    if (error.kind == ErrorKind::Invalid) {
        const bool isOfAPicture = error.code.contains("IMAGE"_L1);
        const QString said = isOfAPicture ? u"image"_s : parameterNamedIn(offer, error.detail);
        error.param = said.isEmpty() ? error.param : said;
    }
    explain(error, name());
    if (error.code == "NEED_REAL_NAME_VERIFY"_L1) {
        error.setReason(reasons::onlyForVerified(name()));
    }
}

} // namespace lightwell
