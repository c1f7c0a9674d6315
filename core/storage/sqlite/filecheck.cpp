// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlite/filecheck.h"

#include "core/storage/storagereasons.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUrl>

#include <atomic>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// Whoever has the database open holds a lock on the file. Asked of the system's list, because to try a lock of this
/// kind gives up the ones that this very program has.
bool isInUse(const FileIdentity &identity)
{
    QFile locks(u"/proc/locks"_s);
    const QByteArray entry = ':' + QByteArray::number(static_cast<qulonglong>(identity.number)) + ' ';
    return locks.open(QIODevice::ReadOnly) && locks.readAll().contains(entry);
}

/// `options`: see SQLite's URI file names. Opened for reading only, it is not changed by closing it either.
bool fitsTogether(const QString &file, const QString &options)
{
    static std::atomic<int> count = 0;
    const QString name = u"lightwell-check-%1"_s.arg(++count);
    bool isGood = false;
    {
        QUrl address = QUrl::fromLocalFile(file);
        address.setQuery(options);
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        connection.setDatabaseName(QString::fromLatin1(address.toEncoded()));
        connection.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
        if (connection.open()) {
            QSqlQuery check(connection);
            isGood = check.exec(u"PRAGMA integrity_check(1)"_s) && check.next() && check.value(0).toString() == "ok"_L1;
        }
        connection.close();
    }
    QSqlDatabase::removeDatabase(name);
    return isGood;
}

bool wasUsed(const QString &file)
{
    return QFileInfo(QFileInfo(file).absolutePath() + "/running"_L1).isDir();
}

Error refused(const Reason &reason)
{
    return notSent(ErrorKind::Storage, reason);
}

} // namespace

std::optional<FileIdentity> identityOf(const QString &file)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(file).constData(), &info) != 0) {
        return std::nullopt;
    }
    return FileIdentity {info.st_dev, info.st_ino};
}

Status checkDatabaseFile(const QString &file)
{
    const qint64 size = QFileInfo(file).size(); // 0 where there is none
    const QString log = file + "-wal"_L1;
    const bool hasLog = QFileInfo(log).size() > 0;
    const std::optional<FileIdentity> identity = identityOf(file);
    if (size == 0 && hasLog) {
        return refused(reasons::databaseGoneFromLog(QDir::toNativeSeparators(log)));
    }
    if (size == 0 && identity && wasUsed(file)) {
        return refused(reasons::databaseEmpty());
    }
    // Where nobody has it open, the -wal was left by a crash, or by the file that was here before.
    if (hasLog && identity && !isInUse(*identity) && !fitsTogether(file, {}) && fitsTogether(file, u"immutable=1"_s)) {
        return refused(reasons::databaseBesideForeignLog(QDir::toNativeSeparators(log)));
    }
    return Success();
}

bool lacksItsDatabase(const QString &file)
{
    return !QFileInfo::exists(file) && wasUsed(file);
}

} // namespace lightwell
