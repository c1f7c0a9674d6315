// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/fal/faladapter.h"

#include "providers/common/asking.h"
#include "providers/common/flatbody.h"
#include "providers/common/requests.h"
#include "providers/common/urls.h"
#include "providers/fal/falerrors.h"
#include "providers/fal/falresult.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QUrl queueUrl(const Credentials &credentials, const QString &path)
{
    return endpoint(credentials.baseUrl, QUrl(u"https://queue.fal.run"_s), path);
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

/// Nothing where the state has no such address or the key must not go there.
std::optional<HttpRequest> keyedRequest(const AdapterState &state, QLatin1StringView name,
                                        const Credentials &credentials, const QByteArray &method = "GET"_ba)
{
    auto request = keptRequest(state, name, credentials, {u"queue.fal.run"_s, u"fal.run"_s});
    if (request) {
        request->method = method;
        authorize(*request, KeyHeader {"Authorization"_ba, "Key"_ba}, credentials.key);
    }
    return request;
}

AdapterState jobState(const QJsonObject &answer, const QString &id, const QString &endpointId,
                      const Credentials &credentials)
{
    const QString root = u'/' + requestRoot(endpointId) + "/requests/"_L1 + pathSegment(id);
    const auto address = [&](QLatin1StringView field, QLatin1StringView suffix) {
        const QString given = answer.value(field).toString();
        return given.isEmpty() ? queueUrl(credentials, QString(root + suffix)).toString(QUrl::FullyEncoded) : given;
    };
    return {{u"phase"_s, u"status"_s},
            {u"id"_s, id},
            {u"status"_s, address("status_url"_L1, "/status"_L1)},
            {u"result"_s, address("response_url"_L1, ""_L1)},
            {u"cancel"_s, address("cancel_url"_L1, "/cancel"_L1)}};
}

std::optional<int> queuePosition(const QJsonObject &answer)
{
    const QJsonValue position = answer.value("queue_position"_L1);
    return position.isDouble() && position.toInt(-1) >= 0 ? std::optional<int>(position.toInt()) : std::nullopt;
}

/// The next step for a job whose state object says IN_QUEUE, IN_PROGRESS or COMPLETED.
Step followJob(AdapterState state, const QJsonObject &answer, const HttpResponse &response,
               const Credentials &credentials)
{
    const QString status = answer.value("status"_L1).toString();
    const bool completed = status == "COMPLETED"_L1;
    if (!completed && status != "IN_QUEUE"_L1 && status != "IN_PROGRESS"_L1) {
        return Failed {falUnreadable(response, u"status"_s)};
    }
    const auto poll = keyedRequest(state, "status"_L1, credentials);
    const auto result = keyedRequest(state, "result"_L1, credentials);
    if (!poll || !result) {
        return Failed {falForeignAddress(response)};
    }
    if (!completed) {
        Wait wait = waitOn(*poll, state, response);
        wait.queuePosition = queuePosition(answer);
        return wait;
    }
    state.remove("misses"_L1);
    // A failed job is completed too; its answer has the whole story, these words are kept in case it has none.
    if (!answer.value("error"_L1).toString().isEmpty()) {
        state.insert(
            "failure"_L1,
            QJsonObject {{u"detail"_s, answer.value("error"_L1)}, {u"error_type"_s, answer.value("error_type"_L1)}});
    }
    state.insert("phase"_L1, "result"_L1);
    return Send {*result, state};
}

} // namespace

ProviderInfo FalAdapter::info() const
{
    ProviderInfo info;
    info.id = u"fal"_s;
    info.name = u"fal.ai"_s;
    info.defaultBaseUrl = QUrl(u"https://queue.fal.run"_s);
    info.keyPage = QUrl(u"https://fal.ai/dashboard/keys"_s);
    info.keyVariables = {u"FAL_KEY"_s};
    info.note = QCoreApplication::translate("Provider", "Results stay at a public address at fal.ai for about a week.");
    info.resultHosts = {u"fal.media"_s, u"*.fal.media"_s};
    return info;
}

Step FalAdapter::begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const
{
    const QString id = modelToCall(plan);
    const QUrl url = queueUrl(credentials, QString(u'/' + id));
    if (!isEndpointId(id) || !url.isValid()) {
        return Failed {falNoSuchEndpoint(id)};
    }
    const Result<QJsonObject> body = flatBody(plan, call, PictureForm::DataUrl);
    if (!body) {
        return Failed {body.error()};
    }
    HttpRequest request = submission(url, body.value());
    authorize(request, KeyHeader {"Authorization"_ba, "Key"_ba}, credentials.key);
    return Send {request, {{u"phase"_s, u"submit"_s}}};
}

Step FalAdapter::advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                         const Credentials &credentials) const
{
    const QString phase = state.value("phase"_L1).toString();
    if (phase == "status"_L1) {
        return polled(plan, state, response, credentials);
    }
    if (phase == "result"_L1) {
        return fetched(plan, state, response, credentials);
    }
    return submitted(plan, response, credentials);
}

Step FalAdapter::submitted(const Plan &plan, const HttpResponse &response, const Credentials &credentials) const
{
    if (!response.isSuccess()) {
        return Failed {falError(response, plan.offer, FalCall::Submission)};
    }
    const QJsonObject answer = response.json();
    const QString id = answer.value("request_id"_L1).toString();
    if (id.isEmpty()) {
        return Failed {falUnreadable(response, u"request_id"_s)};
    }
    QJsonObject known = answer;
    if (answer.value("status"_L1).isUndefined()) {
        known.insert("status"_L1, "IN_QUEUE"_L1);
    }
    return followJob(jobState(answer, id, modelToCall(plan), credentials), known, response, credentials);
}

Step FalAdapter::polled(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                        const Credentials &credentials) const
{
    if (response.isSuccess()) {
        return followJob(state, response.json(), response, credentials);
    }
    const Error error = falError(response, plan.offer, FalCall::Job);
    const auto poll = keyedRequest(state, "status"_L1, credentials);
    return askAgainIfPassing(poll, state, response, error);
}

Step FalAdapter::fetched(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                         const Credentials &credentials) const
{
    const QJsonObject failure = state.value("failure"_L1).toObject();
    if (response.isSuccess() && failure.isEmpty()) {
        return readFalResult(plan, response);
    }
    if (failure.isEmpty() && response.status == 400 && falStillRunning(response)) {
        AdapterState back = state;
        back.insert("phase"_L1, "status"_L1);
        const auto poll = keyedRequest(state, "status"_L1, credentials);
        return poll ? askAgain(*poll, back, response, falError(response, plan.offer, FalCall::Job))
                    : Step(Failed {falForeignAddress(response)});
    }
    const Error error = falJobError(response, plan.offer, failure);
    const auto again = keyedRequest(state, "result"_L1, credentials);
    // The answer of a failed job carries its error; an empty 502 comes from something in between.
    const bool inBetween = failure.isEmpty() && isPassing(response.status) && !falExplains(response);
    return inBetween ? askAgain(again, state, response, error) : Step(Failed {error});
}

std::optional<HttpRequest> FalAdapter::resume(const AdapterState &state, const Credentials &credentials) const
{
    const QString phase = state.value("phase"_L1).toString();
    if (phase == "status"_L1) {
        return keyedRequest(state, "status"_L1, credentials);
    }
    return phase == "result"_L1 ? keyedRequest(state, "result"_L1, credentials) : std::nullopt;
}

std::optional<HttpRequest> FalAdapter::cancel(const AdapterState &state, const Credentials &credentials) const
{
    return keyedRequest(state, "cancel"_L1, credentials, "PUT"_ba);
}

std::optional<HttpRequest> FalAdapter::keyCheck(const Credentials &credentials) const
{
    HttpRequest request = getRequest(endpoint(credentials.baseUrl, QUrl(u"https://api.fal.ai"_s),
                                              u"/v1/models/pricing?endpoint_id=fal-ai/flux/dev"_s));
    authorize(request, KeyHeader {"Authorization"_ba, "Key"_ba}, credentials.key);
    return request;
}

std::optional<Error> FalAdapter::readKeyCheck(const HttpResponse &response) const
{
    return response.isSuccess() ? std::nullopt : std::optional<Error>(falError(response, Offer(), FalCall::KeyCheck));
}

} // namespace lightwell
