// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/alibaba/alibabaadapter.h"

#include "core/adapter/vendorreasons.h"
#include "providers/alibaba/alibabaanswer.h"
#include "providers/common/body.h"
#include "providers/common/flatbody.h"
#include "providers/common/joberrors.h"
#include "providers/common/unitcost.h"
#include "providers/common/urls.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr JobWord words[] = {
    {"PENDING"_L1, JobStage::Running}, {"RUNNING"_L1, JobStage::Running}, {"SUSPENDED"_L1, JobStage::Running},
    {"SUCCEEDED"_L1, JobStage::Ended}, {"FAILED"_L1, JobStage::Ended},    {"CANCELED"_L1, JobStage::Ended},
    {"UNKNOWN"_L1, JobStage::Gone}, // or older than a day
};

JobProfile alibabaProfile()
{
    JobProfile profile;
    profile.info.id = u"alibaba"_s;
    profile.info.name = u"Alibaba Cloud"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://dashscope-intl.aliyuncs.com"_s);
    profile.info.keyPage = QUrl(u"https://modelstudio.console.alibabacloud.com/?tab=dashboard#/api-key"_s);
    profile.info.keyVariables = {u"DASHSCOPE_API_KEY"_s};
    profile.info.note = QCoreApplication::translate(
        "Provider", "A key belongs to one region. Outside of Singapore enter the address of yours as well.");
    profile.keyHosts = {u"dashscope-intl.aliyuncs.com"_s};
    profile.id = "task_id"_L1;
    profile.status = {"task_status"_L1};
    profile.words = words;
    profile.cancelMethod = "POST"_ba;
    return profile;
}

bool speaksInMessages(const Offer &offer)
{
    return offer.fields.value(u"prompt"_s).startsWith("input.messages"_L1);
}

/// Of the service that the model belongs to.
QString pathOf(const Offer &offer)
{
    if (!speaksInMessages(offer)) {
        return u"/services/aigc/text2image/image-synthesis"_s;
    }
    return offer.providerModel.startsWith("wan"_L1) ? u"/services/aigc/image-generation/generation"_s
                                                    : u"/services/aigc/multimodal-generation/generation"_s;
}

bool givesTasks(const Offer &offer)
{
    return !pathOf(offer).contains("multimodal"_L1);
}

/// The one message there may be: {"image": ["data:…"], "text": "…"} becomes its content.
QJsonArray messages(const QJsonObject &said)
{
    QJsonArray content;
    const QJsonArray images = said.value("image"_L1).toArray();
    for (const QJsonValue &image : images) {
        content.append(QJsonObject {{u"image"_s, image}});
    }
    content.append(QJsonObject {{u"text"_s, said.value("text"_L1)}});
    return {QJsonObject {{u"role"_s, u"user"_s}, {u"content"_s, content}}};
}

} // namespace

AlibabaAdapter::AlibabaAdapter()
    : JobAdapter(alibabaProfile())
{
}

QUrl AlibabaAdapter::place(const Credentials &credentials, const QString &path) const
{
    return versionedEndpoint(credentials.baseUrl, info().defaultBaseUrl, u"/api/v1"_s, path);
}

Result<HttpRequest> AlibabaAdapter::writeSubmission(const Plan &plan, const PlannedCall &call,
                                                    const Credentials &credentials) const
{
    const Result<QJsonObject> written = flatBody(plan, call, ImageForm::DataUrl);
    if (!written) {
        return written.error();
    }
    QJsonObject body = nested(written.value());
    body.insert("model"_L1, plan.offer.providerModel);
    if (speaksInMessages(plan.offer)) {
        putField(body, u"input.messages"_s, messages(body["input"_L1]["messages"_L1].toObject()));
    }
    HttpRequest request = submission(place(credentials, pathOf(plan.offer)), body);
    if (givesTasks(plan.offer)) {
        request.setHeader("X-DashScope-Async"_ba, "enable"_ba);
    }
    return request;
}

bool AlibabaAdapter::endsAtOnce(const Plan &plan, const HttpResponse &response) const
{
    return !givesTasks(plan.offer) && !jobIn(response, {}).contains("task_id"_L1);
}

bool AlibabaAdapter::isRefusal(const HttpResponse &response) const
{
    const QJsonObject answer = response.json();
    return !answer.value("code"_L1).toString().isEmpty() && answer.value("output"_L1).toObject().isEmpty();
}

QJsonObject AlibabaAdapter::jobIn(const HttpResponse &response, const AdapterState &) const
{
    return response.isSuccess() ? response.json().value("output"_L1).toObject() : QJsonObject();
}

HttpRequest AlibabaAdapter::writeKeyCheck(const Credentials &credentials) const
{
    return getRequest(place(credentials, u"/tasks/00000000-0000-4000-8000-000000000000"_s));
}

std::optional<Error> AlibabaAdapter::readKeyCheck(const HttpResponse &response) const
{
    const std::optional<Error> error = JobAdapter::readKeyCheck(response);
    const bool isOfTheTask = error && (error->kind == ErrorKind::NotFound || error->kind == ErrorKind::Invalid);
    return isOfTheTask ? std::nullopt : error;
}

AdapterState AlibabaAdapter::jobOf(const Plan &, const QJsonObject &, const QString &id,
                                   const Credentials &credentials) const
{
    const QString task = place(credentials, u"/tasks/"_s + pathSegment(id)).toString(QUrl::FullyEncoded);
    return {{u"poll"_s, task}, {u"cancel"_s, QString(task + u"/cancel"_s)}};
}

void AlibabaAdapter::readProgress(Wait &wait, const QJsonObject &job) const
{
    const QJsonObject metrics = job.value("task_metrics"_L1).toObject();
    const double all = metrics.value("TOTAL"_L1).toDouble();
    if (all > 1) { // it tells of whole pictures
        const double ended = metrics.value("SUCCEEDED"_L1).toDouble() + metrics.value("FAILED"_L1).toDouble();
        wait.fraction = std::clamp(ended / all, 0.0, 1.0);
    }
}

Step AlibabaAdapter::readEnd(const Plan &plan, const AdapterState &, const HttpResponse &response) const
{
    const QJsonObject answer = response.json();
    const QJsonObject output = jobIn(response, {});
    Done done;
    done.media = alibabaPictures(output, plan.request.prompt);
    if (!done.media.isEmpty()) {
        done.usage = answer.value("usage"_L1).toObject();
        const QJsonValue count = done.usage.value("image_count"_L1);
        done.cost =
            count.isDouble() ? unitCost(plan.offer, count.toDouble(), {PriceLine::Unit::Image}) : Money::unknown();
        return done;
    }
    const QString status = statusIn(output);
    const QJsonObject failure = alibabaFailure(output);
    if (failure.isEmpty() && status != "FAILED"_L1 && status != "CANCELED"_L1) {
        return Failed {missingInAnswer(response, name(), u"results"_s)};
    }
    Error error = jobFailed(response, name(), failure.value("message"_L1).toString());
    error.code = failure.value("code"_L1).toString();
    error.kind = alibabaErrorKind(error.code).value_or(ErrorKind::Upstream);
    error.billing = Billing::NotBilled; // which only pictures are
    explain(error, name());
    if (status == "CANCELED"_L1) {
        error.kind = ErrorKind::Cancelled;
        error.setReason(reasons::jobStoppedEarly(name()));
    }
    return Failed {error};
}

void AlibabaAdapter::refine(Error &error, const HttpResponse &, const Offer &offer) const
{
    error.kind = alibabaErrorKind(error.code).value_or(error.kind);
    if (error.kind == ErrorKind::Invalid) {
        const QString said = error.code == "InvalidURL"_L1 ? u"image"_s : parameterNamedIn(offer, error.detail);
        const QString field = fieldComplainedOf(error.detail);
        error.param = !said.isEmpty() ? said : field.isEmpty() ? error.param : parameterOf(offer, field);
    }
    explain(error, name());
}

} // namespace lightwell
