// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/filelinks.h"
#include "core/gateway/generationjob.h"
#include "core/journal/journal.h"

#include <functional>
#include <memory>
#include <vector>

namespace lightwell {

class Engine;

/// The generations that gateway clients wait for: starts them, lets repetitions of the same call join, cancels what
/// nobody waits for any more, and keeps outcomes for those who come back, also across a restart. So one call is paid
/// once.
class GenerationJobs : public QObject
{
    Q_OBJECT
public:
    using Send = std::function<void(Exchange *, const GatewayResponse &)>;
    /// `respond` sends a whole answer, `begin` the head of one that comes in pieces.
    GenerationJobs(Engine &engine, Journal &journal, Send respond, Send begin, QObject *parent = nullptr);
    ~GenerationJobs() override;

    void setLinks(const FileLinks &links) { m_links = links; }
    void setGrace(std::chrono::milliseconds grace) { m_grace = grace; }
    struct Most
    {
        /// Jobs that go on although nobody waits for them; one client has at most as many as it leaves for the others.
        int withoutWaiters = 256;
        qint64 bytesKept = 256LL * 1024 * 1024; ///< of delivered pictures that lie in no file
    };
    void setMost(const Most &most) { m_most = most; }
    /// `fingerprint` is that of the request which `call` was read from, `body` what that takes (nullptr: little).
    void take(Exchange *exchange, const openai::GenerationCall &call, const QByteArray &fingerprint,
              const std::shared_ptr<BodyShare> &body);
    /// Of all that shapes the result. Reads the whole body; on any thread.
    [[nodiscard]] static QByteArray fingerprintOf(const GatewayRequest &request, openai::CallKind kind);
    void cancelAll(); ///< of those that still run; the gateway closes

private:
    [[nodiscard]] static CallIdentity identityOf(const Exchange &exchange, const QByteArray &fingerprint);
    [[nodiscard]] GenerationJob *findSame(const CallIdentity &identity) const;
    void start(Exchange *exchange, const CallIdentity &identity, const openai::GenerationCall &call,
               const std::shared_ptr<BodyShare> &body);
    void takeUp(GenerationJob *job, const Journal::EarlierCall &earlier, const Request &request);
    void launch(GenerationJob *job, const Request &request);
    static void nameGeneration(GenerationJob *job, const QString &generation);
    void forget(GenerationJob *job);
    void join(GenerationJob &job, Exchange *exchange);
    void left(GenerationJob *job);
    void progressed(const GenerationJob &job, const Progress &progress);
    [[nodiscard]] bool mayGoOnAlone(const GenerationJob &job) const;
    void ended(GenerationJob *job, const Generation &generation);
    void deliver(GenerationJob &job, Exchange *exchange);
    void give(Exchange *exchange, const GatewayResponse &response); ///< in whichever form it is awaited
    void forgetOld();

    const QDateTime m_startedAt = QDateTime::currentDateTimeUtc();
    Engine &m_engine;
    Journal &m_journal;
    Send m_respond;
    Send m_begin;
    FileLinks m_links;
    std::chrono::milliseconds m_grace {};
    Most m_most;
    std::vector<std::unique_ptr<GenerationJob>> m_jobs;
};

} // namespace lightwell
