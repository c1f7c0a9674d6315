// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/leonardo/leonardoadapter.h"

#include "providers/common/body.h"
#include "providers/common/joberrors.h"
#include "providers/common/keyhosts.h"
#include "providers/common/multipart.h"
#include "providers/common/picturelink.h"
#include "providers/common/pictures.h"
#include "providers/common/polling.h"
#include "providers/common/toldcost.h"
#include "providers/common/urls.h"
#include "providers/leonardo/leonardoanswer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUuid>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr JobWord words[] = {
    {"PENDING"_L1, JobStage::Running},
    {"COMPLETE"_L1, JobStage::Ended},
    {"FAILED"_L1, JobStage::Ended},
    {"gone"_L1, JobStage::Gone},
};

JobProfile leonardoProfile()
{
    JobProfile profile;
    profile.info.id = u"leonardo"_s;
    profile.info.name = u"Leonardo.Ai"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://cloud.leonardo.ai"_s);
    profile.info.keyPage = QUrl(u"https://app.leonardo.ai/api-access"_s);
    profile.info.keyVariables = {u"LEONARDO_API_KEY"_s};
    profile.info.note = QCoreApplication::translate("Provider", "A picture that was ordered here cannot be cancelled.");
    profile.keyHosts = {u"cloud.leonardo.ai"_s};
    profile.keyCheck = u"/api/rest/v1/me"_s;
    profile.words = words;
    return profile;
}

/// Leonardo's own models have UUIDs; those of others have names, and another version of the API.
bool isOwn(const QString &model)
{
    return !QUuid::fromString(model).isNull();
}

/// An order about a picture that is there: "variations/universal-upscaler".
bool isVariation(const Offer &offer)
{
    return offer.providerModel.startsWith("variations/"_L1);
}

QJsonArray references(const QJsonArray &uploaded)
{
    QJsonArray list;
    for (const QJsonValue &id : uploaded) {
        list.append(QJsonObject {{u"image"_s, QJsonObject {{u"id"_s, id}, {u"type"_s, u"UPLOADED"_s}}},
                                 {u"strength"_s, u"MID"_s}});
    }
    return list;
}

} // namespace

LeonardoAdapter::LeonardoAdapter()
    : JobAdapter(leonardoProfile())
{
}

Step LeonardoAdapter::begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const
{
    if (plan.request.images.isEmpty() || !plan.offer.supports(u"image"_s)) {
        return JobAdapter::begin(plan, call, credentials);
    }
    AdapterState state {{u"n"_s, call.n}, {u"uploaded"_s, QJsonArray()}};
    if (call.seed) {
        state.insert("seed"_L1, *call.seed);
    }
    return askForForm(plan, state, credentials);
}

Step LeonardoAdapter::advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                              const Credentials &credentials) const
{
    const QString phase = state.value("phase"_L1).toString();
    if (phase == "form"_L1) {
        return formTold(plan, state, response, credentials);
    }
    return phase == "upload"_L1 ? pictureUploaded(plan, state, response, credentials)
                                : JobAdapter::advance(plan, state, response, credentials);
}

Step LeonardoAdapter::askForForm(const Plan &plan, AdapterState state, const Credentials &credentials) const
{
    const QUrl url = address(credentials, u"/api/rest/v1/init-image"_s);
    if (!url.isValid()) {
        return Failed {noAddress(name())};
    }
    const InputImage &image = plan.request.images.at(state.value("uploaded"_L1).toArray().size());
    const std::optional<ImageFormat> format = sniffFormat(image.bytes);
    HttpRequest request = getRequest(url);
    postJson(request, QJsonDocument(QJsonObject {{u"extension"_s, format ? formatSuffix(*format) : u"png"_s}}));
    state.insert("phase"_L1, u"form"_s);
    return Send {authorized(request, credentials), state};
}

Step LeonardoAdapter::notYet(const HttpResponse &response, Error error) const
{
    error.billing = Billing::NotBilled;
    return isPassing(response.status) ? Step(oddAnswer(response, error)) : Step(Failed {error});
}

Step LeonardoAdapter::formTold(const Plan &plan, AdapterState state, const HttpResponse &response,
                               const Credentials &credentials) const
{
    const std::optional<LeonardoForm> form = readLeonardoForm(response);
    if (!response.isSuccess() || !form) {
        const bool says = !response.isSuccess() || isRefusal(response);
        return notYet(response,
                      says ? readError(response, plan.offer, JobCall::Question, credentials.key)
                           : missingInAnswer(response, name(), u"uploadInitImage"_s));
    }
    // It goes there without the key; in the clear only where the vendor itself is on this machine.
    if (form->url.scheme() != "https"_L1 && !isVendorAddress(form->url, credentials.baseUrl, {})) {
        return notYet(response, foreignAddress(response, name()));
    }
    const InputImage &image = plan.request.images.at(state.value("uploaded"_L1).toArray().size());
    Multipart upload;
    for (auto field = form->fields.begin(); field != form->fields.end(); ++field) {
        upload.addJson(field.key(), field.value());
    }
    upload.addFile(u"file"_s, pictureFileName(image, u"picture"_s), pictureMimeType(image.bytes), image.bytes);
    HttpRequest request;
    request.method = "POST"_ba;
    request.url = form->url;
    request.setHeader("Content-Type"_ba, upload.contentType());
    request.body = upload.body();
    state.insert("phase"_L1, u"upload"_s);
    state.insert("waiting"_L1, form->id);
    return Send {request, state};
}

Step LeonardoAdapter::pictureUploaded(const Plan &plan, AdapterState state, const HttpResponse &response,
                                      const Credentials &credentials) const
{
    if (!response.isSuccess()) {
        Error error = errorFromStatus(response, VendorMessage::read(response.body, credentials.key), name());
        error.kind = error.kind == ErrorKind::Auth ? ErrorKind::Upstream : error.kind; // of the form, not of the key
        error.billing = Billing::NotBilled;
        explain(error, name());
        return notYet(response, error);
    }
    QJsonArray uploaded = state.value("uploaded"_L1).toArray();
    uploaded.append(state.value("waiting"_L1));
    state.insert("uploaded"_L1, uploaded);
    if (uploaded.size() < plan.request.images.size()) {
        return askForForm(plan, state, credentials);
    }
    PlannedCall call;
    call.n = state.value("n"_L1).toInt(1);
    call.seed = wholeNumber(state.value("seed"_L1));
    return submit(written(plan, call, uploaded, credentials), credentials);
}

Result<HttpRequest> LeonardoAdapter::writeSubmission(const Plan &plan, const PlannedCall &call,
                                                     const Credentials &credentials) const
{
    return written(plan, call, {}, credentials);
}

Result<HttpRequest> LeonardoAdapter::written(const Plan &plan, const PlannedCall &call, const QJsonArray &uploaded,
                                             const Credentials &credentials) const
{
    QJsonObject fields = plannedFields(plan, call);
    if (isVariation(plan.offer)) {
        fields.insert(plan.offer.fields.value(u"image"_s), uploaded.at(0));
        return submission(address(credentials, u"/api/rest/v1/"_s + pathSegments(plan.offer.providerModel)),
                          nested(fields));
    }
    if (isOwn(plan.offer.providerModel)) {
        fields.insert("modelId"_L1, plan.offer.providerModel);
        return submission(address(credentials, u"/api/rest/v1/generations"_s), nested(fields));
    }
    for (const QString &side : {u"width"_s, u"height"_s}) {
        if (fields.contains(side)) {
            fields.insert(u"parameters."_s + side, fields.take(side));
        }
    }
    if (!uploaded.isEmpty()) {
        fields.insert(plan.offer.fields.value(u"image"_s), references(uploaded));
    }
    fields.insert("model"_L1, plan.offer.providerModel);
    return submission(address(credentials, u"/api/rest/v2/generations"_s), nested(fields));
}

AdapterState LeonardoAdapter::jobOf(const Plan &plan, const QJsonObject &job, const QString &id,
                                    const Credentials &credentials) const
{
    const QString place = isVariation(plan.offer) ? u"/api/rest/v1/variations/"_s : u"/api/rest/v1/generations/"_s;
    AdapterState state = job.value("price"_L1).toObject();
    state.insert("poll"_L1, addressIn({}, credentials, place + pathSegment(id)));
    return state;
}

bool LeonardoAdapter::isRefusal(const HttpResponse &response) const
{
    return isLeonardoRefusal(response);
}

QJsonObject LeonardoAdapter::jobIn(const HttpResponse &response, const AdapterState &) const
{
    return readLeonardoJob(response);
}

void LeonardoAdapter::readProgress(Wait &wait, const QJsonObject &) const
{
    wait.price = Money::fromJson(wait.state.value("cost"_L1));
}

Step LeonardoAdapter::readEnd(const Plan &, const AdapterState &state, const HttpResponse &response) const
{
    const QJsonObject generation = readLeonardoJob(response);
    if (statusIn(generation) == "FAILED"_L1) {
        return Failed {jobFailed(response, name(), {})};
    }
    Done done;
    const QJsonArray images = generation.value("generated_images"_L1).toArray();
    for (const QJsonValue &image : images) {
        if (std::optional<ProducedMedia> picture = pictureFrom(image["url"_L1].toString())) {
            picture->seed = images.size() == 1 ? wholeNumber(generation.value("seed"_L1)) : std::nullopt;
            picture->flaggedBy = image["nsfw"_L1].toBool() ? name() : QString();
            done.media.append(*std::move(picture));
        }
    }
    if (done.media.isEmpty()) {
        return Failed {missingInAnswer(response, name(), u"generated_images"_s)};
    }
    done.cost = Money::fromJson(state.value("cost"_L1));
    if (const QString told = state.value("unreadable"_L1).toString(); !told.isEmpty()) {
        keepUnreadableCost(done, told);
    }
    return done;
}

void LeonardoAdapter::refine(Error &error, const HttpResponse &, const Offer &) const
{
    refineLeonardoError(error, name());
}

} // namespace lightwell
