// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/storethread.h"

#include "core/storage/backend.h"
#include "core/storage/database.h"
#include "core/storage/transaction.h"

#include <atomic>
#include <vector>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr std::size_t maxShared = 64; // jobs in one transaction, so that its first is not told too late

QString freshConnectionName()
{
    static std::atomic<int> count = 0;
    return u"lightwell-store-%1"_s.arg(++count);
}

} // namespace

StoreThread::StoreThread(const Backend &backend)
    : m_backend(backend)
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

void StoreThread::post(StoreJob job)
{
    const std::scoped_lock lock(m_mutex);
    m_queue.push_back(std::move(job));
    m_changed.notify_one();
}

void StoreThread::postLater(StoreJob job, std::chrono::milliseconds pause)
{
    const std::scoped_lock lock(m_mutex);
    m_later.emplace(QDeadlineTimer(pause), std::move(job));
    m_changed.notify_one();
}

void StoreThread::finish()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_finishing = true;
        m_changed.notify_one();
    }
    wait();
}

void StoreThread::run()
{
    const QString name = freshConnectionName();
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(m_backend.driver(), name);
        {
            Database database(connection, m_backend);
            const Status opened = prepare(database);
            m_opened.set_value(opened);
            if (opened) {
                work(database);
            }
        } // its statements go before the connection
        connection.close();
    }
    QSqlDatabase::removeDatabase(name);
}

/// Opens and migrates, or checks that nothing has to be migrated.
Status StoreThread::prepare(Database &database) const
{
    if (Status opened = m_backend.open(database); !opened) {
        return opened;
    }
    const Status current = m_backend.isReadOnly() ? checkVersion(database, m_backend.migrations())
                                                  : migrate(database, m_backend.migrations());
    return current ? m_backend.checkTables(database) : current;
}

void StoreThread::work(Database &database)
{
    while (std::optional<StoreJob> job = next()) {
        if (job->kind == StoreJob::Kind::Write) {
            share(database, std::move(*job));
            continue;
        }
        job->work(database);
        if (job->conclude) {
            job->conclude(Success());
        }
    }
}

/// Reads in between see what was written before them, so they wait for the same commit; nothing waits longer than for
/// what was queued with it.
void StoreThread::share(Database &database, StoreJob first)
{
    std::vector<StoreJob> jobs;
    Status committed = Success();
    {
        Transaction transaction(database, Transaction::Kind::Group);
        committed = transaction.begun();
        for (std::optional<StoreJob> job = std::move(first); job;) {
            if (committed) {
                job->work(database);
            }
            jobs.push_back(std::move(*job));
            if (!committed || database.isTransactionLost() || jobs.size() >= maxShared) {
                break;
            }
            job = nextToShare();
        }
        if (committed) {
            committed = transaction.commit();
            if (!committed) { // whatever one job did wrong: the others may well go through when they come again
                Error error = committed.error();
                error.kind = ErrorKind::Storage;
                committed = error;
            }
        }
    } // rolled back, where it was not committed
    for (StoreJob &job : jobs) {
        if (!committed && job.kind == StoreJob::Kind::Read) {
            job.work(database); // it had seen what is not there now
            job.conclude(Success());
        } else {
            job.conclude(committed);
        }
    }
}

std::optional<StoreJob> StoreThread::next()
{
    std::unique_lock lock(m_mutex);
    while (m_queue.empty() && !m_finishing) {
        if (m_later.empty()) {
            m_changed.wait(lock);
        } else if (m_later.begin()->first.hasExpired()) {
            m_queue.push_back(std::move(m_later.extract(m_later.begin()).mapped()));
        } else {
            m_changed.wait_for(lock, m_later.begin()->first.remainingTimeAsDuration());
        }
    }
    if (m_queue.empty()) {
        return std::nullopt;
    }
    StoreJob job = std::move(m_queue.front());
    m_queue.pop_front();
    return job;
}

std::optional<StoreJob> StoreThread::nextToShare()
{
    const std::scoped_lock lock(m_mutex);
    if (m_queue.empty() || m_queue.front().kind == StoreJob::Kind::Alone) {
        return std::nullopt;
    }
    StoreJob job = std::move(m_queue.front());
    m_queue.pop_front();
    return job;
}

} // namespace lightwell
