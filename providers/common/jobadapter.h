// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "providers/common/httperrors.h"
#include "providers/common/requests.h"

namespace lightwell {

/// What a vendor's status word says of a job.
enum class JobStage {
    Running, ///< or waiting for its turn
    Ended, ///< well or badly
    Gone, ///< the vendor has no such job, or not yet
};

struct JobWord
{
    QLatin1StringView word;
    JobStage stage;
};

/// What an answer that is an error was an answer to: that decides who pays.
enum class JobCall {
    Question, ///< about the key or a model: nothing is ordered yet
    Submission,
    Job, ///< about a known job, which may well go on
};

/// What one vendor with jobs does its own way, as far as values can say it.
struct JobProfile
{
    ProviderInfo info;
    KeyHeader key;
    QStringList keyHosts; ///< whose addresses in answers may be called with the key, see keyhosts.h
    QString keyCheck; ///< path of a free GET
    /// Where that answer says what is left in the account, a number or one in words: "balance", "data.0.balance" (a
    /// path through objects and lists). A key of an account with nothing left is told so. Empty: it does not say.
    QLatin1StringView credits;
    QUrl keyCheckHost; ///< where that is no path of the default base address
    QLatin1StringView id = QLatin1StringView("id"); ///< field of the submission's answer
    QList<QLatin1StringView> status {QLatin1StringView("status")}; ///< its field, under each name in use
    std::span<const JobWord> words; ///< any other word is an answer nobody can read
    std::span<const ErrorPhrase> refusals {}; ///< what a refused request's message says, where its status says less
    /// Statuses with which the vendor's documentation says that it has no such job: an end if it stays so. Elsewhere
    /// they say nothing of the job, like any other error: some proxy may have forgotten the way.
    QList<int> noSuchJob {};
    QLatin1StringView poll = QLatin1StringView("poll"); ///< name of the phase and of its address in the state
    QStringList webhooks {}; ///< fields that withoutWebhook() refuses
    QByteArray cancelMethod; ///< empty: the vendor cannot cancel
};

/// A vendor that takes an order, hands out an address to ask at, and has the pictures some time later: in the last
/// answer, or at an address of their own. Submission, polls, the result, cancelling, picking up after a crash and
/// trouble in between are the same for all of them and stand here.
///
/// State: phase ("submit", the profile's `poll`, "result"); once the job is known its id, its addresses under `poll`,
/// "result" (if any) and "cancel" (if any), the "seed" at a server of the user's own, and what the vendor adds;
/// "failure" is what the status said of a job that ended badly, for a result that may say less.
class JobAdapter : public Adapter
{
public:
    explicit JobAdapter(JobProfile profile);

    [[nodiscard]] ProviderInfo info() const final { return m_profile.info; }
    [[nodiscard]] Step begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const override;
    [[nodiscard]] Step advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const override;
    [[nodiscard]] std::optional<HttpRequest> resume(const AdapterState &state,
                                                    const Credentials &credentials) const final;
    [[nodiscard]] std::optional<HttpRequest> cancel(const AdapterState &state,
                                                    const Credentials &credentials) const final;
    [[nodiscard]] std::optional<HttpRequest> keyCheck(const Credentials &credentials) const final;
    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override;

protected:
    /// What an answer is that is no success, of the address that has the pictures: that of the result, or of the poll
    /// where there is none.
    enum class ResultAnswer {
        End, ///< the job's own error
        NotYet, ///< the job is not ready after all
        Odd, ///< trouble in between, which says nothing about the job
    };

    [[nodiscard]] const QString &name() const { return m_profile.info.name; }
    /// The whole address of a path at this vendor.
    [[nodiscard]] QUrl address(const Credentials &credentials, const QString &path) const;
    /// The address an answer hands out; where it has none, the one of `path`.
    [[nodiscard]] QString addressIn(const QJsonValue &given, const Credentials &credentials, const QString &path) const;
    [[nodiscard]] QString statusIn(const QJsonObject &answer) const;
    /// Sends what writeSubmission() wrote; `kept` is what keep() says.
    [[nodiscard]] Step submit(const Result<HttpRequest> &written, const Credentials &credentials,
                              AdapterState kept = {}) const;
    [[nodiscard]] HttpRequest authorized(HttpRequest request, const Credentials &credentials) const;
    /// The error of any answer that is no success: by its status, then by refine(); billing after what was asked.
    [[nodiscard]] Error readError(const HttpResponse &response, const Offer &offer, JobCall call,
                                  const QByteArray &key) const;

    /// The paid request, without authorization.
    [[nodiscard]] virtual Result<HttpRequest> writeSubmission(const Plan &plan, const PlannedCall &call,
                                                              const Credentials &credentials) const = 0;
    /// What the submission's answer does not repeat and the job needs: it goes into the state before jobOf().
    [[nodiscard]] virtual AdapterState keep(const Plan & /*plan*/, const PlannedCall & /*call*/) const { return {}; }
    /// Whether the answer to a submission holds the end already, as readEnd() reads it, and no job.
    [[nodiscard]] virtual bool endsAtOnce(const Plan & /*plan*/, const HttpResponse & /*response*/) const
    {
        return false;
    }
    /// Whether an answer is a refusal in spite of its status, as the vendor documents: refine() says which.
    [[nodiscard]] virtual bool isRefusal(const HttpResponse & /*response*/) const { return false; }
    /// What an answer tells of the job, with its id and its status; nothing where it tells of something else. The body
    /// of a success, unless the vendor wraps it or tells of failed jobs with the status of an error.
    [[nodiscard]] virtual QJsonObject jobIn(const HttpResponse &response, const AdapterState &state) const;
    /// Makes the GET of the job's address the question that the vendor wants.
    virtual void writePoll(HttpRequest & /*poll*/, const AdapterState & /*state*/) const { }
    /// The free question about the key, without authorization: a GET of the profile's path.
    [[nodiscard]] virtual HttpRequest writeKeyCheck(const Credentials &credentials) const;
    /// The addresses of a job that was just accepted, and whatever else its end needs to know.
    [[nodiscard]] virtual AdapterState jobOf(const Plan &plan, const QJsonObject &answer, const QString &id,
                                             const Credentials &credentials) const = 0;
    /// The status in the answer to a submission, where that is not told like in later ones.
    [[nodiscard]] virtual QString firstStatus(const QJsonObject &answer) const;
    /// Adds how far the job is.
    virtual void readProgress(Wait & /*wait*/, const QJsonObject & /*job*/) const { }
    /// What the status says of a job that ended badly, where the pictures have an address of their own.
    [[nodiscard]] virtual QJsonObject failureIn(const QJsonObject & /*job*/) const { return {}; }
    /// Odd, unless the answer is in the form in which the vendor documents how a job ends.
    [[nodiscard]] virtual ResultAnswer judgeResult(const HttpResponse & /*response*/) const
    {
        return ResultAnswer::Odd;
    }
    /// The end of a job: Done, or the typed error. `response` is the last answer, a success unless judgeResult() or a
    /// kept failure says that it is the job's error.
    [[nodiscard]] virtual Step readEnd(const Plan &plan, const AdapterState &state,
                                       const HttpResponse &response) const = 0;
    /// Makes the error more exact by the vendor's own words. Message and billing fit it already; after a change of kind
    /// call explain() again.
    virtual void refine(Error & /*error*/, const HttpResponse & /*response*/, const Offer & /*offer*/) const { }

private:
    [[nodiscard]] std::optional<HttpRequest> keyed(const AdapterState &state, QLatin1StringView place,
                                                   const Credentials &credentials) const;
    [[nodiscard]] Step submitted(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                 const Credentials &credentials) const;
    [[nodiscard]] Step polled(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                              const Credentials &credentials) const;
    [[nodiscard]] Step fetched(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const;
    [[nodiscard]] Step follow(const Plan &plan, AdapterState state, const QString &status, const HttpResponse &response,
                              const Credentials &credentials) const;
    [[nodiscard]] Step ended(const Plan &plan, AdapterState state, const HttpResponse &response,
                             const Credentials &credentials) const;
    [[nodiscard]] Step fetchedAfterFailure(const Plan &plan, const AdapterState &state,
                                           const HttpResponse &response) const;
    [[nodiscard]] Step pollAgain(const Plan &plan, AdapterState state, const HttpResponse &response,
                                 const Credentials &credentials) const;
    [[nodiscard]] Step settled(Step read, const HttpResponse &response) const;
    /// Nothing: a word nobody knows.
    [[nodiscard]] std::optional<JobStage> stageOf(const QString &status) const;
    [[nodiscard]] Step odd(const Plan &plan, const HttpResponse &response, const Credentials &credentials) const;

    JobProfile m_profile;
};

} // namespace lightwell
