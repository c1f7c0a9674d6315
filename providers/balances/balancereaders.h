// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/balance.h"

#include <memory>
#include <vector>

namespace lightwell {

class AdapterRegistry;

/// The vendors that tell what is left on an account, in documented words. The list of them stands here and nowhere
/// else. `adapters`, which know how most are asked, outlive them.
[[nodiscard]] std::vector<std::unique_ptr<BalanceReader>> balanceReaders(const AdapterRegistry &adapters);

} // namespace lightwell
