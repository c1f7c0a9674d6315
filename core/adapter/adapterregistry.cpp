// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"

namespace lightwell {

void AdapterRegistry::add(std::unique_ptr<Adapter> adapter)
{
    m_adapters.push_back(std::move(adapter));
}

const Adapter *AdapterRegistry::find(const QString &providerId) const
{
    for (const auto &adapter : m_adapters) {
        if (adapter->info().id == providerId) {
            return adapter.get();
        }
    }
    return nullptr;
}

QList<ProviderInfo> AdapterRegistry::providers() const
{
    QList<ProviderInfo> result;
    for (const auto &adapter : m_adapters) {
        result.append(adapter->info());
    }
    return result;
}

} // namespace lightwell
