// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/storethread.h"

#include "core/storage/migrations.h"
#include "core/storage/query.h"

#include <QFile>
#include <QMutexLocker>
#include <QSqlError>

#include <atomic>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lightwell {

namespace {

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

StoreThread::StoreThread(const QString &file)
    : m_file(file)
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
            const Status opened = connectTo(database);
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
    for (const QString &setting : {u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s}) {
        if (const Result<int> done = change(database, setting); !done) {
            return done.error();
        }
    }
    return migrate(database, inMemory ? QString() : m_file, schemaMigrations());
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
