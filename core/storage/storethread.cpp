// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/storethread.h"

#include "core/storage/backend.h"
#include "core/storage/database.h"

#include <QMutexLocker>

#include <atomic>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

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
    return m_backend.isReadOnly() ? checkVersion(database, m_backend.migrations())
                                  : migrate(database, m_backend.migrations());
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
