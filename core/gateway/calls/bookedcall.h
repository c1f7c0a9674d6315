// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/calls/callidentity.h"
#include "core/gateway/calls/callstate.h"
#include "core/gateway/calls/callwork.h"
#include "core/gateway/http/exchange.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace lightwell {

/// One call and the exchanges that wait for it. On the gateway's thread.
class BookedCall : public QObject
{
    Q_OBJECT
public:
    BookedCall(CallIdentity identity, std::unique_ptr<CallWork> work, QObject *parent);
    ~BookedCall() override;

    [[nodiscard]] const CallIdentity &identity() const { return m_identity; }
    [[nodiscard]] CallState state() const { return m_state; }
    [[nodiscard]] bool isOver() const { return m_state == CallState::Answered || isDelivered(); }
    [[nodiscard]] bool isDelivered() const { return m_state == CallState::Delivered; }
    [[nodiscard]] const QDateTime &endedAt() const { return m_endedAt; }
    /// Whether nobody can still come back for its answer: its clients have shown that they have it, or all of it has
    /// left `grace` ago, or it is a refusal that cost nothing. Never before it is delivered.
    [[nodiscard]] bool isSettled(std::chrono::milliseconds grace) const;
    [[nodiscard]] int answers() const { return m_answers; } ///< that were given, whether or not they arrived
    [[nodiscard]] CallWork &work() const { return *m_work; }
    [[nodiscard]] const QString &generation() const { return m_generation; } ///< its name; empty before it is begun
    [[nodiscard]] QList<Exchange *> waiting() const; ///< who are still owed an answer

    // For its work
    void setGeneration(const QString &id); ///< tells whoever waits, too
    void end(); ///< the outcome is there: whoever waits gets it
    void deliverBy(Exchange *exchange); ///< gets the answer next: finds out whether that arrives
    void beginAnew(); ///< what an earlier run has begun has cost nothing
    /// This one waits no more, since it was told how to ask for the outcome: from now on the call goes on to its end,
    /// whoever hangs up.
    void letGo(Exchange *exchange);

    // For the book
    void become(CallState next); ///< one that it mayBecome()
    void join(Exchange *exchange); ///< waits, or gets the kept answer
    void goOnAlone(std::chrono::milliseconds grace); ///< Unwatched for so long, then cancelled
    void cancel();
    [[nodiscard]] QList<Exchange *> dismiss(); ///< who waited, and waits no more

Q_SIGNALS:
    void left(); ///< nobody waits any more
    void ended();
    void begunAnew();

private:
    CallIdentity m_identity;
    std::unique_ptr<CallWork> m_work;
    CallState m_state = CallState::Looking;
    QString m_generation;
    QList<QPointer<Exchange>> m_waiting;
    QDateTime m_endedAt;
    int m_answers = 0;
    int m_unconfirmed = 0; ///< answers that nobody has shown to have
    QElapsedTimer m_sinceLeft; ///< the last answer
    QTimer m_grace; ///< runs while Unwatched
    bool m_goesOn = false; ///< to its end: somebody will ask for it
};

} // namespace lightwell
