// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/conversation.h"
#include "core/engine/repeats.h"
#include "core/model/generation.h"
#include "core/transport/httpclient.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace lightwell {

class MediaFetcher;
class SocketFollower;

/// An answer that nobody could read: in memory, or in a file where it is large.
struct UnreadAnswer
{
    QByteArray bytes;
    std::shared_ptr<QFile> file = nullptr; ///< open, at its beginning
};

/// How one call to a vendor ended.
struct CallOutcome
{
    std::optional<Error> error; ///< set: there are no pictures, or not all of them
    QList<ProducedMedia> media; ///< with their bytes; links are fetched by now
    int made = 0; ///< how many the vendor says it made
    Money cost;
    QJsonObject usage;
    bool hasJob = false; ///< the vendor has a job or a picture of ours that can be asked for once more
    UnreadAnswer unread = {}; ///< what came of a paid answer, or of a job's result, where nobody could read it
    AnswerNotes about = {}; ///< bounded, and fit to be seen
};

/// Walks a conversation with a vendor until it is done: the one loop in which every vendor is asked, polled, cancelled
/// and fetched from, whatever it makes. Sends a paid request at most once; repeats only what costs nothing.
class CallDriver : public QObject
{
    Q_OBJECT
public:
    CallDriver(std::shared_ptr<const Conversation> conversation, HttpClient &http, const CallPatience &patience,
               QObject *parent = nullptr);
    ~CallDriver() override;

    /// Gives the same conversation with a new token, or says why there is none.
    using Renewed = Result<std::shared_ptr<const Conversation>>;
    using Renewal = std::function<void(QObject *context, const std::function<void(const Renewed &)> &then)>;
    /// For vendors with tokens, which may take one no longer in the midst of it. Used at most once: a question is asked
    /// again; a paid request only because 401 says that nothing was begun, with another token than the refused one.
    void setRenewal(Renewal renewal) { m_renewal = std::move(renewal); }

    void start();
    void resume(const AdapterState &state); ///< go on with a job that was submitted by an earlier run
    void cancel();

Q_SIGNALS:
    /// Worth keeping: the vendor has a job of ours. `price` is what it says that costs; unknown: it does not.
    void stateChanged(const lightwell::AdapterState &state, lightwell::Money price);
    void progressed(const lightwell::Progress &progress);
    /// Of an answer that may stream, as HttpCall has it; only for whoever listens before the start.
    void pieceArrived(const lightwell::HttpResponse &head, const QByteArray &piece);
    void finished(const lightwell::CallOutcome &outcome); ///< exactly once

private:
    void startClock();
    void take(const Step &step);
    void send(const HttpRequest &request);
    void followStream();
    void listen(const std::optional<HttpRequest> &socket);
    void stopListening();
    void pollNow();
    void answered(const HttpResult &result);
    [[nodiscard]] bool renews(const HttpResponse &response);
    void goOnWith(const std::shared_ptr<const Conversation> &renewed);
    void read(const HttpResponse &response);
    void odd(const Odd &answer);
    void retryPoll(Repeats::Odd kind, std::optional<std::chrono::milliseconds> wanted, const Error &otherwise);
    void done(const Done &done, int made);
    void keepState(const AdapterState &state, Money price = {});
    void allowTimeToFetch();
    void fetch(const QList<ProducedMedia> &media);
    void timedOut();
    void tellVendorToStop();
    void fail(Error error);
    void finish(CallOutcome outcome);
    [[nodiscard]] Billing billingOfInterruption() const;
    [[nodiscard]] bool canBeAsked() const; ///< for the job, or for what it made
    [[nodiscard]] TransportLimits limits(bool paid) const;

    std::shared_ptr<const Conversation> m_conversation; ///< shared with what reads on the thread pool
    Renewal m_renewal;
    HttpClient &m_http;
    const ProviderInfo m_info;
    const CallPatience m_patience;
    QDeadlineTimer m_deadline;
    QTimer m_total; ///< ends everything
    QTimer m_pause; ///< between polls
    Repeats m_repeats;
    HttpRequest m_request; ///< the one under way or to be repeated
    bool m_streams = false; ///< so may its answer
    AdapterState m_state;
    QPointer<HttpCall> m_running;
    CallOutcome m_outcome;
    SocketFollower *m_socket = nullptr; ///< what the vendor tells beside the polls
    std::optional<double> m_fraction; ///< how far the job is, as told last
    MediaFetcher *m_fetcher = nullptr; ///< of what the vendor has made
    QDeadlineTimer m_question; ///< of those in m_vain
    QString m_requestId; ///< as the vendor calls the paid request; empty: it does not say
    int m_vain = 0; ///< questions asked before anything was paid, in a row
    UnreadAnswer m_unread; ///< the answer that is being read
    bool m_waits = false; ///< for the next poll, and for nothing else
    bool m_pollAgain = false; ///< as soon as the answer is there
    bool m_paidRequestSent = false;
    bool m_renewing = false; ///< another token is being fetched
    bool m_reading = false; ///< a large answer is on the thread pool
    bool m_cancelled = false;
    bool m_ended = false;
};

} // namespace lightwell
