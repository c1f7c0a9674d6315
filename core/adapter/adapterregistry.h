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

private:
    std::vector<std::unique_ptr<Adapter>> m_adapters;
};

} // namespace lightwell
