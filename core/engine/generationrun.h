// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/engine/routewalk.h"
#include "core/engine/verdict.h"
#include "core/journal/journal.h"
#include "core/routing/health.h"

namespace lightwell {

class AttemptRun;
class SignIns;
class Turn;
class Turns;
struct AttemptOutcome;

/// One generation from its plans to its end: tries the plans of its route in order; waits for its turn at the provider,
/// reserves and journals before each attempt, settles after it. Lives on the engine's thread.
class GenerationRun : public QObject
{
    Q_OBJECT
public:
    /// What all generations share.
    struct Shared
    {
        SignIns &signIns;
        Turns &turns;
        Health &health;
    };
    GenerationRun(const EngineParts &parts, const Shared &shared, EnginePolicy policy, Generation generation,
                  QObject *parent = nullptr);

    void start(const Result<Route> &route); ///< an error: it ends with that
    void resume(const JournalEntry &entry); ///< follow the jobs of an earlier run
    void cancel();
    [[nodiscard]] const Generation &generation() const { return m_generation; }

Q_SIGNALS:
    void progressed(const lightwell::Progress &progress);
    void changed(const lightwell::Generation &generation);
    void finished(const lightwell::Generation &generation); ///< exactly once

private:
    void tryNext();
    [[nodiscard]] bool isPutOff();
    void releaseClaim();
    void askForKey();
    void withoutKey(const Error &why);
    void withKey(const Credentials &credentials);
    void waitForTurn();
    [[nodiscard]] Error withAllMissingKeys(Error error) const;
    void beginAttempt(const Plan &plan, const Credentials &credentials);
    /// Writes the intent and goes on. At a server of the user's own, whose price nobody lists, only a budget asks for
    /// it.
    void reserve(const Plan &plan, const Credentials &credentials, const Ledger::Entry &money, bool isOwnServer);
    void runAttempt(const Plan &plan, const Credentials &credentials);
    void attemptEnded(const AttemptOutcome &outcome);
    void attemptFailed(const Verdict &verdict);
    void lookForAnotherKey(const Verdict &verdict, SetAside::Why fault);
    void endAttempt(const Verdict &verdict, bool goOn);
    void end(GenerationStatus status, std::optional<Error> error);
    void resumeAttempt(const QList<JournalCall> &calls, const Credentials &credentials);
    void leave(const QList<JournalCall> &calls, Error why);
    void report(Progress progress);
    [[nodiscard]] Money costOfAttempts() const;

    const EngineParts m_parts;
    const Shared m_shared;
    const EnginePolicy m_policy;
    Generation m_generation;
    RouteWalk m_walk;
    const QString m_who; ///< asks: programs at the gateway are told apart
    Credentials m_credentials; ///< of the attempt under way
    Turn *m_turn = nullptr; ///< at the provider of the plan that is tried; until its first call has it
    QString m_claimed; ///< the offer that only this run may try now (Health::claim); empty: it has none for itself
    AttemptRun *m_attempt = nullptr; ///< the one under way
    QStringList m_withoutKey; ///< providers that were passed over for want of a key
    std::optional<Error> m_lastError; ///< the most telling reason so far why there is no picture
    bool m_cancelled = false;
    bool m_ended = false;
};

} // namespace lightwell
