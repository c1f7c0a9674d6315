// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/attemptwork.h"
#include "core/engine/nextattempt.h"
#include "core/engine/verdict.h"
#include "core/journal/journal.h"

namespace lightwell {

class AttemptRun;
struct AttemptOrder;

/// One generation from its plans to its end: tries the plans of its route in order; waits for its turn at the provider,
/// reserves and journals before each attempt, settles after it. Lives on the engine's thread.
class GenerationRun : public QObject
{
    Q_OBJECT
public:
    GenerationRun(const EngineParts &parts, const EngineShared &shared, EnginePolicy policy, Generation generation,
                  QObject *parent = nullptr);

    /// Makes what carries out a plan, where that is no picture. Before start().
    using MakeAttempt = std::function<AttemptWork *(const Plan &plan, const Credentials &credentials)>;
    void setAttempts(MakeAttempt make) { m_make = std::move(make); }

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
    void prepareAttempt(const Plan &plan, const Credentials &credentials);
    void beginAttempt(const AttemptOrder &order, const Credentials &credentials);
    void attemptRefused(const Error &error);
    [[nodiscard]] AttemptRun *pictureAttempt(const AttemptOrder &order, const Credentials &credentials);
    void runAttempt(AttemptWork *attempt);
    void attemptEnded(const AttemptOutcome &outcome);
    void attemptFailed(const Verdict &verdict);
    void lookForAnotherKey(const Verdict &verdict, SetAside::Why fault);
    void endAttempt(const Verdict &verdict, bool goOn);
    void forgetNotes();
    void end(GenerationStatus status, std::optional<Error> error);
    void resumeAttempt(const QList<JournalCall> &calls, const Credentials &credentials);
    void leave(const QList<JournalCall> &calls, Error why);
    void report(Progress progress);
    [[nodiscard]] Money costOfAttempts() const;

    const EngineParts m_parts;
    const EngineShared m_shared;
    const EnginePolicy m_policy;
    Generation m_generation;
    const Origin m_who; ///< asks for turns
    NextAttempt *const m_next;
    Credentials m_credentials; ///< of the attempt under way
    MakeAttempt m_make; ///< empty: they are pictures
    AttemptWork *m_attempt = nullptr; ///< the one under way
    QList<NotedPlace> m_notes; ///< that are not forgotten yet
    bool m_isResumed = false; ///< there may be notes of an earlier run
    bool m_cancelled = false;
    bool m_ended = false;
};

} // namespace lightwell
