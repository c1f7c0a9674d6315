// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>
#include <QThreadPool>

namespace lightwell::test {

/// All threads of the pool wait, so that what is given to it is not done before the test says so.
class BusyPool
{
public:
    BusyPool()
    {
        QThreadPool &pool = *QThreadPool::globalInstance();
        for (int i = 0; i < pool.maxThreadCount(); ++i) {
            pool.start([this] { m_mayEnd.acquire(); });
        }
    }
    ~BusyPool() { release(); }
    void release() { m_mayEnd.release(QThreadPool::globalInstance()->maxThreadCount()); }
    Q_DISABLE_COPY_MOVE(BusyPool)

private:
    QSemaphore m_mayEnd;
};

} // namespace lightwell::test
