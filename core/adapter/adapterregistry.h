// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <memory>
#include <vector>

namespace lightwell {

/// The adapters of this program, in the order providers are shown. Filled once at start, read from any thread.
class AdapterRegistry
{
public:
    void add(std::unique_ptr<Adapter> adapter);
    [[nodiscard]] const Adapter *find(const QString &providerId) const; ///< null: unknown provider
    [[nodiscard]] QList<ProviderInfo> providers() const;
    [[nodiscard]] QList<ProviderInfo> providers(const QStringList &ids) const; ///< those of them that are known

private:
    struct Entry
    {
        QString provider; ///< the adapter's: it is looked for many times a call, and its info is large
        std::unique_ptr<Adapter> adapter;
    };
    std::vector<Entry> m_entries;
};

} // namespace lightwell
