// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportbatch.h"

#include <QObject>

namespace lightwell {

class SteadyClock;

/// The export under way, or the last one: it goes on whatever is shown meanwhile. Rows are those of the pictures on the
/// page.
class ExportRun : public QObject
{
    Q_OBJECT
public:
    explicit ExportRun(const SteadyClock &clock, QObject *parent = nullptr);
    /// Nothing may be under way.
    void start(const ExportJob &job);
    void retryFailed(); ///< those alone, as they were wanted
    void cancel(); ///< what is in hand comes to its end
    void forget(); ///< the last one

    [[nodiscard]] bool isRunning() const { return m_batch; }
    [[nodiscard]] bool isOneFile() const { return m_job.options.isOneFile(); }
    [[nodiscard]] bool isCancelled() const { return m_isCancelled; }
    [[nodiscard]] bool hasEnded() const { return !m_batch && !m_outcomes.isEmpty(); }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); } ///< of those under way
    [[nodiscard]] int done() const { return m_done; } ///< of those, however they came out
    [[nodiscard]] QString folder() const { return m_job.folder; }
    [[nodiscard]] std::optional<qint64> millisecondsLeft() const; ///< by those that are done
    [[nodiscard]] const QList<ExportOutcome> &outcomes() const { return m_outcomes; } ///< one a row
    [[nodiscard]] int countOf(ExportOutcome::State state) const; ///< that were decided so far
    [[nodiscard]] qint64 bytesWritten() const;

Q_SIGNALS:
    void began(int row);
    void came(int row, const lightwell::ExportOutcome &outcome);
    void ended();

private:
    void run(const ExportJob &job, const QList<int> &rows);
    const SteadyClock &m_clock;
    ExportJob m_job;
    ExportBatch *m_batch = nullptr;
    QList<int> m_rows; ///< of the files of the batch
    QList<ExportOutcome> m_outcomes;
    QList<bool> m_isDecided; ///< a row's outcome is not that of before
    int m_done = 0;
    qint64 m_startedAt = 0;
    bool m_isCancelled = false;
};

} // namespace lightwell
