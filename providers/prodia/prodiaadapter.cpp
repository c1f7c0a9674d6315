// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/prodia/prodiaadapter.h"

#include "core/model/imageformat.h"
#include "providers/common/body.h"
#include "providers/common/flatbody.h"
#include "providers/common/formbody.h"
#include "providers/common/joberrors.h"
#include "providers/common/maskpicture.h"
#include "providers/common/picturelink.h"
#include "providers/common/pictures.h"
#include "providers/common/receivedparts.h"
#include "providers/common/toldcost.h"

#include <QJsonDocument>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds usualPause(1); ///< where a lack of capacity comes without Retry-After

constexpr ErrorPhrase refusals[] = {
    {"moderat"_L1, ErrorKind::ContentPolicy},
    {"nsfw"_L1, ErrorKind::ContentPolicy},
    {"content policy"_L1, ErrorKind::ContentPolicy},
    {"insufficient"_L1, ErrorKind::Funds},
};

void refine(Error &error, const HttpResponse &, const VendorMessage &)
{
    if (error.kind == ErrorKind::RateLimit && !error.retryAfter) {
        error.retryAfter = usualPause;
    }
}

OpenAiLikeProfile prodiaProfile()
{
    OpenAiLikeProfile profile;
    profile.info.id = u"prodia"_s;
    profile.info.name = u"Prodia"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://inference.prodia.com"_s);
    profile.info.keyPage = QUrl(u"https://app.prodia.com/api"_s);
    profile.info.keyVariables = {u"PRODIA_TOKEN"_s};
    profile.version = u"/v2"_s;
    profile.models = QString();
    profile.refusals = refusals;
    profile.refine = refine;
    return profile;
}

/// The mask is an input like the picture, and comes after it.
Result<Multipart> formOf(const QJsonObject &job, const Plan &plan)
{
    Multipart form;
    form.addFile(u"job"_s, u"job.json"_s, "application/json"_ba, QJsonDocument(job).toJson(QJsonDocument::Compact));
    for (const InputImage &image : plan.request.images) {
        form.addFile(u"input"_s, pictureFileName(image, u"input"_s), pictureMimeType(image.bytes), image.bytes);
    }
    if (plan.request.mask && plan.offer.supports(u"mask"_s)) {
        const Result<QByteArray> mask = plannedMask(plan);
        if (!mask) {
            return mask.error();
        }
        form.addFile(u"input"_s, u"mask.png"_s, "image/png"_ba, mask.value());
    }
    return form;
}

bool isJob(const ReceivedPart &part)
{
    return part.name == "job"_L1;
}

/// The same with nothing but the job for a body.
HttpResponse jobAlone(HttpResponse response, const QList<ReceivedPart> &parts)
{
    const auto job = std::find_if(parts.begin(), parts.end(), isJob);
    if (!parts.isEmpty()) {
        response.body = job == parts.end() ? QByteArray() : job->bytes;
    }
    return response;
}

QList<ProducedMedia> picturesIn(const HttpResponse &response, const QList<ReceivedPart> &parts)
{
    QList<ProducedMedia> pictures;
    if (sniffFormat(response.body)) {
        pictures.emplaceBack().bytes = response.body;
    }
    for (const ReceivedPart &part : parts) {
        if (!isJob(part) && sniffFormat(part.bytes)) {
            pictures.append({part.bytes, {}, part.mimeType, {}, {}});
        }
    }
    return pictures;
}

} // namespace

ProdiaAdapter::ProdiaAdapter()
    : OpenAiLikeAdapter(prodiaProfile())
{
}

Result<HttpRequest> ProdiaAdapter::write(const Plan &plan, const PlannedCall &call, const QUrl &baseUrl) const
{
    QJsonObject config = plannedFields(plan, call);
    const QByteArray format = config.take("Accept"_L1).toString().toLatin1();
    const QJsonObject job {{u"type"_s, modelToCall(plan)}, {u"config"_s, config}};
    const QUrl url = address(baseUrl, u"/job?price=true"_s);
    const Result<Multipart> form = formOf(job, plan);
    if (!form) {
        return form.error();
    }
    HttpRequest request = plan.request.images.isEmpty() ? submission(url, job) : formSubmission(url, form.value());
    request.setHeader("Accept"_ba, "multipart/form-data"_ba + (format.isEmpty() ? QByteArray() : "; "_ba + format));
    return request;
}

Step ProdiaAdapter::readAnswer(const Plan &, const AdapterState &, const HttpResponse &response,
                               const QByteArray &key) const
{
    const QList<ReceivedPart> parts = receivedParts(response);
    const HttpResponse told = jobAlone(response, parts);
    const QJsonObject job = told.json();
    Done done;
    done.media = picturesIn(response, parts);
    if (done.media.isEmpty()) {
        const QString words = job.contains("error"_L1) ? VendorMessage::read(told.body, key).text : QString();
        if (words.isEmpty() && job.value("state"_L1)["current"_L1] != "failed"_L1) {
            return Failed {missingInAnswer(response, name(), u"output"_s)};
        }
        const ErrorPhrase *refusal = phraseIn(refusals, words);
        return Failed {jobFailed(response, name(), words, refusal ? refusal->kind : ErrorKind::Upstream)};
    }
    for (ProducedMedia &picture : done.media) {
        picture.seed = wholeNumber(job.value("config"_L1)["seed"_L1]);
    }
    done.usage = job.value("metrics"_L1).toObject();
    takeToldCost(done, job.value("price"_L1)["dollars"_L1]);
    return done;
}

Error ProdiaAdapter::readError(const HttpResponse &response, const Offer &offer, const QByteArray &key) const
{
    Error error = OpenAiLikeAdapter::readError(jobAlone(response, receivedParts(response)), offer, key);
    const QString place = u"config."_s;
    if (error.kind == ErrorKind::Invalid && error.detail.startsWith(place)) {
        error.param = parameterOf(offer, fieldComplainedOf(error.detail.mid(place.size())));
        explain(error, name());
    }
    return error;
}

} // namespace lightwell
