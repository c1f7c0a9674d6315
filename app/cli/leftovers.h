// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>

#include <functional>

namespace lightwell {

class Engine;
class Terminal;
struct Generation;

/// Requests of the command line whose program died: the next one that makes pictures fetches what was already paid
/// for, and tells how it ended.
class Leftovers : public QObject
{
    Q_OBJECT
public:
    Leftovers(Engine &engine, Terminal &terminal, QObject *parent = nullptr);

    void takeUp(); ///< before the command's own requests begin
    void isOwn(const QString &generationId) { m_own.insert(generationId); }
    /// Calls `then` once: when nothing runs any more, or has been waited for long enough. What is not done by then
    /// stands in the journal and is taken up again.
    void finish(const std::function<void()> &then);
    [[nodiscard]] bool isFinishing() const { return bool(m_then); }
    void stopWaiting();

private:
    void tell(const Generation &generation);

    Engine &m_engine;
    Terminal &m_terminal;
    QSet<QString> m_own;
    std::function<void()> m_then;
};

} // namespace lightwell
