// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportfile.h"

#include "core/storage/durablefile.h"
#include "core/storage/readfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

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

} // namespace

Result<QString> writeExport(const ExportJob &job, ExportTargets &targets, const QString &stem, const QByteArray &bytes)
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

RecipeInBooks recipeInBooksOf(const ExportJob &job, int index)
{
    if (!job.recipeInBooks) {
        return {};
    }
    return [&job, index] { return job.recipeInBooks(job.files.at(index)); };
}

QString exportStemOf(const ExportJob &job, int index, ExportFacts facts)
{
    facts.name = QFileInfo(job.files.at(index)).completeBaseName();
    const bool isOneFile = job.options.isOneFile();
    facts.number = isOneFile ? 1 : job.numbers.value(index, index + 1);
    facts.count = isOneFile ? 1 : job.count > 0 ? job.count : static_cast<int>(job.files.size());
    return exportName(job.name, facts);
}

Result<QByteArray> exportSourceOf(const ExportJob &job, int index)
{
    return readRegularFile(job.files.at(index), DecodeLimits().maxBytes);
}

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
    const Result<QByteArray> source = exportSourceOf(job, index);
    const Result<ExportFacts> facts =
        source ? exportFacts(*source, job.options, recipeInBooksOf(job, index)) : Result<ExportFacts>(source.error());
    return facts ? Result<QString>(exportStemOf(job, index, *facts)) : facts.error();
}

QStringList takenNames(const ExportJob &job)
{
    if (!QFileInfo::exists(job.folder)) {
        return {};
    }
    ExportTargets targets(job.files, job.existing);
    QStringList taken;
    const auto files = job.options.isOneFile() ? 1 : static_cast<int>(job.files.size());
    for (int index = 0; index < files; ++index) {
        const Result<QString> stem = exportStem(job, index);
        const QString suffix = formatSuffix(job.options.format);
        if (stem && targets.isTaken(job.folder, *stem, suffix)) {
            taken.append(*stem + u'.' + suffix);
        }
    }
    taken.removeDuplicates();
    return taken;
}

} // namespace lightwell
