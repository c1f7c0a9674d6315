// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/jobadapter.h"

#include "core/adapter/ownserver.h"
#include "core/adapter/vendorreasons.h"
#include "core/model/json.h"
#include "providers/common/body.h"
#include "providers/common/foundpictures.h"
#include "providers/common/joberrors.h"
#include "providers/common/polling.h"
#include "providers/common/urls.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView resultPlace = "result"_L1;
constexpr QLatin1StringView cancelPlace = "cancel"_L1;
constexpr QLatin1StringView seedPlace = "seed"_L1;

QString phaseOf(const AdapterState &state)
{
    return state.value("phase"_L1).toString();
}

/// Words are looked at only where the status says no more than that the request was not taken.
bool saysNoMore(const Error &error)
{
    return error.kind == ErrorKind::Invalid;
}

/// Whether a vendor that tells its refusals with a good status means by this one that nothing was begun.
bool startsNoWork(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid:
    case ErrorKind::Unsupported:
    case ErrorKind::NotFound:
    case ErrorKind::Auth:
    case ErrorKind::Funds:
    case ErrorKind::RateLimit:
    case ErrorKind::Overloaded:
        return true;
    default:
        return false;
    }
}

/// The number at the end of a dotted path through objects and lists, also one in words; nothing: there is none.
std::optional<double> numberAt(const QJsonObject &answer, const QString &path)
{
    QJsonValue value = answer;
    const QStringList steps = path.split(u'.');
    for (const QString &step : steps) {
        value = value.isArray() ? value[step.toInt()] : value[step];
    }
    return json::number(value);
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
    auto request = keptRequest(state, place, credentials, m_profile.keyHosts);
    if (request && place == m_profile.poll) {
        writePoll(*request, state);
    }
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

std::optional<JobStage> JobAdapter::stageOf(const QString &status) const
{
    const auto word = std::find_if(m_profile.words.begin(), m_profile.words.end(),
                                   [&](const JobWord &known) { return status == known.word; });
    return word == m_profile.words.end() ? std::nullopt : std::optional(word->stage);
}

Step JobAdapter::begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const
{
    if (const Status all = withoutWebhook(plan.request, m_profile.webhooks); !all) {
        return Failed {all.error()};
    }
    Step step = submit(writeSubmission(plan, call, credentials), credentials, keep(plan, call));
    if (auto *send = std::get_if<Send>(&step); send && call.seed && isOwnServer(m_profile.info)) {
        send->state.insert(seedPlace, *call.seed);
    }
    return step;
}

Step JobAdapter::submit(const Result<HttpRequest> &written, const Credentials &credentials, AdapterState kept) const
{
    if (!written) {
        return Failed {written.error()};
    }
    if (!written->url.isValid()) {
        return Failed {noAddress(name())};
    }
    kept.insert("phase"_L1, u"submit"_s);
    return Send {authorized(written.value(), credentials), kept};
}

Step JobAdapter::advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                         const Credentials &credentials) const
{
    const QString phase = phaseOf(state);
    if (phase == m_profile.poll) {
        return polled(plan, state, response, credentials);
    }
    return phase == resultPlace ? fetched(plan, state, response, credentials)
                                : submitted(plan, state, response, credentials);
}

Step JobAdapter::submitted(const Plan &plan, const AdapterState &kept, const HttpResponse &response,
                           const Credentials &credentials) const
{
    if (!response.isSuccess() || isRefusal(response)) {
        return Failed {readError(response, plan.offer, JobCall::Submission, credentials.key)};
    }
    if (endsAtOnce(plan, response)) {
        return orFoundPictures(readEnd(plan, kept, response), response);
    }
    const QJsonObject answer = jobIn(response, kept);
    const QString id = answer.value(m_profile.id).toString();
    if (id.isEmpty()) {
        return orFoundPictures(Failed {missingInAnswer(response, name(), m_profile.id)}, response);
    }
    AdapterState state = kept;
    mergeFields(state, jobOf(plan, answer, id, credentials));
    state.insert("phase"_L1, m_profile.poll);
    state.insert("id"_L1, id);
    const Step step = follow(plan, state, firstStatus(answer), response, credentials);
    const auto poll = keyed(state, m_profile.poll, credentials);
    // The job is there, whatever its first state is called.
    return poll && std::holds_alternative<Odd>(step) ? Step(waitOn(*poll, state, response)) : step;
}

Step JobAdapter::follow(const Plan &plan, AdapterState state, const QString &status, const HttpResponse &response,
                        const Credentials &credentials) const
{
    const std::optional<JobStage> stage = stageOf(status);
    if (stage == JobStage::Ended) {
        return ended(plan, state, response, credentials);
    }
    const auto poll = keyed(state, m_profile.poll, credentials);
    if (!poll || (state.contains(resultPlace) && !keyed(state, resultPlace, credentials))) {
        return Failed {foreignAddress(response, name())};
    }
    if (!stage || stage == JobStage::Gone) {
        return stage ? endIfItStays(response, jobIsLost(response, name()))
                     : oddAnswer(response, missingInAnswer(response, name(), m_profile.status.first()));
    }
    Wait wait = waitOn(*poll, state, response);
    readProgress(wait, jobIn(response, state));
    return wait;
}

Step JobAdapter::ended(const Plan &plan, AdapterState state, const HttpResponse &response,
                       const Credentials &credentials) const
{
    if (!state.contains(resultPlace)) {
        return settled(readEnd(plan, state, response), response);
    }
    const auto result = keyed(state, resultPlace, credentials);
    if (!result) {
        return Failed {foreignAddress(response, name())};
    }
    // The result has the whole story; these words are kept in case it has none.
    if (const QJsonObject failure = failureIn(jobIn(response, state)); !failure.isEmpty()) {
        state.insert("failure"_L1, failure);
    }
    state.insert("phase"_L1, resultPlace);
    return Send {*result, state};
}

Step JobAdapter::polled(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                        const Credentials &credentials) const
{
    const QJsonObject answer = jobIn(response, state);
    if (answer.isEmpty() && (!response.isSuccess() || isRefusal(response))) {
        const bool isEnd =
            !response.isSuccess() && !state.contains(resultPlace) && judgeResult(response) == ResultAnswer::End;
        return isEnd ? readEnd(plan, state, response) : odd(plan, response, credentials);
    }
    const QString own = state.value("id"_L1).toString();
    const QString told = answer.value(m_profile.id).toString();
    if (!own.isEmpty() && !told.isEmpty() && told != own) {
        return oddAnswer(response, missingInAnswer(response, name(), m_profile.id)); // of some other job
    }
    return follow(plan, state, statusIn(answer), response, credentials);
}

Step JobAdapter::odd(const Plan &plan, const HttpResponse &response, const Credentials &credentials) const
{
    const Error error = readError(response, plan.offer, JobCall::Job, credentials.key);
    return m_profile.noSuchJob.contains(response.status) ? endIfItStays(response, error) : oddAnswer(response, error);
}

Step JobAdapter::fetched(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                         const Credentials &credentials) const
{
    if (state.contains("failure"_L1)) {
        return fetchedAfterFailure(plan, state, response);
    }
    if (response.isSuccess()) {
        const QJsonObject answer = response.json();
        if (answer.isEmpty()) {
            return oddAnswer(response, missingInAnswer(response, name(), resultPlace));
        }
        Step step = settled(readEnd(plan, state, response), response);
        const bool stillRuns = stageOf(statusIn(answer)) == JobStage::Running;
        return std::holds_alternative<Odd>(step) && stillRuns ? pollAgain(plan, state, response, credentials) : step;
    }
    switch (judgeResult(response)) {
    case ResultAnswer::NotYet:
        return pollAgain(plan, state, response, credentials);
    case ResultAnswer::Odd:
        return odd(plan, response, credentials);
    case ResultAnswer::End:
        break;
    }
    return readEnd(plan, state, response);
}

/// Pictures that are there are taken, whatever the status said; else its words are the end, if the result has none.
Step JobAdapter::fetchedAfterFailure(const Plan &plan, const AdapterState &state, const HttpResponse &response) const
{
    if (response.isSuccess()) {
        AdapterState good = state;
        good.remove("failure"_L1);
        Step step = orFoundPictures(readEnd(plan, good, response), response);
        if (std::holds_alternative<Done>(step)) {
            return step;
        }
    }
    Step step = readEnd(plan, state, response);
    const auto *failed = std::get_if<Failed>(&step);
    return failed && (response.isSuccess() || judgeResult(response) != ResultAnswer::End)
        ? Step(endIfItStays(response, failed->error))
        : step;
}

Step JobAdapter::pollAgain(const Plan &plan, AdapterState state, const HttpResponse &response,
                           const Credentials &credentials) const
{
    const auto poll = keyed(state, m_profile.poll, credentials);
    state.insert("phase"_L1, m_profile.poll);
    return poll ? Step(waitOn(*poll, state, response)) : odd(plan, response, credentials);
}

/// A job that is done without a picture: the next answer, which costs nothing, may have it.
Step JobAdapter::settled(Step read, const HttpResponse &response) const
{
    return settledEnd(orFoundPictures(std::move(read), response), response, name());
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
    return authorized(writeKeyCheck(credentials), credentials);
}

std::optional<Error> JobAdapter::readKeyCheck(const HttpResponse &response) const
{
    if (!response.isSuccess() || isRefusal(response)) {
        return readError(response, Offer(), JobCall::Question, {});
    }
    const std::optional<double> credits = numberAt(response.json(), m_profile.credits);
    return credits && *credits <= 0 ? std::optional(noCredits(response, name())) : std::nullopt;
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
    if (!m_profile.info.bills) {
        error.billing = Billing::NotBilled;
    }
    if (const ErrorPhrase *row = phraseIn(m_profile.refusals, error.detail); row && saysNoMore(error)) {
        error.kind = row->kind;
        error.param = row->param.isEmpty() ? error.param : QString(row->param);
    }
    explain(error, name());
    refine(error, response, offer);
    if (call == JobCall::Submission && response.isSuccess() && startsNoWork(error.kind)) {
        error.billing = Billing::NotBilled;
    }
    if (call == JobCall::Job && error.kind == ErrorKind::NotFound) {
        error.setReason(reasons::jobForgotten(name()));
    }
    return error;
}

QJsonObject JobAdapter::jobIn(const HttpResponse &response, const AdapterState &) const
{
    return response.isSuccess() ? response.json() : QJsonObject();
}

HttpRequest JobAdapter::writeKeyCheck(const Credentials &credentials) const
{
    const QUrl host = m_profile.keyCheckHost.isEmpty() ? m_profile.info.defaultBaseUrl : m_profile.keyCheckHost;
    return getRequest(endpoint(credentials.baseUrl, host, m_profile.keyCheck));
}

QString JobAdapter::firstStatus(const QJsonObject &answer) const
{
    return statusIn(answer);
}

} // namespace lightwell
