// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/store.h"

#include "core/storage/storethread.h"

namespace lightwell {

Result<std::unique_ptr<Store>> Store::open(const QString &file)
{
    return opened(std::unique_ptr<Store>(new Store(file, false)));
}

Result<std::unique_ptr<Store>> Store::openReadOnly(const QString &file)
{
    return opened(std::unique_ptr<Store>(new Store(file, true)));
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

Store::Store(const QString &file, bool readOnly)
    : m_file(file)
    , m_thread(std::make_unique<StoreThread>(file, readOnly))
{
}

Store::~Store() = default;

void Store::post(std::function<void(Database &)> work)
{
    m_thread->post(std::move(work));
}

} // namespace lightwell
