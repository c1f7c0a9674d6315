// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/store.h"

#include "core/storage/backend.h"
#include "core/storage/sqlite/sqlitebackend.h"
#include "core/storage/storethread.h"

namespace lightwell {

Result<std::unique_ptr<Store>> Store::open(const QString &file)
{
    return opened(std::unique_ptr<Store>(new Store(std::make_unique<SqliteBackend>(file))));
}

Result<std::unique_ptr<Store>> Store::openReadOnly(const QString &file)
{
    return opened(
        std::unique_ptr<Store>(new Store(std::make_unique<SqliteBackend>(file, SqliteBackend::Access::ReadOnly))));
}

Result<std::unique_ptr<Store>> Store::opened(std::unique_ptr<Store> store)
{
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

std::unique_ptr<RunLock> Store::runLock() const
{
    return m_backend->runLock();
}

void Store::post(std::function<void(Database &)> work)
{
    m_thread->post(std::move(work));
}

} // namespace lightwell
