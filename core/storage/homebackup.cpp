// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/homebackup.h"

#include "core/storage/archive.h"
#include "core/storage/backend.h"
#include "core/storage/backupmanifest.h"
#include "core/storage/backupplaces.h"
#include "core/storage/database.h"
#include "core/storage/durablefile.h"
#include "core/storage/storagereasons.h"
#include "core/storage/store.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

struct Entry
{
    QString name;
    QString path;
    bool isPicture = false;
};

Result<Manifest> fill(ArchiveWriter &archive, const QList<Entry> &entries, int schema)
{
    Manifest manifest = Manifest::ofNow(schema);
    for (const Entry &entry : entries) {
        Result<ArchivedFile> added = archive.add(entry.name, entry.path);
        if (!added) {
            return added.error();
        }
        manifest.files.append(*std::move(added));
    }
    const Result<ArchivedFile> last = archive.add(QString::fromLatin1(backupplaces::manifestName), manifest.toJson());
    if (!last) {
        return last.error();
    }
    const Status finished = archive.finish();
    return finished ? Result<Manifest>(manifest) : finished.error();
}

/// As whoever needs it will, but for where it goes.
Status checkWritten(const QString &file)
{
    const auto nowhere = [](const QString &) { return Result<QString>(QString()); };
    return readArchive(file, nowhere, [](const ArchivedFile &) { return Status(Success()); });
}

/// Whether it is this very file that has the name.
bool isNamed(const QFileDevice &file, const QString &path)
{
    struct stat ours = {};
    struct stat there = {};
    return ::fstat(file.handle(), &ours) == 0 && ::lstat(QFile::encodeName(path).constData(), &there) == 0
        && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev;
}

} // namespace

Result<BackupReport> backUpHome(const Paths &paths, Store &store, const QString &file, bool withPictures)
{
    const QFileInfo target(file);
    const Error isThere = notSent(ErrorKind::Invalid, reasons::backupIsThere(QDir::toNativeSeparators(file)));
    if (target.exists() || target.isSymLink()) {
        return isThere;
    }
    const QTemporaryDir folder(paths.data + "/.backup-XXXXXX"_L1);
    if (!folder.isValid()) {
        return notSent(ErrorKind::Storage, reasons::fileNotWritten(QDir::toNativeSeparators(paths.data)));
    }
    const QString copy = folder.filePath(QString::fromLatin1(backupplaces::databaseName));
    const Result<int> schema = store
                                   .run([copy](Database &database) -> Result<int> {
                                       const Status copied = database.backend().copyTo(copy);
                                       return copied ? database.backend().schemaVersion(database) : copied.error();
                                   })
                                   .result();
    if (!schema) {
        return schema.error();
    }
    QList<Entry> entries {{QString::fromLatin1(backupplaces::databaseName), copy}};
    QList<backupplaces::Place> places = backupplaces::configurationOf(paths);
    places += withPictures ? backupplaces::picturesOf(paths) : QList<backupplaces::Place>();
    for (const backupplaces::Place &place : std::as_const(places)) {
        entries.append({place.name, place.path, place.isPicture});
    }
    QTemporaryFile written(target.absoluteFilePath() + ".XXXXXX"_L1); // taken away again unless it gets its name
    if (!written.open()) { // and has no name to tell
        Error error = fileError(written);
        error.setReason(reasons::fileNotWritten(QDir::toNativeSeparators(file)));
        return error;
    }
    ArchiveWriter archive(written);
    const Result<Manifest> manifest = fill(archive, entries, *schema);
    if (!manifest) {
        return manifest.error();
    }
    if (const Status good = checkWritten(written.fileName()); !good) {
        return good.error();
    }
    const qint64 bytes = QFileInfo(written.fileName()).size();
    if (const Status named = nameDurably(written, target.absoluteFilePath()); !named) {
        return named.error();
    }
    if (!isNamed(written, target.absoluteFilePath())) {
        return isThere; // since we began
    }
    BackupReport report {bytes, {}, 0};
    for (const Entry &entry : std::as_const(entries)) {
        report.pictures += entry.isPicture ? 1 : 0;
        if (!entry.isPicture) {
            report.files.append(entry.name);
        }
    }
    return report;
}

} // namespace lightwell
