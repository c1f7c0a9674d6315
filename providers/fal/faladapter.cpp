// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/fal/faladapter.h"

#include "providers/common/flatbody.h"
#include "providers/common/joberrors.h"
#include "providers/common/urls.h"
#include "providers/fal/falanswers.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr JobWord words[] = {
    {"IN_QUEUE"_L1, JobStage::Running},
    {"IN_PROGRESS"_L1, JobStage::Running},
    {"COMPLETED"_L1, JobStage::Ended}, // failed ones too
};

JobProfile falProfile()
{
    JobProfile profile;
    profile.info.id = u"fal"_s;
    profile.info.name = u"fal.ai"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://queue.fal.run"_s);
    profile.info.keyPage = QUrl(u"https://fal.ai/dashboard/keys"_s);
    profile.info.keyVariables = {u"FAL_KEY"_s};
    profile.info.note =
        QCoreApplication::translate("Provider", "Results stay at a public address at fal.ai for about a week.");
    profile.key.scheme = "Key"_ba;
    profile.keyHosts = {u"queue.fal.run"_s, u"fal.run"_s};
    profile.keyCheck = u"/v1/models/pricing?endpoint_id=fal-ai/flux/dev"_s;
    profile.keyCheckHost = QUrl(u"https://api.fal.ai"_s);
    profile.id = "request_id"_L1;
    profile.words = words;
    profile.poll = "status"_L1;
    profile.cancelMethod = "PUT"_ba;
    return profile;
}

/// The part of an endpoint that its requests live under: owner and alias, with the prefix of the two namespaces that
/// have one.
QString requestRoot(const QString &endpointId)
{
    const QString first = endpointId.section(u'/', 0, 0);
    const bool prefixed = first == "workflows"_L1 || first == "comfy"_L1;
    return endpointId.section(u'/', 0, prefixed ? 2 : 1);
}

bool isEndpointId(const QString &id)
{
    return !id.isEmpty() && !id.startsWith(u'/') && !id.contains(".."_L1) && !id.contains(u'?') && !id.contains(u'#');
}

} // namespace

FalAdapter::FalAdapter()
    : JobAdapter(falProfile())
{
}

Result<HttpRequest> FalAdapter::writeSubmission(const Plan &plan, const PlannedCall &call,
                                                const Credentials &credentials) const
{
    const QString id = modelToCall(plan);
    if (!isEndpointId(id)) {
        return noSuchModel(id, name(), true);
    }
    const Result<QJsonObject> body = flatBody(plan, call, ImageForm::DataUrl);
    if (!body) {
        return body.error();
    }
    return submission(address(credentials, QString(u'/' + id)), body.value());
}

AdapterState FalAdapter::jobOf(const Plan &plan, const QJsonObject &answer, const QString &id,
                               const Credentials &credentials) const
{
    const QString path = u'/' + requestRoot(modelToCall(plan)) + "/requests/"_L1 + pathSegment(id);
    const auto told = [&](QLatin1StringView field, QLatin1StringView suffix) {
        return addressIn(answer.value(field), credentials, QString(path + suffix));
    };
    return {{u"status"_s, told("status_url"_L1, "/status"_L1)},
            {u"result"_s, told("response_url"_L1, ""_L1)},
            {u"cancel"_s, told("cancel_url"_L1, "/cancel"_L1)}};
}

QString FalAdapter::firstStatus(const QJsonObject &answer) const
{
    return answer.contains("status"_L1) ? statusIn(answer) : u"IN_QUEUE"_s;
}

void FalAdapter::readProgress(Wait &wait, const QJsonObject &answer) const
{
    const int position = answer.value("queue_position"_L1).toInt(-1);
    wait.queuePosition = position >= 0 ? std::optional(position) : std::nullopt;
}

QJsonObject FalAdapter::failureIn(const QJsonObject &answer) const
{
    const QJsonValue error = answer.value("error"_L1);
    return error.toString().isEmpty()
        ? QJsonObject {}
        : QJsonObject {{u"detail"_s, error}, {u"error_type"_s, answer.value("error_type"_L1)}};
}

JobAdapter::ResultAnswer FalAdapter::judgeResult(const HttpResponse &response) const
{
    if (falStillRunning(response)) {
        return ResultAnswer::NotYet;
    }
    return falTellsEnd(response) ? ResultAnswer::End : ResultAnswer::Odd;
}

Step FalAdapter::readEnd(const Plan &plan, const AdapterState &state, const HttpResponse &response) const
{
    const QJsonObject failure = state.value("failure"_L1).toObject();
    if (response.isSuccess() && failure.isEmpty()) {
        return readFalResult(plan, response);
    }
    HttpResponse told = response;
    if (!falExplains(response) && !failure.isEmpty()) {
        told.body = QJsonDocument(failure).toJson(QJsonDocument::Compact);
    }
    Error error = readError(told, plan.offer, JobCall::Job, {});
    settleFalJobError(error, response, error.kind == ErrorKind::NotFound && failure.isEmpty());
    return Failed {error};
}

void FalAdapter::refine(Error &error, const HttpResponse &response, const Offer &) const
{
    refineFalError(error, response);
}

} // namespace lightwell
