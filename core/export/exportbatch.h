// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportname.h"
#include "core/export/exportoptions.h"
#include "core/export/exporttargets.h"
#include "core/model/error.h"

#include <QFuture>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace lightwell {

/// Files to be exported, and where to.
struct ExportJob
{
    QStringList files;
    QString folder; ///< made where it is missing
    QString name = QString::fromLatin1(usualExportName); ///< a template, see exportName()
    ExportExisting existing = ExportExisting::Kept;
    ExportOptions options;
};

/// How one of them came out.
struct ExportOutcome
{
    enum class State { Done, Skipped, Failed }; ///< skipped: it was cancelled before this one
    QString file; ///< it comes from
    State state = State::Skipped;
    QString target; ///< it went to, where it is done
    qint64 bytes = 0;
    QSize size;
    std::optional<int> quality;
    bool lostCredentials = false; ///< see ExportedPicture
    std::optional<Error> error; ///< why it failed
};

/// Exports many files at once on the thread pool. Emits ended() exactly once, on the thread it lives on. What was
/// written stays, whatever comes after it.
class ExportBatch : public QObject
{
    Q_OBJECT
public:
    explicit ExportBatch(ExportJob job, QObject *parent = nullptr);
    ~ExportBatch() override; ///< cancels, and waits for the files in hand

    /// `job` was checked: checkExport(), checkExportName().
    void start();
    void cancel(); ///< what is in hand comes to its end

Q_SIGNALS:
    void progressed(int done, int all);
    void ended(const QList<lightwell::ExportOutcome> &outcomes); ///< in the order of the files

private:
    void startNext();
    void take(qsizetype index, const ExportOutcome &outcome);

    const ExportJob m_job;
    const std::unique_ptr<ExportTargets> m_targets; ///< outlives what is in hand
    QList<ExportOutcome> m_outcomes;
    qsizetype m_next = 0;
    int m_running = 0;
    int m_done = 0;
    bool m_isCancelled = false;
    bool m_hasEnded = false;
    QList<QFuture<ExportOutcome>> m_futures;
};

} // namespace lightwell
