// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/jobadapter.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/foundpictures.h"
#include "providers/common/joberrors.h"
#include "providers/common/polling.h"
#include "providers/common/urls.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView resultPlace = "result"_L1;
constexpr QLatin1StringView cancelPlace = "cancel"_L1;

QString phaseOf(const AdapterState &state)
{
    return state.value("phase"_L1).toString();
}

/// Words are looked at only where the status says no more than that the request was not taken.
bool isRefusal(const Error &error)
{
    return error.kind == ErrorKind::Invalid;
}

} // namespace

JobAdapter::JobAdapter(JobProfile profile)
    : m_profile(std::move(profile))
{
}

QUrl JobAdapter::address(const Credentials &credentials, const QString &path) const
{
    return endpoint(credentials.baseUrl, m_profile.info.defaultBaseUrl, path);
}

QString JobAdapter::addressIn(const QJsonValue &given, const Credentials &credentials, const QString &path) const
{
    const QString text = given.toString();
    return text.isEmpty() ? address(credentials, path).toString(QUrl::FullyEncoded) : text;
}

HttpRequest JobAdapter::authorized(HttpRequest request, const Credentials &credentials) const
{
    authorize(request, m_profile.key, credentials.key);
    return request;
}

/// Nothing where the state has no such address or the key must not go there.
std::optional<HttpRequest> JobAdapter::keyed(const AdapterState &state, QLatin1StringView place,
                                             const Credentials &credentials) const
{
    const auto request = keptRequest(state, place, credentials, m_profile.keyHosts);
    return request ? std::optional(authorized(*request, credentials)) : std::nullopt;
}

QString JobAdapter::statusIn(const QJsonObject &answer) const
{
    QString status;
    for (const QLatin1StringView field : m_profile.status) {
        status = status.isEmpty() ? answer.value(field).toString() : status;
    }
    return status;
}

Step JobAdapter::begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const
{
    return submit(writeSubmission(plan, call, credentials), credentials);
}

Step JobAdapter::submit(const Result<HttpRequest> &written, const Credentials &credentials) const
{
    if (!written) {
        return Failed {written.error()};
    }
    if (!written->url.isValid()) {
        return Failed {noAddress(name())};
    }
    return Send {authorized(written.value(), credentials), {{u"phase"_s, u"submit"_s}}};
}

Step JobAdapter::advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                         const Credentials &credentials) const
{
    const QString phase = phaseOf(state);
    if (phase == m_profile.poll) {
        return polled(plan, state, response, credentials);
    }
    return phase == resultPlace ? fetched(plan, state, response, credentials) : submitted(plan, response, credentials);
}

Step JobAdapter::submitted(const Plan &plan, const HttpResponse &response, const Credentials &credentials) const
{
    if (!response.isSuccess()) {
        return Failed {readError(response, plan.offer, JobCall::Submission, credentials.key)};
    }
    const QJsonObject answer = response.json();
    const QString id = answer.value(m_profile.id).toString();
    if (id.isEmpty()) {
        return Failed {missingInAnswer(response, name(), m_profile.id)};
    }
    AdapterState state = jobOf(plan, answer, id, credentials);
    state.insert("phase"_L1, m_profile.poll);
    state.insert("id"_L1, id);
    const Step step = follow(plan, state, firstStatus(answer), response, credentials);
    // The job is there, whatever its first state is called.
    return std::holds_alternative<Odd>(step) ? Step(waitOn(*keyed(state, m_profile.poll, credentials), state, response))
                                             : step;
}

Step JobAdapter::follow(const Plan &plan, AdapterState state, const QString &status, const HttpResponse &response,
                        const Credentials &credentials) const
{
    const auto word = std::find_if(m_profile.words.begin(), m_profile.words.end(),
                                   [&](const JobWord &known) { return status == known.word; });
    if (word != m_profile.words.end() && word->stage == JobStage::Ended) {
        return ended(plan, state, response, credentials);
    }
    const auto poll = keyed(state, m_profile.poll, credentials);
    if (!poll || (state.contains(resultPlace) && !keyed(state, resultPlace, credentials))) {
        return Failed {foreignAddress(response, name())};
    }
    if (word == m_profile.words.end() || word->stage == JobStage::Gone) {
        Odd odd = oddAnswer(response,
                            word == m_profile.words.end() ? missingInAnswer(response, name(), m_profile.status.first())
                                                          : jobIsLost(response, name()));
        odd.isGone = word != m_profile.words.end();
        return odd;
    }
    Wait wait = waitOn(*poll, state, response);
    readProgress(wait, response.json());
    return wait;
}

Step JobAdapter::ended(const Plan &plan, AdapterState state, const HttpResponse &response,
                       const Credentials &credentials) const
{
    if (!state.contains(resultPlace)) {
        return orFoundPictures(readEnd(plan, state, response), response);
    }
    const auto result = keyed(state, resultPlace, credentials);
    if (!result) {
        return Failed {foreignAddress(response, name())};
    }
    // The result has the whole story; these words are kept in case it has none.
    if (const QJsonObject failure = failureIn(response.json()); !failure.isEmpty()) {
        state.insert("failure"_L1, failure);
    }
    state.insert("phase"_L1, resultPlace);
    return Send {*result, state};
}

Step JobAdapter::polled(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                        const Credentials &credentials) const
{
    return response.isSuccess() ? follow(plan, state, statusIn(response.json()), response, credentials)
                                : odd(plan, response, credentials);
}

Step JobAdapter::odd(const Plan &plan, const HttpResponse &response, const Credentials &credentials) const
{
    return oddAnswer(response, readError(response, plan.offer, JobCall::Job, credentials.key));
}

Step JobAdapter::fetched(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                         const Credentials &credentials) const
{
    if (state.contains("failure"_L1)) {
        return readEnd(plan, state, response);
    }
    if (response.isSuccess()) {
        return response.json().isEmpty() ? Step(oddAnswer(response, missingInAnswer(response, name(), resultPlace)))
                                         : readEnd(plan, state, response);
    }
    switch (judgeResult(response)) {
    case ResultAnswer::NotYet: {
        const auto poll = keyed(state, m_profile.poll, credentials);
        AdapterState back = state;
        back.insert("phase"_L1, m_profile.poll);
        return poll ? Step(waitOn(*poll, back, response)) : odd(plan, response, credentials);
    }
    case ResultAnswer::Odd:
        return odd(plan, response, credentials);
    case ResultAnswer::End:
        break;
    }
    return readEnd(plan, state, response);
}

std::optional<HttpRequest> JobAdapter::resume(const AdapterState &state, const Credentials &credentials) const
{
    const QString phase = state.value("phase"_L1).toString(m_profile.poll);
    if (phase == resultPlace) {
        return keyed(state, resultPlace, credentials);
    }
    return phase == m_profile.poll ? keyed(state, m_profile.poll, credentials) : std::nullopt;
}

std::optional<HttpRequest> JobAdapter::cancel(const AdapterState &state, const Credentials &credentials) const
{
    auto request = m_profile.cancelMethod.isEmpty() ? std::nullopt : keyed(state, cancelPlace, credentials);
    if (request) {
        request->method = m_profile.cancelMethod;
    }
    return request;
}

std::optional<HttpRequest> JobAdapter::keyCheck(const Credentials &credentials) const
{
    const QUrl host = m_profile.keyCheckHost.isEmpty() ? m_profile.info.defaultBaseUrl : m_profile.keyCheckHost;
    return authorized(getRequest(endpoint(credentials.baseUrl, host, m_profile.keyCheck)), credentials);
}

std::optional<Error> JobAdapter::readKeyCheck(const HttpResponse &response) const
{
    if (!response.isSuccess()) {
        return readError(response, Offer(), JobCall::Question, {});
    }
    const QJsonValue credits = response.json().value(m_profile.credits);
    return credits.isDouble() && credits.toDouble() <= 0 ? std::optional(noCredits(response, name())) : std::nullopt;
}

Error JobAdapter::readError(const HttpResponse &response, const Offer &offer, JobCall call, const QByteArray &key) const
{
    const VendorMessage said = VendorMessage::read(response.body, key);
    Error error = errorFromStatus(response, said, name());
    if (!said.param.isEmpty() && said.param != "body"_L1) {
        error.param = parameterOf(offer, said.param);
    }
    if (call != JobCall::Submission) {
        error.billing = call == JobCall::Job ? Billing::MayBeBilled : Billing::NotBilled;
    }
    if (const ErrorPhrase *row = phraseIn(m_profile.refusals, error.detail); row && isRefusal(error)) {
        error.kind = row->kind;
        error.param = row->param.isEmpty() ? error.param : QString(row->param);
    }
    explain(error, name());
    refine(error, response, offer);
    if (call == JobCall::Job && error.kind == ErrorKind::NotFound) {
        error.setReason(reasons::jobForgotten(name()));
    }
    return error;
}

QString JobAdapter::firstStatus(const QJsonObject &answer) const
{
    return statusIn(answer);
}

void JobAdapter::readProgress(Wait &, const QJsonObject &) const
{
}

QJsonObject JobAdapter::failureIn(const QJsonObject &) const
{
    return {};
}

JobAdapter::ResultAnswer JobAdapter::judgeResult(const HttpResponse &response) const
{
    return saysNothing(response.status) ? ResultAnswer::Odd : ResultAnswer::End;
}

void JobAdapter::refine(Error &, const HttpResponse &, const Offer &) const
{
}

} // namespace lightwell
