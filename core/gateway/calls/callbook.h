// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/calls/bookedcall.h"
#include "core/journal/journal.h"

#include <vector>

namespace lightwell {

/// The calls that gateway clients wait for, whatever these do: lets repetitions of the same call join, and equal calls
/// where their clients wish it, cancels what nobody waits for any more, and keeps answers for those who come back, also
/// across a restart. So one call is paid once. On the gateway's thread.
class CallBook : public QObject
{
    Q_OBJECT
public:
    explicit CallBook(Journal &journal, QObject *parent = nullptr);
    ~CallBook() override;

    struct Limits
    {
        std::chrono::milliseconds grace {}; ///< how long a call goes on for a client that may come back
        /// Calls that go on although nobody waits for them; one client has at most as many as it leaves for the others.
        int unwatched = 256;
        qint64 bytesKept = 256LL * 1024 * 1024; ///< of delivered answers; likewise
        /// How long a client that announces its repetitions may come back for an answer that has left.
        std::chrono::milliseconds answerGrace = std::chrono::seconds(10);
        qint64 answersKept = 1000; ///< for those who come back; beyond it the oldest go of the client that has most
    };
    void setLimits(const Limits &limits) { m_limits = limits; }
    /// A call has come: it joins the same one if there is any, else `work` does it.
    void take(Exchange *exchange, const CallIdentity &identity, std::unique_ptr<CallWork> work);
    /// Whether such a call is there already, or one that shares its answer, so that taking it costs nothing.
    [[nodiscard]] bool knows(const CallIdentity &identity);
    /// What was asked of this generation is to be forgotten: its answer is kept for nobody any more.
    void forgetAnswer(const QString &generation);
    /// All that still runs; the gateway closes. No call goes on alone until new limits are set.
    void cancelAll();
    [[nodiscard]] int size() const { return int(m_calls.size()); } ///< kept answers included

private:
    /// The one that lacks a client most, where several are the same.
    [[nodiscard]] BookedCall *findSame(const CallIdentity &identity) const;
    /// One that runs and answers this one as well, where both wished for that.
    [[nodiscard]] BookedCall *findShared(const CallIdentity &identity) const;
    void open(Exchange *exchange, const CallIdentity &identity, std::unique_ptr<CallWork> work);
    void takeUp(BookedCall *call, const Result<std::optional<Journal::EarlierCall>> &read);
    void refuseAll(BookedCall *call, const Refusal &refusal); ///< nothing was begun
    static void begin(BookedCall *call);
    void beginAnew(BookedCall *call);
    void left(BookedCall *call);
    [[nodiscard]] bool mayGoOnAlone(const BookedCall &call) const;
    [[nodiscard]] bool isUseful(const BookedCall &call, const QDateTime &now) const;
    void forget(BookedCall *call);
    void forgetOld();
    void makeRoom(std::vector<BookedCall *> kept); ///< among answers that are still of use, the oldest first

    const QDateTime m_startedAt = QDateTime::currentDateTimeUtc();
    Journal &m_journal;
    Limits m_limits;
    std::vector<BookedCall *> m_calls; ///< oldest first; children of this
};

} // namespace lightwell
