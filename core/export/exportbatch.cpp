// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportbatch.h"

#include "core/async/whendone.h"
#include "core/export/exportpicture.h"
#include "core/media/codec.h"
#include "core/storage/durablefile.h"
#include "core/storage/readfile.h"
#include "core/storage/storagereasons.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QtConcurrent>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// The whole file or nothing, with the rights that any new file of the user gets: it leaves Lightwell's home.
Status write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return isWritten ? Status(Success()) : fileError(file);
}

Result<QString> written(const ExportJob &job, ExportTargets &targets, const QString &stem, const QByteArray &bytes)
{
    const Result<ExportTarget> target = targets.claim(job.folder, stem, formatSuffix(job.options.format));
    if (!target) {
        return target.error();
    }
    const Status done = write(target->path, bytes);
    if (!done && target->isPlaceholder) {
        QFile::remove(target->path);
    }
    return done ? Result<QString>(target->path) : Result<QString>(done.error());
}

QString stemOf(const ExportJob &job, int index, ExportFacts facts)
{
    facts.name = QFileInfo(job.files.at(index)).completeBaseName();
    facts.number = job.numbers.value(index, index + 1);
    facts.count = job.count > 0 ? job.count : static_cast<int>(job.files.size());
    return exportName(job.name, facts);
}

Result<QByteArray> sourceOf(const ExportJob &job, int index)
{
    return readRegularFile(job.files.at(index), DecodeLimits().maxBytes);
}

bool isLeftOut(const ExportJob &job, ExportTargets &targets, int index, const QByteArray &source)
{
    const Result<ExportFacts> facts = exportFacts(source, job.options);
    return facts && targets.isTaken(job.folder, stemOf(job, index, *facts), formatSuffix(job.options.format));
}

ExportOutcome exported(const ExportJob &job, ExportTargets &targets, int index)
{
    ExportOutcome outcome;
    outcome.file = job.files.at(index);
    outcome.state = ExportOutcome::State::Failed;
    const Result<QByteArray> source = sourceOf(job, index);
    if (source && job.existing == ExportExisting::Skipped && isLeftOut(job, targets, index, *source)) {
        outcome.state = ExportOutcome::State::Skipped;
        outcome.isTaken = true;
        return outcome;
    }
    Result<ExportedPicture> picture = source ? exportPicture(*source, job.options) : source.error();
    if (!picture) {
        outcome.error = picture.error();
        return outcome;
    }
    const Result<QString> target = written(job, targets, stemOf(job, index, picture->facts), picture->bytes);
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
    return outcome;
}

} // namespace

ExportJob ExportJob::only(const QList<int> &indexes) const
{
    ExportJob some = *this;
    some.files.clear();
    some.numbers.clear();
    some.count = count > 0 ? count : static_cast<int>(files.size());
    for (const int index : indexes) {
        some.files.append(files.at(index));
        some.numbers.append(numbers.value(index, index + 1));
    }
    return some;
}

Result<QString> exportStem(const ExportJob &job, int index)
{
    const Result<QByteArray> source = sourceOf(job, index);
    const Result<ExportFacts> facts = source ? exportFacts(*source, job.options) : Result<ExportFacts>(source.error());
    return facts ? Result<QString>(stemOf(job, index, *facts)) : facts.error();
}

QStringList takenNames(const ExportJob &job)
{
    if (!QFileInfo::exists(job.folder)) {
        return {};
    }
    ExportTargets targets(job.files, job.existing);
    QStringList taken;
    for (int index = 0; index < job.files.size(); ++index) {
        const Result<QString> stem = exportStem(job, index);
        const QString suffix = formatSuffix(job.options.format);
        if (stem && targets.isTaken(job.folder, *stem, suffix)) {
            taken.append(*stem + u'.' + suffix);
        }
    }
    taken.removeDuplicates();
    return taken;
}

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
    startNext();
}

void ExportBatch::cancel()
{
    m_isCancelled = true;
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
