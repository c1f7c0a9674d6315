// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/luma/agentsadapter.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/body.h"
#include "providers/common/joberrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/pictures.h"
#include "providers/common/urls.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr ErrorPhrase refusals[] = {
    {"moderat"_L1, ErrorKind::ContentPolicy},
};

constexpr JobWord words[] = {
    {"queued"_L1, JobStage::Running},
    {"processing"_L1, JobStage::Running},
    {"completed"_L1, JobStage::Ended},
    {"failed"_L1, JobStage::Ended},
};

constexpr ErrorCode failures[] = {
    {"content_moderated"_L1, ErrorKind::ContentPolicy}, {"budget_exhausted"_L1, ErrorKind::Funds},
    {"image_too_large"_L1, ErrorKind::Invalid},         {"unsupported_format"_L1, ErrorKind::Invalid},
    {"corrupt_input"_L1, ErrorKind::Invalid},           {"invalid_request"_L1, ErrorKind::Invalid},
    {"rate_limited"_L1, ErrorKind::RateLimit},
};

/// Other than the Dream Machine's "poll", so that a job that is picked up leads back here.
constexpr QLatin1StringView pollPlace = "generation"_L1;

JobProfile agentsProfile()
{
    JobProfile profile;
    profile.info.id = u"luma"_s;
    profile.info.name = u"Luma"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://agents.lumalabs.ai"_s);
    profile.keyHosts = {u"agents.lumalabs.ai"_s};
    profile.keyCheck = u"/v1/usage"_s;
    profile.status = {"state"_L1};
    profile.words = words;
    profile.refusals = refusals;
    profile.poll = pollPlace;
    return profile;
}

QJsonObject reference(const InputImage &image)
{
    if (image.isLink()) {
        return {{u"url"_s, image.link}};
    }
    return {{u"data"_s, base64(image.bytes)}, {u"media_type"_s, QString::fromLatin1(pictureMimeType(image.bytes))}};
}

void putPictures(QJsonObject &body, const QList<InputImage> &images)
{
    QJsonArray guides;
    for (const InputImage &image : images) {
        if (image.role == ImageRole::Reference && !body.contains("source"_L1)) {
            body.insert("source"_L1, reference(image));
        } else {
            guides.append(reference(image));
        }
    }
    if (!guides.isEmpty()) {
        body.insert("image_ref"_L1, guides);
    }
}

} // namespace

LumaAgentsAdapter::LumaAgentsAdapter()
    : JobAdapter(agentsProfile())
{
}

bool LumaAgentsAdapter::isItsJob(const AdapterState &state)
{
    return state.contains(pollPlace);
}

Result<HttpRequest> LumaAgentsAdapter::writeSubmission(const Plan &plan, const PlannedCall &call,
                                                       const Credentials &credentials) const
{
    QJsonObject body = plannedFields(plan, call);
    putPictures(body, plan.request.images);
    body.insert("model"_L1, plan.offer.providerModel);
    body.insert("type"_L1, body.contains("source"_L1) ? u"image_edit"_s : u"image"_s);
    return submission(address(credentials, u"/v1/generations"_s), body);
}

AdapterState LumaAgentsAdapter::jobOf(const Plan &, const QJsonObject &, const QString &id,
                                      const Credentials &credentials) const
{
    return {{pollPlace, addressIn({}, credentials, u"/v1/generations/"_s + pathSegment(id))}};
}

Step LumaAgentsAdapter::readEnd(const Plan &, const AdapterState &, const HttpResponse &response) const
{
    const QJsonObject generation = response.json();
    if (statusIn(generation) == "failed"_L1) {
        const QString code = generation.value("failure_code"_L1).toString();
        Error error = jobFailed(response, name(), generation.value("failure_reason"_L1).toString(),
                                kindOfCode(failures, code).value_or(ErrorKind::Upstream));
        error.code = code;
        return Failed {error};
    }
    Done done;
    const QJsonArray output = generation.value("output"_L1).toArray();
    for (const QJsonValue &entry : output) {
        if (const std::optional<ProducedMedia> image = pictureFrom(entry["url"_L1].toString())) {
            done.media.append(*image);
        }
    }
    return done.media.isEmpty() ? Step(Failed {missingInAnswer(response, name(), u"output.url"_s)}) : Step(done);
}

void LumaAgentsAdapter::refine(Error &error, const HttpResponse &response, const Offer &) const
{
    constexpr int tooLarge = 413;
    if (response.status == tooLarge) {
        error.kind = ErrorKind::Invalid;
        error.param = u"image"_s;
    } else if (error.kind == ErrorKind::Invalid && error.param == "model"_L1) {
        error.kind = ErrorKind::NotFound;
    }
    explain(error, name());
}

} // namespace lightwell
