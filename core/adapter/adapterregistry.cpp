// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"

namespace lightwell {

void AdapterRegistry::add(std::unique_ptr<Adapter> adapter)
{
    const QString provider = adapter->info().id;
    m_entries.push_back({provider, std::move(adapter)});
}

const Adapter *AdapterRegistry::find(const QString &providerId) const
{
    for (const Entry &entry : m_entries) {
        if (entry.provider == providerId) {
            return entry.adapter.get();
        }
    }
    return nullptr;
}

QList<ProviderInfo> AdapterRegistry::providers() const
{
    QList<ProviderInfo> result;
    for (const Entry &entry : m_entries) {
        result.append(entry.adapter->info());
    }
    return result;
}

QList<ProviderInfo> AdapterRegistry::providers(const QStringList &ids) const
{
    QList<ProviderInfo> result;
    for (const Entry &entry : m_entries) {
        if (ids.contains(entry.provider)) {
            result.append(entry.adapter->info());
        }
    }
    return result;
}

} // namespace lightwell
