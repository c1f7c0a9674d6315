// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/storethread.h"

#include "core/storage/migrations.h"
#include "core/storage/query.h"

#include <QFile>
#include <QFileInfo>
#include <QMutexLocker>
#include <QSqlError>
#include <QUrl>

#include <atomic>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lightwell {

namespace {

constexpr qint64 largestIdleLog = 8LL * 1024 * 1024; // bytes
constexpr auto busyTimeout = 8s; // the window and the command line may write to the same file

QString freshConnectionName()
{
    static std::atomic<int> count = 0;
    return u"lightwell-store-%1"_s.arg(++count);
}

/// The first change to WAL needs the file alone and does not wait for others by itself.
Status useWriteAheadLog(Database &database)
{
    constexpr int tries = 50;
    for (int attempt = 1;; ++attempt) {
        const Result<int> done = change(database, u"PRAGMA journal_mode = WAL"_s);
        if (done) {
            return Success();
        }
        if (attempt == tries) {
            return done.error();
        }
        QThread::msleep(20);
    }
}

} // namespace

StoreThread::StoreThread(const QString &file, bool readOnly)
    : m_file(file)
    , m_readOnly(readOnly)
{
    setObjectName(u"store"_s);
}

StoreThread::~StoreThread()
{
    finish();
}

Status StoreThread::open()
{
    std::future<Status> opened = m_opened.get_future();
    start();
    return opened.get();
}

void StoreThread::post(Work work)
{
    const QMutexLocker locker(&m_mutex);
    m_queue.push_back(std::move(work));
    m_changed.wakeOne();
}

void StoreThread::finish()
{
    {
        const QMutexLocker locker(&m_mutex);
        m_finishing = true;
        m_changed.wakeOne();
    }
    wait();
}

void StoreThread::run()
{
    const QString name = freshConnectionName();
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        {
            Database database(connection);
            const Status opened = m_readOnly ? connectReadOnly(database) : connectTo(database);
            m_opened.set_value(opened);
            if (opened) {
                work(database);
            }
        } // its statements go before the connection
        connection.close();
    }
    QSqlDatabase::removeDatabase(name);
}

Status StoreThread::connectTo(Database &database) const
{
    const bool inMemory = m_file == ":memory:"_L1;
    QSqlDatabase &connection = database.connection();
    connection.setDatabaseName(m_file);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(std::chrono::milliseconds(busyTimeout).count()));
    if (!connection.open()) {
        return storageError(connection.lastError());
    }
    if (!inMemory) {
        // Before anything is written: what lies beside it (-wal, -shm) takes over the same permissions.
        QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner);
        if (const Status done = useWriteAheadLog(database); !done) {
            return done;
        }
    }
    // What one large write has made of the -wal file would stay on the disk for as long as a program is open.
    const QString walSize = u"PRAGMA journal_size_limit = %1"_s.arg(largestIdleLog);
    for (const QString &setting : {u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s, walSize}) {
        if (const Result<int> done = change(database, setting); !done) {
            return done.error();
        }
    }
    return migrate(database, inMemory ? QString() : m_file, schemaMigrations());
}

/// In WAL mode even a reader needs the two files beside the database, -wal and -shm. Where a program has the database
/// open, or was killed, they are there, and SQLite reads along with them. Where there is no -wal (or an empty one), all
/// is in the database itself; `immutable` then reads it without the files that cannot be made here. It takes no locks:
/// right only because nobody can be writing, for a writer would have made a -wal. A -wal without its -shm is left to
/// SQLite, which refuses it: with `immutable` the newest entries would be missing without a word.
Status StoreThread::connectReadOnly(Database &database) const
{
    QUrl address = QUrl::fromLocalFile(m_file);
    if (QFileInfo(m_file + "-wal"_L1).size() == 0) {
        address.setQuery(u"immutable=1"_s);
    }
    QSqlDatabase &connection = database.connection();
    connection.setDatabaseName(QString::fromLatin1(address.toEncoded()));
    connection.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1"_s.arg(
        std::chrono::milliseconds(busyTimeout).count()));
    if (!connection.open()) {
        return storageError(connection.lastError());
    }
    return checkVersion(database, schemaMigrations());
}

void StoreThread::work(Database &database)
{
    for (;;) {
        Work next;
        {
            QMutexLocker locker(&m_mutex);
            while (m_queue.empty() && !m_finishing) {
                m_changed.wait(&m_mutex);
            }
            if (m_queue.empty()) {
                return;
            }
            next = std::move(m_queue.front());
            m_queue.pop_front();
        }
        next(database);
    }
}

} // namespace lightwell
