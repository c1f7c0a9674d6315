// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportbatch.h"

#include "core/async/whendone.h"
#include "core/export/exportfile.h"
#include "core/export/exporttogether.h"
#include "core/storage/storagereasons.h"

#include <QDir>
#include <QtConcurrentRun>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

bool isLeftOut(const ExportJob &job, ExportTargets &targets, int index, const QByteArray &source)
{
    const Result<ExportFacts> facts = exportFacts(source, job.options, recipeInBooksOf(job, index));
    return facts && targets.isTaken(job.folder, exportStemOf(job, index, *facts), formatSuffix(job.options.format));
}

ExportOutcome exported(const ExportJob &job, ExportTargets &targets, int index)
{
    ExportOutcome outcome;
    outcome.file = job.files.at(index);
    outcome.state = ExportOutcome::State::Failed;
    const Result<QByteArray> source = exportSourceOf(job, index);
    if (source && job.existing == ExportExisting::Skipped && isLeftOut(job, targets, index, *source)) {
        outcome.state = ExportOutcome::State::Skipped;
        outcome.isTaken = true;
        return outcome;
    }
    Result<ExportedPicture> picture =
        source ? exportPicture(*source, job.options, recipeInBooksOf(job, index)) : source.error();
    if (!picture) {
        outcome.error = picture.error();
        return outcome;
    }
    const Result<QString> target = writeExport(job, targets, exportStemOf(job, index, picture->facts), picture->bytes);
    if (!target) {
        outcome.error = target.error();
        return outcome;
    }
    outcome.state = ExportOutcome::State::Done;
    outcome.target = *target;
    outcome.bytes = picture->bytes.size();
    outcome.size = picture->facts.size;
    outcome.quality = picture->quality;
    outcome.lostCredentials = picture->lostCredentials;
    outcome.lostFrames = picture->lostFrames;
    return outcome;
}

} // namespace

ExportBatch::ExportBatch(ExportJob job, QObject *parent)
    : QObject(parent)
    , m_job(std::move(job))
    , m_targets(std::make_unique<ExportTargets>(m_job.files, m_job.existing))
{
    for (const QString &file : m_job.files) {
        ExportOutcome outcome;
        outcome.file = file;
        m_outcomes.append(outcome);
    }
}

ExportBatch::~ExportBatch()
{
    for (QFuture<ExportOutcome> &future : m_futures) {
        future.waitForFinished();
    }
    m_stop->store(true);
    m_together.waitForFinished();
}

void ExportBatch::start()
{
    if (!QDir().mkpath(m_job.folder)) {
        for (ExportOutcome &outcome : m_outcomes) {
            outcome.state = ExportOutcome::State::Failed;
            outcome.error =
                notSent(ErrorKind::Storage, reasons::fileNotWritten(QDir::toNativeSeparators(m_job.folder)));
        }
        m_next = m_job.files.size();
    }
    if (m_job.options.isOneFile() && m_next == 0 && !m_job.files.isEmpty()) {
        startTogether();
    } else {
        startNext();
    }
}

/// All of it is one thing in hand.
void ExportBatch::startTogether()
{
    m_next = m_job.files.size();
    ++m_running;
    for (int index = 0; index < m_job.files.size(); ++index) {
        Q_EMIT began(index);
    }
    const QFuture<QList<ExportOutcome>> future = QtConcurrent::run(
        [job = m_job, targets = m_targets.get(), stop = m_stop] { return exportTogether(job, *targets, *stop); });
    m_together = future;
    whenDone(future, this, [this](const QList<ExportOutcome> &outcomes) {
        --m_running;
        for (int index = 0; index < outcomes.size(); ++index) {
            ++m_done;
            m_outcomes[index] = outcomes.at(index);
            Q_EMIT came(index, outcomes.at(index));
        }
        Q_EMIT progressed(m_done, static_cast<int>(m_job.files.size()));
        startNext();
    });
}

void ExportBatch::cancel()
{
    m_isCancelled = true;
    m_stop->store(true);
}

/// As many as there are cores: a picture takes a hundred megabytes while it is in hand.
void ExportBatch::startNext()
{
    const int atOnce = std::max(1, QThreadPool::globalInstance()->maxThreadCount());
    while (m_running < atOnce && !m_isCancelled && m_next < m_job.files.size()) {
        const auto index = static_cast<int>(m_next++);
        ++m_running;
        Q_EMIT began(index);
        const QFuture<ExportOutcome> future = QtConcurrent::run(
            [job = m_job, targets = m_targets.get(), index] { return exported(job, *targets, index); });
        m_futures.append(future);
        whenDone(future, this, [this, index](const ExportOutcome &outcome) { take(index, outcome); });
    }
    if (m_running == 0 && !m_hasEnded) {
        m_hasEnded = true;
        Q_EMIT ended(m_outcomes);
    }
}

void ExportBatch::take(int index, const ExportOutcome &outcome)
{
    --m_running;
    ++m_done;
    m_outcomes[index] = outcome;
    Q_EMIT came(index, outcome);
    Q_EMIT progressed(m_done, static_cast<int>(m_job.files.size()));
    startNext();
}

} // namespace lightwell
