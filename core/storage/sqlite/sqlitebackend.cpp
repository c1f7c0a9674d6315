// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlite/sqlitebackend.h"

#include "core/storage/database.h"
#include "core/storage/durablefile.h"
#include "core/storage/query.h"
#include "core/storage/sqlite/filerunlock.h"
#include "core/storage/sqlite/sqliteschema.h"
#include "core/storage/sqlite/sqlitestatement.h"
#include "core/storage/storagereasons.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlQuery>
#include <QTemporaryFile>
#include <QUrl>

#include <atomic>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr qint64 largestIdleLog = 8LL * 1024 * 1024; // bytes

Reason reasonFor(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return reasons::databaseBusy();
    case SQLITE_READONLY:
        return reasons::databaseReadOnly();
    case SQLITE_FULL:
        return reasons::diskFull();
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return reasons::databaseDamaged();
    case SQLITE_CANTOPEN:
        return reasons::databaseNotOpened();
    case SQLITE_IOERR:
        return reasons::diskFailed();
    default:
        return reasons::databaseStepFailed();
    }
}

Result<qint64> number(Database &database, const QString &sql)
{
    Result<Rows> rows = execute(database, sql);
    if (!rows) {
        return rows.error();
    }
    return rows.value().next() ? rows.value().value(0).toLongLong() : 0;
}

Status command(Database &database, const QString &sql)
{
    const Result<int> done = change(database, sql);
    return done ? Status(Success()) : Status(done.error());
}

/// SQLite counts what it allocates, under a lock that all its connections share, for functions that nobody calls here.
/// It can be told so only before its first connection; after that it stays as it is, and is right all the same.
void countNoMemory()
{
    static const int told = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(told)
}

/// What comes after it is up to execute().
QString waitForOthers()
{
    return u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(Database::untold.count());
}

sqlite3 *handleOf(Database &database)
{
    const QVariant handle = database.connection().driver()->handle();
    Q_ASSERT(qstrcmp(handle.typeName(), "sqlite3*") == 0);
    return *static_cast<sqlite3 *const *>(handle.constData());
}

} // namespace

SqliteBackend::SqliteBackend(QString file, Access access)
    : m_file(std::move(file))
    , m_access(access)
{
    countNoMemory();
}

QString SqliteBackend::driver() const
{
    return u"QSQLITE"_s;
}

bool SqliteBackend::memoryOnly() const
{
    return m_file == ":memory:"_L1;
}

Status SqliteBackend::open(Database &database) const
{
    return isReadOnly() ? openToRead(database) : openToWrite(database);
}

/// Statements are made with SQLite itself: Qt's driver has to stand on the same library.
Status SqliteBackend::connect(QSqlDatabase &connection) const
{
    if (!connection.open()) {
        return describe(connection.lastError());
    }
    QSqlQuery library(u"SELECT sqlite_source_id()"_s, connection);
    const bool isSame = library.next() && library.value(0).toString() == QLatin1StringView(sqlite3_sourceid());
    return isSame ? Status(Success()) : notSent(ErrorKind::Internal, reasons::databaseNotOpened());
}

Status SqliteBackend::openToWrite(Database &database) const
{
    if (const Status good = memoryOnly() ? Status(Success()) : checkDatabaseFile(m_file); !good) {
        return good;
    }
    m_isBegunAnew = !memoryOnly() && lacksItsDatabase(m_file);
    QSqlDatabase &connection = database.connection();
    connection.setDatabaseName(m_file);
    connection.setConnectOptions(waitForOthers());
    if (const Status connected = connect(connection); !connected) {
        return connected;
    }
    if (!memoryOnly()) {
        // Before anything is written: what lies beside it (-wal, -shm) takes over the same permissions.
        QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner);
        if (Status done = command(database, u"PRAGMA journal_mode = WAL"_s); !done) {
            return done;
        }
        m_opened = identityOf(m_file);
    }
    // What one large write has made of the -wal file would stay on the disk for as long as a program is open.
    const QString walSize = u"PRAGMA journal_size_limit = %1"_s.arg(largestIdleLog);
    for (const QString &setting : {u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s, walSize}) {
        if (Status done = command(database, setting); !done) {
            return done;
        }
    }
    return Success();
}

/// In WAL mode even a reader needs the two files beside the database, -wal and -shm. Where a program has the database
/// open, or was killed, they are there, and SQLite reads along with them. Where there is no -wal (or an empty one), all
/// is in the database itself; `immutable` then reads it without the files that cannot be made here. It takes no locks:
/// right only because nobody can be writing, for a writer would have made a -wal. A -wal without its -shm is left to
/// SQLite, which refuses it: with `immutable` the newest entries would be missing without a word.
Status SqliteBackend::openToRead(Database &database) const
{
    QUrl address = QUrl::fromLocalFile(m_file);
    if (QFileInfo(m_file + "-wal"_L1).size() == 0) {
        address.setQuery(u"immutable=1"_s);
    }
    QSqlDatabase &connection = database.connection();
    connection.setDatabaseName(QString::fromLatin1(address.toEncoded()));
    connection.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI;"_s + waitForOthers());
    return connect(connection);
}

std::unique_ptr<Statement> SqliteBackend::prepare(Database &database, const QString &sql, QSqlError &error) const
{
    return SqliteStatement::prepare(handleOf(database), sql, error);
}

Error SqliteBackend::describe(const QSqlError &error) const
{
    Error result;
    const int code = error.nativeErrorCode().toInt();
    result.kind =
        (code & 0xff) == SQLITE_CONSTRAINT ? ErrorKind::Internal : ErrorKind::Storage; // which a retry never passes
    result.setReason(reasonFor(code));
    result.detail = error.databaseText();
    return result;
}

QString SqliteBackend::beginToWrite() const
{
    return u"BEGIN IMMEDIATE"_s;
}

bool SqliteBackend::isInTransaction(Database &database) const
{
    return sqlite3_get_autocommit(handleOf(database)) == 0;
}

QList<Migration> SqliteBackend::migrations() const
{
    return sqliteMigrations();
}

Result<int> SqliteBackend::schemaVersion(Database &database) const
{
    const Result<qint64> version = number(database, u"PRAGMA user_version"_s);
    return version ? Result<int>(static_cast<int>(*version)) : version.error();
}

Status SqliteBackend::setSchemaVersion(Database &database, int version) const
{
    return command(database, u"PRAGMA user_version = %1"_s.arg(version));
}

Result<bool> SqliteBackend::hasTables(Database &database) const
{
    const Result<qint64> count = number(database, u"SELECT count(*) FROM sqlite_master"_s);
    return count ? Result<bool>(*count > 0) : count.error();
}

Status SqliteBackend::checkTables(Database &database) const
{
    Result<Rows> rows = execute(database, u"SELECT name FROM sqlite_master WHERE type = 'table'"_s);
    if (!rows) {
        return rows.error();
    }
    QStringList missing = sqliteTables();
    while (rows.value().next()) {
        missing.removeOne(rows.value().value(0).toString());
    }
    if (const Status whole = rows->readToTheEnd(); !whole) {
        return whole;
    }
    return missing.isEmpty() ? Status(Success()) : notSent(ErrorKind::Storage, reasons::databaseLacksTables(missing));
}

Status SqliteBackend::checkPlace() const
{
    return !m_opened || identityOf(m_file) == m_opened ? Status(Success())
                                                       : notSent(ErrorKind::Storage, reasons::databaseReplaced());
}

/// The transaction that is open keeps others from writing, but SQLite copies only outside of one: by a second
/// connection.
Result<bool> SqliteBackend::backUp(Database & /*database*/, int version) const
{
    const QString name = backupName(version);
    if (memoryOnly() || QFileInfo::exists(name)) {
        return false;
    }
    QTemporaryFile copy(name + u".XXXXXX"_s); // for this user only; taken away again unless it gets its name
    if (!copy.open()) {
        return fileError(copy);
    }
    if (const Status copied = copyTo(copy.fileName()); !copied) {
        return copied.error();
    }
    if (const Status named = nameDurably(copy, name); !named) {
        return named.error();
    }
    return true;
}

void SqliteBackend::dropBackup(int version) const
{
    QFile::remove(backupName(version));
}

Status SqliteBackend::copyTo(const QString &file) const
{
    static std::atomic<int> count = 0;
    const QString name = u"lightwell-copy-%1"_s.arg(++count);
    Status copied = Success();
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(driver(), name);
        connection.setDatabaseName(m_file);
        connection.setConnectOptions(waitForOthers());
        copied = connect(connection);
        if (copied) {
            Database database(connection, *this);
            const Result<int> done = change(database, u"VACUUM INTO ?"_s, {file});
            copied = done ? Status(Success()) : Status(done.error());
        }
        connection.close();
    }
    QSqlDatabase::removeDatabase(name);
    return copied;
}

QString SqliteBackend::backupName(int version) const
{
    return u"%1.v%2.backup"_s.arg(m_file).arg(version);
}

bool SqliteBackend::isBusy(const QSqlError &error) const
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return code == SQLITE_BUSY || code == SQLITE_LOCKED;
}

Result<qint64> SqliteBackend::changesOfOthers(Database &database) const
{
    return number(database, u"PRAGMA data_version"_s);
}

Backend::WordMatch SqliteBackend::matchWords(const QStringList &phrases) const
{
    QStringList terms;
    for (const QString &phrase : phrases) {
        terms.append(u"\"%1\" *"_s.arg(QString(phrase).remove(u'"')));
    }
    return {u"library_words MATCH ?"_s, terms.join(u' '), u"library_words.rowid"_s};
}

QString SqliteBackend::insertWords() const
{
    return u"INSERT INTO library_words (rowid, words) VALUES (?, ?)"_s;
}

QString SqliteBackend::removeWords() const
{
    return u"DELETE FROM library_words WHERE rowid BETWEEN ? AND ?"_s;
}

std::unique_ptr<RunLock> SqliteBackend::runLock() const
{
    return std::make_unique<FileRunLock>(memoryOnly() ? QString() : QFileInfo(m_file).absolutePath() + "/running"_L1);
}

} // namespace lightwell
