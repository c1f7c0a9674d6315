// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <QHash>
#include <QObject>

#include <chrono>

namespace lightwell {

class Engine;
class Journal;

/// Goes on asking for jobs that outlived the time limit of their generation: they may be paid for, so their pictures
/// are wanted. Asking costs nothing; nothing is ever submitted again. Lives on the engine's thread.
class JobFollower : public QObject
{
    Q_OBJECT
public:
    struct Patience
    {
        std::chrono::milliseconds pause = std::chrono::minutes(1);
        int rounds = 6; ///< each with the time limit of a generation
    };
    JobFollower(Engine &engine, Journal &journal, const Patience &patience, QObject *parent = nullptr);

    /// Asks once for the jobs of the last day, which an earlier run of the program left. From any thread.
    void followRecent();

private:
    void look(const Generation &generation);

    Engine &m_engine;
    Journal &m_journal;
    const Patience m_patience;
    QHash<QString, int> m_rounds; ///< by generation
};

} // namespace lightwell
