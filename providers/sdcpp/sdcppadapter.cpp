// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sdcpp/sdcppadapter.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/liftedjson.h"
#include "providers/common/body.h"
#include "providers/common/joberrors.h"
#include "providers/common/maskpicture.h"
#include "providers/common/pictures.h"
#include "providers/common/urls.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr JobWord words[] = {
    {"queued"_L1, JobStage::Running}, {"generating"_L1, JobStage::Running}, {"completed"_L1, JobStage::Ended},
    {"failed"_L1, JobStage::Ended},   {"cancelled"_L1, JobStage::Ended},
};

constexpr ErrorPhrase refusals[] = {
    {"prompt required"_L1, ErrorKind::Invalid, "prompt"_L1},
    {"lora"_L1, ErrorKind::Invalid, "loras"_L1},
    {"output_format"_L1, ErrorKind::Invalid, "output_format"_L1},
    {"width and height"_L1, ErrorKind::Invalid, "size"_L1},
    {"does not support img_gen"_L1, ErrorKind::Unsupported},
};

const QString jobs = QStringLiteral("/sdcpp/v1/jobs/");

JobProfile profileOfServer()
{
    JobProfile profile;
    profile.info.id = u"sd-cpp"_s;
    profile.info.name = QCoreApplication::translate("Provider", "stable-diffusion.cpp");
    profile.info.defaultBaseUrl = QUrl(u"http://127.0.0.1:1234"_s);
    profile.info.needsKey = false;
    profile.info.bills = false;
    profile.info.callsAtOnce = 1; // it paints one picture after another
    profile.info.note = QCoreApplication::translate(
        "Provider", "Your own server (sd-server). A picture that is being painted cannot be stopped.");
    profile.keyCheck = u"/sdcpp/v1/capabilities"_s;
    profile.words = words;
    profile.refusals = refusals;
    profile.noSuchJob = {404, 410};
    profile.cancelMethod = "POST"_ba;
    return profile;
}

QJsonArray lorasOf(const QJsonArray &asked)
{
    QJsonArray list;
    for (const QJsonValue &lora : asked) {
        list.append(QJsonObject {{u"path"_s, lora["path"_L1]}, {u"multiplier"_s, lora["scale"_L1]}});
    }
    return list;
}

Status putPictures(QJsonObject &body, const Plan &plan)
{
    const Request &request = plan.request;
    QJsonArray references;
    for (const InputImage &image : request.images) {
        references.append(base64(image.bytes));
    }
    if (references.isEmpty()) {
        return Success();
    }
    body.insert("init_image"_L1, references.first());
    body.insert("ref_images"_L1, references);
    if (request.mask) {
        const Result<QByteArray> mask = plannedMask(plan);
        if (!mask) {
            return mask.error();
        }
        body.insert("mask_image"_L1, base64(mask.value()));
    }
    return Success();
}

} // namespace

SdCppAdapter::SdCppAdapter()
    : JobAdapter(profileOfServer())
{
}

Result<HttpRequest> SdCppAdapter::writeSubmission(const Plan &plan, const PlannedCall &call,
                                                  const Credentials &credentials) const
{
    QJsonObject body = plannedFields(plan, call);
    if (const QString loras = plan.offer.fields.value(u"loras"_s); body.contains(loras)) {
        body.insert(loras, lorasOf(body.value(loras).toArray()));
    }
    if (const Status put = putPictures(body, plan); !put) {
        return put.error();
    }
    return submission(address(credentials, u"/sdcpp/v1/img_gen"_s), body);
}

/// Its own "poll_url" is a path without the server, so the address is built.
AdapterState SdCppAdapter::jobOf(const Plan &, const QJsonObject &, const QString &id,
                                 const Credentials &credentials) const
{
    const QString job = jobs + pathSegment(id);
    return {{u"poll"_s, addressIn({}, credentials, job)},
            {u"cancel"_s, addressIn({}, credentials, job + u"/cancel"_s)}};
}

void SdCppAdapter::readProgress(Wait &wait, const QJsonObject &answer) const
{
    const int place = answer.value("queue_position"_L1).toInt(-1);
    if (statusIn(answer) == "queued"_L1 && place >= 0) {
        wait.queuePosition = place;
    }
}

Step SdCppAdapter::readEnd(const Plan & /*plan*/, const AdapterState &state, const HttpResponse &response) const
{
    const LiftedJson answer(response.body);
    const QJsonObject job = answer.object();
    if (const QString status = statusIn(job); status != "completed"_L1) {
        Error error = jobFailed(response, name(), job.value("error"_L1)["message"_L1].toString());
        error.code = job.value("error"_L1)["code"_L1].toString();
        error.billing = Billing::NotBilled;
        const bool isStopped = status == "cancelled"_L1;
        error.kind = isStopped ? ErrorKind::Cancelled : error.kind;
        error.setReason(isStopped ? reasons::jobStopped(name()) : reasons::failedForFree(name()));
        return Failed {error};
    }
    Done done;
    const QJsonArray images = job.value("result"_L1)["images"_L1].toArray();
    for (const QJsonValue &image : images) {
        if (const auto bytes = pictureFromBase64(answer.text(image["b64_json"_L1]))) {
            ProducedMedia picture;
            picture.bytes = *bytes;
            if (state.contains("seed"_L1)) { // those of one call count up
                picture.seed = state.value("seed"_L1).toInteger() + image["index"_L1].toInt();
            }
            done.media.append(picture);
        }
    }
    return done.media.isEmpty() ? Step(Failed {missingInAnswer(response, name(), u"result.images"_s)}) : Step(done);
}

} // namespace lightwell
