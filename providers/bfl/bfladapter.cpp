// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/bfl/bfladapter.h"

#include "providers/bfl/bflerrors.h"
#include "providers/bfl/bfltask.h"
#include "providers/common/asking.h"
#include "providers/common/flatbody.h"
#include "providers/common/requests.h"
#include "providers/common/urls.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrlQuery>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

// A task may be unknown for a moment after its submission, until the regions agree.
constexpr int kMostUnknown = 8;

QUrl apiUrl(const Credentials &credentials, const QString &path)
{
    return endpoint(credentials.baseUrl, QUrl(u"https://api.bfl.ai"_s), path);
}

HttpRequest keyed(HttpRequest request, const Credentials &credentials)
{
    if (!credentials.key.isEmpty()) {
        request.setHeader("x-key"_ba, credentials.key);
    }
    return request;
}

/// Nothing where the state has no such address or the key must not go there.
std::optional<HttpRequest> pollRequest(const AdapterState &state, const Credentials &credentials)
{
    const auto poll = keptRequest(state, "poll"_L1, credentials, {u"api.bfl.ai"_s, u"*.bfl.ai"_s});
    return poll ? std::optional(keyed(*poll, credentials)) : std::nullopt;
}

/// The address as given, with the id added where it lacks one.
QString pollAddress(const QJsonObject &answer, const QString &id, const Credentials &credentials)
{
    QUrl url(answer.value("polling_url"_L1).toString(), QUrl::StrictMode);
    if (url.isEmpty()) {
        url = apiUrl(credentials, u"/v1/get_result"_s);
    }
    QUrlQuery query(url);
    if (!query.hasQueryItem(u"id"_s)) {
        query.addQueryItem(u"id"_s, pathSegment(id));
        url.setQuery(query);
    }
    return url.toString(QUrl::FullyEncoded);
}

Step stillUnknown(AdapterState state, const HttpResponse &response, const Credentials &credentials)
{
    const int unknown = state.value("unknown"_L1).toInt() + 1;
    const auto poll = pollRequest(state, credentials);
    if (unknown > kMostUnknown || !poll) {
        return Failed {bflTaskLost(response)};
    }
    state.insert("unknown"_L1, unknown);
    return waitOn(*poll, state, response);
}

std::optional<double> fractionOf(const QJsonObject &task)
{
    const QJsonValue progress = task.value("progress"_L1);
    const double fraction = progress.toDouble(-1);
    return fraction >= 0 && fraction <= 1 ? std::optional<double>(fraction) : std::nullopt;
}

} // namespace

ProviderInfo BflAdapter::info() const
{
    ProviderInfo info;
    info.id = u"black-forest-labs"_s;
    info.name = u"Black Forest Labs"_s;
    info.defaultBaseUrl = QUrl(u"https://api.bfl.ai"_s);
    info.keyPage = QUrl(u"https://dashboard.bfl.ai"_s);
    info.keyVariables = {u"BFL_API_KEY"_s};
    info.note = QCoreApplication::translate("Provider", "A picture that was ordered here cannot be cancelled.");
    info.resultHosts = {u"*.bfl.ai"_s, u"*.blob.core.windows.net"_s};
    return info;
}

Step BflAdapter::begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const
{
    static const QRegularExpression modelName(u"^[A-Za-z0-9][A-Za-z0-9._-]*$"_s);
    const QString model = modelToCall(plan);
    const QUrl url = apiUrl(credentials, u"/v1/"_s + model);
    if (!modelName.match(model).hasMatch() || !url.isValid()) {
        return Failed {bflNoSuchModel(model)};
    }
    if (plan.request.extra.contains("webhook_url"_L1)) {
        return Failed {bflNoWebhooks()};
    }
    const Result<QJsonObject> body = flatBody(plan, call, PictureForm::Base64);
    if (!body) {
        return Failed {body.error()};
    }
    return Send {keyed(submission(url, body.value()), credentials), {{u"phase"_s, u"submit"_s}}};
}

Step BflAdapter::advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                         const Credentials &credentials) const
{
    return state.value("phase"_L1).toString() == "poll"_L1 ? polled(plan, state, response, credentials)
                                                           : submitted(plan, response, credentials);
}

Step BflAdapter::submitted(const Plan &plan, const HttpResponse &response, const Credentials &credentials) const
{
    if (!response.isSuccess()) {
        return Failed {bflError(response, plan.offer, BflCall::Submission)};
    }
    const QJsonObject answer = response.json();
    const QString id = answer.value("id"_L1).toString();
    if (id.isEmpty()) {
        return Failed {bflUnreadable(response, u"id"_s)};
    }
    AdapterState state {{u"phase"_s, u"poll"_s}, {u"id"_s, id}, {u"poll"_s, pollAddress(answer, id, credentials)}};
    const Money cost = bflCost(answer);
    if (cost.isKnown()) {
        state.insert("cost"_L1, cost.toJson());
    }
    const auto poll = pollRequest(state, credentials);
    if (!poll) {
        return Failed {bflForeignAddress(response)};
    }
    return waitOn(*poll, state, response);
}

Step BflAdapter::polled(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                        const Credentials &credentials) const
{
    if (response.status == 404) {
        return stillUnknown(state, response, credentials);
    }
    const auto poll = pollRequest(state, credentials);
    if (!response.isSuccess()) {
        const Error error = bflError(response, plan.offer, BflCall::Job);
        return askAgainIfPassing(poll, state, response, error);
    }
    const QJsonObject task = response.json();
    const QString status = bflStatus(task);
    if (status == "Task not found"_L1) {
        return stillUnknown(state, response, credentials);
    }
    if (status != "Pending"_L1) {
        return readBflTask(plan, response, Money::fromJson(state.value("cost"_L1)));
    }
    if (!poll) {
        return Failed {bflForeignAddress(response)};
    }
    Wait wait = waitOn(*poll, state, response);
    wait.state.remove("unknown"_L1);
    wait.fraction = fractionOf(task);
    return wait;
}

std::optional<HttpRequest> BflAdapter::resume(const AdapterState &state, const Credentials &credentials) const
{
    return pollRequest(state, credentials);
}

std::optional<HttpRequest> BflAdapter::keyCheck(const Credentials &credentials) const
{
    return keyed(getRequest(apiUrl(credentials, u"/v1/credits"_s)), credentials);
}

std::optional<Error> BflAdapter::readKeyCheck(const HttpResponse &response) const
{
    if (!response.isSuccess()) {
        return bflError(response, Offer(), BflCall::Question);
    }
    const QJsonValue credits = response.json().value("credits"_L1);
    return credits.isDouble() && credits.toDouble() <= 0 ? std::optional<Error>(bflNoCredits(response)) : std::nullopt;
}

} // namespace lightwell
