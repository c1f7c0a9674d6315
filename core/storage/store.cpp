// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/store.h"

#include "core/storage/backend.h"
#include "core/storage/sqlite/sqlitebackend.h"
#include "core/storage/storethread.h"

namespace lightwell {

Result<std::unique_ptr<Store>> Store::open(const QString &file)
{
    return open(std::make_unique<SqliteBackend>(file));
}

Result<std::unique_ptr<Store>> Store::openReadOnly(const QString &file)
{
    return open(std::make_unique<SqliteBackend>(file, SqliteBackend::Access::ReadOnly));
}

Result<std::unique_ptr<Store>> Store::open(std::unique_ptr<Backend> backend)
{
    std::unique_ptr<Store> store(new Store(std::move(backend)));
    if (const Status opened = store->m_thread->open(); !opened) {
        Error error = opened.error();
        error.billing = Billing::NotBilled;
        return error;
    }
    return store;
}

Store::Store(std::unique_ptr<Backend> backend)
    : m_backend(std::move(backend))
    , m_thread(std::make_unique<StoreThread>(*m_backend))
{
}

Store::~Store() = default;

bool Store::isBegunAnew() const
{
    return m_backend->isBegunAnew();
}

std::unique_ptr<RunLock> Store::runLock() const
{
    return m_backend->runLock();
}

void Store::runLater(std::chrono::milliseconds pause, std::function<void(Database &)> work)
{
    m_thread->postLater({StoreJob::Kind::Alone, std::move(work)}, pause);
}

void Store::post(StoreJob job)
{
    m_thread->post(std::move(job));
}

} // namespace lightwell
