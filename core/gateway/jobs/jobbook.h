// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/calls/generationanswer.h"
#include "core/gateway/dialects/accountdialect.h"
#include "core/gateway/http/exchange.h"
#include "core/gateway/webhooks/webhooksender.h"
#include "core/journal/jobrows.h"

#include <QCache>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace lightwell {

class GatewayContext;
class RunLock;
struct Progress;

/// Generations of gateway clients as jobs: every one can be looked at by its id while it runs and afterwards, and those
/// that nobody waits for are accepted here, noted down, and told of at their end. On the gateway's thread.
class JobBook : public QObject
{
    Q_OBJECT
public:
    explicit JobBook(GatewayContext &context, QObject *parent = nullptr);
    ~JobBook() override;

    /// The gateway starts. Of `secret` the clients' webhook secrets are made.
    void begin(const QByteArray &secret);
    void setPauses(const QList<std::chrono::milliseconds> &pauses) { m_webhooks.setPauses(pauses); } ///< of webhooks
    [[nodiscard]] QByteArray webhookSecretOf(const QString &client) const; ///< its bytes
    /// Whether one more that nobody waits for may be begun: one client leaves as many as it has for the others.
    [[nodiscard]] bool hasRoomFor(const QString &client) const;

    // For the work of a call

    struct Call
    {
        QString client;
        DialectPtr dialect;
        GenerationCall call; ///< without its request
        QString model; ///< as it was asked for
    };
    void begun(const QString &generation, Call call);
    void progressed(const QString &generation, const Progress &progress);
    void ended(const Generation &generation); ///< also of one that was never begun here
    /// Who is told of its end by a webhook, as the exchange's JobWish has it: also of one that an earlier run of the
    /// program has begun, whose own is forgotten.
    void tellAtEnd(const QString &generation, const Exchange &exchange);
    /// Answers an exchange that has a JobWish by 202, once it is noted down that it is a job.
    void accept(const QString &generation, Exchange *exchange);
    /// The same for what nobody pays for and is made already. Such a job is in memory alone, and nowhere in the
    /// journal.
    void acceptFree(Generation generation, Call call, Exchange *exchange);

    // For whoever asks

    /// What a job is like. Nothing: there is none that the exchange's client may see. `found` comes later or at once,
    /// unless the exchange goes; with `answer` it has the whole one, where it has ended.
    enum class Part { Everything, WithoutAnswer };
    using OnFound = std::function<void(const Result<std::optional<JobView>> &)>;
    void look(const QString &id, Exchange *exchange, Part part, const OnFound &found);
    /// Answers the exchange when the job has ended: the events that it streams (StreamedAnswer) end with it, or it gets
    /// the job as a whole. Meanwhile streams hear of progress.
    void watch(const QString &id, Exchange *exchange);
    void cancel(const QString &id);
    /// What is in memory of one that has ended, and of those that its answer was given to: its pictures are deleted.
    void forget(const QString &id);

private:
    struct Running
    {
        Call call;
        QDateTime createdAt;
        std::optional<Progress> progress;
        bool isJob = false; ///< somebody was told that it is one
    };
    struct Hook
    {
        QUrl address;
        QString client;
        DialectPtr dialect;
    };
    struct Ended
    {
        Call call;
        Generation generation;
        QString paidAs = {}; ///< the request that its answer was paid for, where that is another one
    };
    [[nodiscard]] bool maySee(const Exchange &exchange, const QString &owner) const;
    [[nodiscard]] JobView viewOf(const QString &id, const Running &running, const Exchange &exchange) const;
    void show(const Ended &ended, Exchange *exchange, Part part, const OnFound &found);
    void lookInJournal(const QString &id, Exchange *exchange, Part part, const OnFound &found);
    void showKept(const jobrows::KeptJob &job, Exchange *exchange, const OnFound &found);
    [[nodiscard]] Call callOf(const Generation &generation, const std::optional<jobrows::KeptJob> &job,
                              const Exchange &exchange) const;
    void answerAccepted(const Result<std::optional<JobView>> &found, Exchange *exchange);
    void tellEnd(const QString &id, Exchange *exchange);
    void tellWebhook(const Hook &hook, const Generation &generation);
    void lookAfterOthers();

    GatewayContext &m_context;
    QByteArray m_secret;
    WebhookSender m_webhooks;
    std::unique_ptr<RunLock> m_run; ///< made for the first job
    QHash<QString, Running> m_running; ///< by generation
    QHash<QString, Hook> m_hooks; ///< by generation that has not ended
    QCache<QString, Ended> m_ended; ///< jobs, as long as there is room: their answers say more than the journal keeps
    QCache<QString, Ended> m_free; ///< jobs that cost nothing: they push out none of those
    QHash<QString, QList<QPointer<Exchange>>> m_watchers; ///< by generation
    QTimer m_others; ///< looks after jobs that are watched, but run elsewhere
};

} // namespace lightwell
