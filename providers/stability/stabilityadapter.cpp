// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/stability/stabilityadapter.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/liftedjson.h"
#include "providers/common/body.h"
#include "providers/common/formbody.h"
#include "providers/common/joberrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/pictures.h"
#include "providers/common/urls.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds betweenPolls(10);
constexpr std::chrono::seconds lockedOut(60); ///< after too many calls
constexpr double usualStrength = 0.5;

/// The names of errors that say more than their status. Nothing is made or billed with any of them.
constexpr ErrorCode codes[] = {
    {"content_moderation"_L1, ErrorKind::ContentPolicy},
    {"public_figure"_L1, ErrorKind::ContentPolicy},
    {"payment_required"_L1, ErrorKind::Funds},
};

/// The result of a job has no status beside its reason to finish.
constexpr JobWord words[] = {
    {"in-progress"_L1, JobStage::Running},
    {"SUCCESS"_L1, JobStage::Ended},
    {"CONTENT_FILTERED"_L1, JobStage::Ended},
};

JobProfile stabilityProfile()
{
    JobProfile profile;
    profile.info.id = u"stability"_s;
    profile.info.name = u"Stability AI"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://api.stability.ai"_s);
    profile.info.keyPage = QUrl(u"https://platform.stability.ai/account/keys"_s);
    profile.info.keyVariables = {u"STABILITY_API_KEY"_s};
    profile.keyHosts = {u"api.stability.ai"_s};
    profile.keyCheck = u"/v1/user/balance"_s;
    profile.credits = "credits"_L1;
    profile.status = {"status"_L1, "finish_reason"_L1};
    profile.words = words;
    profile.noSuchJob = {404};
    return profile;
}

bool isDiffusion(const QString &model)
{
    return !model.contains(u'/');
}

QString pathOf(const QString &model)
{
    if (isDiffusion(model)) {
        return u"/v2beta/stable-image/generate/sd3"_s;
    }
    return u"/v2beta/"_s + pathSegments(model);
}

void rename(QJsonObject &fields, QLatin1StringView from, QLatin1StringView to)
{
    if (const QJsonValue value = fields.take(from); !value.isUndefined() && !fields.contains(to)) {
        fields.insert(to, value);
    }
}

QJsonObject fieldsOf(const Plan &plan, const PlannedCall &call)
{
    QJsonObject fields = plannedFields(plan, call);
    const bool hasPicture = !plan.request.images.isEmpty();
    if (isDiffusion(plan.offer.providerModel)) {
        fields.insert("model"_L1, plan.offer.providerModel);
        fields.insert("mode"_L1, hasPicture ? "image-to-image"_L1 : "text-to-image"_L1);
    }
    putUsualStrength(fields, plan, usualStrength);
    rename(fields, "top"_L1, "up"_L1);
    rename(fields, "bottom"_L1, "down"_L1);
    return fields;
}

QString nameIn(const HttpResponse &response)
{
    return response.json().value("name"_L1).toString();
}

} // namespace

StabilityAdapter::StabilityAdapter()
    : JobAdapter(stabilityProfile())
{
}

Result<HttpRequest> StabilityAdapter::writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const
{
    const Result<Multipart> form = formBody(plan, fieldsOf(plan, call));
    if (!form) {
        return form.error();
    }
    HttpRequest request = formSubmission(address(credentials, pathOf(plan.offer.providerModel)), form.value());
    const bool isJob = plan.offer.providerModel.endsWith("upscale/creative"_L1);
    request.setHeader("Accept"_ba, isJob ? "application/json"_ba : "image/*"_ba);
    return request;
}

bool StabilityAdapter::endsAtOnce(const Plan &, const HttpResponse &response) const
{
    return response.json().value("id"_L1).toString().isEmpty();
}

AdapterState StabilityAdapter::jobOf(const Plan &, const QJsonObject &, const QString &id,
                                     const Credentials &credentials) const
{
    return {{u"poll"_s, addressIn({}, credentials, u"/v2beta/results/"_s + pathSegment(id))}};
}

QString StabilityAdapter::firstStatus(const QJsonObject &) const
{
    return u"in-progress"_s;
}

void StabilityAdapter::readProgress(Wait &wait, const QJsonObject &) const
{
    wait.after = wait.after.value_or(betweenPolls);
}

JobAdapter::ResultAnswer StabilityAdapter::judgeResult(const HttpResponse &response) const
{
    const bool isRefused = response.status == 403 && nameIn(response) == "content_moderation"_L1;
    return isRefused ? ResultAnswer::End : ResultAnswer::Odd;
}

Step StabilityAdapter::readEnd(const Plan &plan, const AdapterState &, const HttpResponse &response) const
{
    if (!response.isSuccess()) {
        return Failed {readError(response, plan.offer, JobCall::Job, {})};
    }
    ProducedMedia picture;
    QString finished = QString::fromLatin1(response.header("finish-reason"_ba));
    if (sniffFormat(response.body)) {
        picture.bytes = response.body;
        bool isNumber = false;
        const qint64 seed = response.header("seed"_ba).toLongLong(&isNumber);
        picture.seed = isNumber ? std::optional(seed) : std::nullopt;
    } else {
        const LiftedJson answer(response.body);
        finished = answer.object().value("finish_reason"_L1).toString(finished);
        picture.bytes = pictureFromBase64(answer.text(answer.object().value("image"_L1))).value_or(QByteArray());
        picture.seed = wholeNumber(answer.object().value("seed"_L1));
    }
    if (finished == "CONTENT_FILTERED"_L1) { // the picture that comes with it is blurred
        Error withheld = jobFailed(response, name(), {}, ErrorKind::ContentPolicy);
        withheld.code = finished;
        withheld.setReason(reasons::pictureWithheld(name()));
        return Failed {withheld};
    }
    if (picture.bytes.isEmpty()) {
        return Failed {missingInAnswer(response, name(), u"image"_s)};
    }
    Done done;
    done.media = {picture};
    return done;
}

void StabilityAdapter::refine(Error &error, const HttpResponse &response, const Offer &offer) const
{
    const QString code = nameIn(response);
    error.code = code.isEmpty() ? error.code : code;
    if (const std::optional<ErrorKind> kind = kindOfCode(codes, code); kind && response.status < 500) {
        error.kind = *kind;
        error.billing = Billing::NotBilled;
    }
    if (error.kind == ErrorKind::Invalid) {
        const QString said = code == "invalid_language"_L1 ? u"prompt"_s
            : response.status == 413                       ? u"image"_s
                                                           : fieldComplainedOf(error.detail);
        error.param = said.isEmpty() ? error.param : parameterOf(offer, said);
    }
    if (error.kind == ErrorKind::RateLimit && !error.retryAfter) {
        error.retryAfter = lockedOut;
    }
    if (response.status >= 400) {
        explain(error, name());
    }
}

} // namespace lightwell
