// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/runware/runwareadapter.h"

#include "providers/common/body.h"
#include "providers/common/flatbody.h"
#include "providers/common/joberrors.h"
#include "providers/runware/runwareanswer.h"
#include "providers/runware/runwareerror.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr JobWord words[] = {
    {"processing"_L1, JobStage::Running},
    {"ended"_L1, JobStage::Ended},
    {"gone"_L1, JobStage::Gone},
};

JobProfile runwareProfile()
{
    JobProfile profile;
    profile.info.id = u"runware"_s;
    profile.info.name = u"Runware"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://api.runware.ai"_s);
    profile.info.keyPage = QUrl(u"https://my.runware.ai/keys"_s);
    profile.info.keyVariables = {u"RUNWARE_API_KEY"_s};
    profile.info.note = QCoreApplication::translate("Provider", "A picture that was ordered here cannot be cancelled.");
    profile.keyHosts = {u"api.runware.ai"_s};
    profile.credits = "data.0.balance"_L1;
    profile.id = "taskUUID"_L1;
    profile.words = words;
    profile.webhooks = {u"webhookURL"_s, u"uploadEndpoint"_s};
    return profile;
}

QString taskType(Operation operation)
{
    switch (operation) {
    case Operation::Upscale:
        return u"upscale"_s;
    case Operation::RemoveBackground:
        return u"removeBackground"_s;
    case Operation::Vectorize:
        return u"vectorize"_s;
    default:
        return u"imageInference"_s;
    }
}

QJsonDocument listOf(const QJsonObject &task)
{
    return QJsonDocument(QJsonArray {task});
}

/// [{"model", "weight"}]
QJsonArray loras(const QJsonArray &planned)
{
    QJsonArray list;
    for (const QJsonValue &lora : planned) {
        list.append(QJsonObject {{u"model"_s, lora["path"_L1]}, {u"weight"_s, lora["scale"_L1]}});
    }
    return list;
}

} // namespace

RunwareAdapter::RunwareAdapter(NewId newId)
    : JobAdapter(runwareProfile())
    , m_newId(std::move(newId))
{
}

Result<HttpRequest> RunwareAdapter::writeSubmission(const Plan &plan, const PlannedCall &call,
                                                    const Credentials &credentials) const
{
    const Result<QJsonObject> written = flatBody(plan, call, ImageForm::DataUrl);
    if (!written) {
        return written.error();
    }
    QJsonObject fields = written.value();
    QJsonObject task = nested(fields);
    const QString added = plan.offer.fields.value(u"loras"_s);
    if (task.contains(added)) {
        task.insert(added, loras(task.value(added).toArray()));
    }
    task.insert("taskType"_L1, taskType(plan.request.operation));
    task.insert("taskUUID"_L1, m_newId());
    task.insert("model"_L1, modelToCall(plan));
    task.insert("deliveryMethod"_L1, "async"_L1);
    task.insert("includeCost"_L1, true);
    HttpRequest request = getRequest(address(credentials, u"/v1"_s));
    postJson(request, listOf(task));
    request.startsPaidWork = true;
    return request;
}

AdapterState RunwareAdapter::keep(const Plan &, const PlannedCall &call) const
{
    return {{u"n"_s, call.n}};
}

AdapterState RunwareAdapter::jobOf(const Plan &, const QJsonObject &, const QString &,
                                   const Credentials &credentials) const
{
    return {{u"poll"_s, addressIn({}, credentials, u"/v1"_s)}};
}

void RunwareAdapter::writePoll(HttpRequest &poll, const AdapterState &state) const
{
    postJson(poll, listOf({{u"taskType"_s, u"getResponse"_s}, {u"taskUUID"_s, state.value("id"_L1)}}));
}

HttpRequest RunwareAdapter::writeKeyCheck(const Credentials &credentials) const
{
    HttpRequest request = getRequest(address(credentials, u"/v1"_s));
    postJson(
        request,
        listOf(
            {{u"taskType"_s, u"accountManagement"_s}, {u"taskUUID"_s, m_newId()}, {u"operation"_s, u"getDetails"_s}}));
    return request;
}

bool RunwareAdapter::isRefusal(const HttpResponse &response) const
{
    return !firstRunwareError(response).isEmpty() && response.json().value("data"_L1).toArray().isEmpty();
}

QJsonObject RunwareAdapter::jobIn(const HttpResponse &response, const AdapterState &state) const
{
    return readRunwareTask(response, state);
}

void RunwareAdapter::readProgress(Wait &wait, const QJsonObject &job) const
{
    if (job.contains("progress"_L1)) {
        wait.fraction = job.value("progress"_L1).toDouble();
    }
}

Step RunwareAdapter::readEnd(const Plan &plan, const AdapterState &state, const HttpResponse &response) const
{
    Done done = readRunwarePictures(plan, response);
    if (!done.media.isEmpty()) {
        return done;
    }
    const QJsonObject failure = runwareErrorOf(response, state.value("id"_L1).toString());
    if (failure.isEmpty()) {
        return Failed {missingInAnswer(response, name(), u"imageURL"_s)};
    }
    Error error = jobFailed(response, name(), {});
    refineRunwareError(error, failure, plan.offer, name());
    return Failed {error};
}

void RunwareAdapter::refine(Error &error, const HttpResponse &response, const Offer &offer) const
{
    refineRunwareError(error, firstRunwareError(response), offer, name());
}

} // namespace lightwell
