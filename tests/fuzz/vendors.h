// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapterregistry.h"

namespace lightwell::fuzz {

/// An adapter with plans for it.
struct Vendor
{
    const Adapter *adapter = nullptr;
    ProviderInfo info;
    QList<Plan> plans; ///< of every offer in the catalog: without pictures, with one, with one and a mask
};

/// Every adapter of the program, found in its registry and its catalog: a new one joins by itself.
[[nodiscard]] const QList<Vendor> &allVendors();

} // namespace lightwell::fuzz
