// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/balance.h"

#include <memory>
#include <vector>

namespace lightwell {

/// The vendors that tell what is left on an account, in documented words. The list of them stands here and nowhere
/// else.
[[nodiscard]] std::vector<std::unique_ptr<BalanceReader>> balanceReaders();

} // namespace lightwell
