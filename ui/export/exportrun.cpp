// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportrun.h"

#include "ui/steadyclock.h"

#include <numeric>

namespace lightwell {

ExportRun::ExportRun(const SteadyClock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

void ExportRun::start(const ExportJob &job)
{
    m_job = job;
    m_outcomes = QList<ExportOutcome>(job.files.size());
    m_isDecided = QList<bool>(job.files.size(), false);
    QList<int> rows(job.files.size());
    std::iota(rows.begin(), rows.end(), 0);
    run(job, rows);
}

void ExportRun::retryFailed()
{
    QList<int> rows;
    for (int row = 0; row < m_outcomes.size(); ++row) {
        if (m_outcomes.at(row).state == ExportOutcome::State::Failed) {
            rows.append(row);
            m_isDecided[row] = false;
        }
    }
    run(m_job.only(rows), rows);
}

void ExportRun::run(const ExportJob &job, const QList<int> &rows)
{
    Q_ASSERT(!m_batch);
    m_rows = rows;
    m_done = 0;
    m_isCancelled = false;
    m_startedAt = m_clock.now();
    m_batch = new ExportBatch(job, this);
    connect(m_batch, &ExportBatch::began, this, [this](int index) { Q_EMIT began(m_rows.at(index)); });
    connect(m_batch, &ExportBatch::came, this, [this](int index, const ExportOutcome &outcome) {
        const int row = m_rows.at(index);
        m_outcomes[row] = outcome;
        m_isDecided[row] = true;
        ++m_done;
        Q_EMIT came(row, outcome);
    });
    connect(m_batch, &ExportBatch::ended, this, [this](const QList<ExportOutcome> &outcomes) {
        for (int index = 0; index < outcomes.size(); ++index) {
            m_outcomes[m_rows.at(index)] = outcomes.at(index);
            m_isDecided[m_rows.at(index)] = true;
        }
        m_batch->deleteLater();
        m_batch = nullptr;
        Q_EMIT ended();
    });
    m_batch->start();
}

void ExportRun::cancel()
{
    if (m_batch) {
        m_isCancelled = true;
        m_batch->cancel();
    }
}

void ExportRun::forget()
{
    if (!m_batch) {
        m_outcomes.clear();
        m_isDecided.clear();
        m_rows.clear();
    }
}

std::optional<qint64> ExportRun::millisecondsLeft() const
{
    if (m_done == 0) {
        return std::nullopt;
    }
    return (m_clock.now() - m_startedAt) * (count() - m_done) / m_done;
}

int ExportRun::countOf(ExportOutcome::State state) const
{
    int sum = 0;
    for (int row = 0; row < m_outcomes.size(); ++row) {
        sum += m_isDecided.at(row) && m_outcomes.at(row).state == state ? 1 : 0;
    }
    return sum;
}

qint64 ExportRun::bytesWritten() const
{
    qint64 sum = 0;
    for (int row = 0; row < m_outcomes.size(); ++row) {
        const bool isWritten = m_isDecided.at(row) && m_outcomes.at(row).state == ExportOutcome::State::Done;
        sum += isWritten ? m_outcomes.at(row).bytes : 0;
    }
    return sum;
}

} // namespace lightwell
