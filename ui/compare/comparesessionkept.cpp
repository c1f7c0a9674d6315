// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The session over a restart.
#include "ui/compare/comparesession.h"
#include "ui/imageservice.h"

namespace lightwell {

void CompareSession::restore(const QList<KeptRun> &runs)
{
    for (auto run = runs.crbegin(); run != runs.crend(); ++run) {
        m_awaited.emplace(m_nextId++, *run);
    }
    // The newest is looked at first.
    for (auto entry = m_awaited.crbegin(); entry != m_awaited.crend(); ++entry) {
        m_images.find(entry->second.generations(), this,
                      [this, id = entry->first](const QHash<QString, Generation> &found) { insertKept(id, found); });
    }
}

void CompareSession::insertKept(int id, const QHash<QString, Generation> &found)
{
    const auto awaited = m_awaited.find(id);
    if (awaited == m_awaited.end()) {
        return; // cleared meanwhile
    }
    CompareRun run = runOf(awaited->second, found, m_catalog);
    run.id = id;
    m_awaited.erase(awaited);
    QList<int> running;
    for (int index = 0; index < run.cells.size(); ++index) {
        CompareCell &cell = run.cells[index];
        if (cell.isUnderWay()) {
            const qint64 since = found.value(cell.generation).createdAt.msecsTo(QDateTime::currentDateTime());
            cell.startedAt = m_clock.elapsed() - std::max<qint64>(0, since);
            running.append(index);
        }
    }
    m_runs.emplace(id, std::move(run));
    setUnderWay(m_underWay + static_cast<int>(running.size()));
    Q_EMIT runAdded(id);
    for (const int index : std::as_const(running)) {
        follow(id, index);
    }
}

QList<KeptRun> CompareSession::kept() const
{
    std::map<int, KeptRun> all = m_awaited;
    for (const auto &[id, run] : m_runs) {
        all.emplace(id, keptOf(run));
    }
    QList<KeptRun> newestFirst;
    for (auto entry = all.crbegin(); entry != all.crend() && newestFirst.size() < keptRuns; ++entry) {
        newestFirst.append(entry->second);
    }
    return newestFirst;
}

/// Of a job that was asked for elsewhere: its pictures come although nobody waits for them here.
void CompareSession::takeLate(const Generation &outcome)
{
    for (auto &[id, run] : m_runs) {
        for (int index = 0; index < run.cells.size(); ++index) {
            CompareCell &cell = run.cells[index];
            const bool isOpen = !cell.isUnderWay() && cell.outcome && cell.outcome->id == outcome.id
                && cell.outcome->pictures.isEmpty();
            const bool isNews =
                isOpen && (!outcome.pictures.isEmpty() || cell.outcome->status == GenerationStatus::Running);
            if (isNews) {
                cell.outcome = outcome;
                cell.state = stateOf(outcome.status);
                Q_EMIT cellChanged(id, index);
            }
        }
    }
}

} // namespace lightwell
