// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/calldriver.h"
#include "core/engine/engine.h"
#include "core/engine/finishpicture.h"
#include "core/engine/journal.h"
#include "core/engine/verdict.h"
#include "core/routing/health.h"

#include <vector>

namespace lightwell {

/// One generation from its plans to its end: tries the plans in order, drives the calls of each side by side,
/// reserves, journals, finishes the pictures and settles. Lives on the engine's thread.
class GenerationRun : public QObject
{
    Q_OBJECT
public:
    GenerationRun(const EngineParts &parts, const EnginePolicy &policy, Health &health, Generation generation,
                  QList<Plan> plans, QObject *parent = nullptr);

    void start();
    void resume(const JournalEntry &entry); ///< follow the jobs of an earlier run
    void cancel();
    [[nodiscard]] const Generation &generation() const { return m_generation; }

Q_SIGNALS:
    void progressed(const lightwell::Progress &progress);
    void changed(const lightwell::Generation &generation);
    void finished(const lightwell::Generation &generation); ///< exactly once
    void abandoned(); ///< a resumed run that cannot go on now; it stays in the journal for the next start

private:
    /// What one call has come to so far.
    struct CallState
    {
        int number = 0; ///< in the journal
        PlannedCall planned;
        CallDriver *driver = nullptr; ///< null once it has ended
        std::optional<Error> error;
        QList<Picture> pictures;
        Money cost;
        int made = 0; ///< as the vendor says
        bool ended = false;
    };

    void tryNext();
    void beginAttempt(const Plan &plan, const Credentials &credentials);
    void runCalls(const Plan &plan, const Credentials &credentials, const QList<JournalCall> &resumed);
    void addDriver(const Plan &plan, const Credentials &credentials, int number, const PlannedCall &call);
    void callEnded(std::size_t index, const CallOutcome &outcome);
    void picturesReady(std::size_t index, const QList<Result<FinishedPicture>> &results);
    void concludeIfAllEnded();
    void endAttempt(const Verdict &verdict, bool goOn);
    void end(GenerationStatus status, std::optional<Error> error);
    void report(Progress progress);
    [[nodiscard]] Money costOfAttempts() const;
    [[nodiscard]] QList<Picture> picturesOfAttempt() const;

    const EngineParts m_parts;
    const EnginePolicy m_policy;
    Health &m_health;
    Generation m_generation;
    QList<Plan> m_plans;
    qsizetype m_next = 0;
    std::vector<CallState> m_calls;
    QList<Picture> m_earlierPictures; ///< of calls that ended before a crash
    std::optional<Error> m_lastError; ///< the most telling reason so far why there is no picture
    bool m_resumed = false;
    bool m_concluded = false; ///< this attempt
    bool m_cancelled = false;
    bool m_ended = false;
};

} // namespace lightwell
