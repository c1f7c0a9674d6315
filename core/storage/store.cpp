// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/store.h"

#include "core/storage/storethread.h"

namespace lightwell {

Result<std::unique_ptr<Store>> Store::open(const QString &file)
{
    std::unique_ptr<Store> store(new Store(file));
    if (const Status opened = store->m_thread->open(); !opened) {
        Error error = opened.error();
        error.billing = Billing::NotBilled;
        return error;
    }
    return store;
}

Store::Store(const QString &file)
    : m_file(file)
    , m_thread(std::make_unique<StoreThread>(file))
{
}

Store::~Store() = default;

void Store::post(std::function<void(Database &)> work)
{
    m_thread->post(std::move(work));
}

} // namespace lightwell
