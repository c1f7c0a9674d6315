// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"
#include "providers/common/tokenusage.h"

namespace lightwell {

/// What a call cost by the tokens the vendor counted and the price lines of the plan's offer, rounded once, at the
/// end. Lines per picture or per run count beside them. Unknown if nothing was counted, if the offer has no price
/// per token, or if something was counted that has no price.
[[nodiscard]] Money tokenCost(const Plan &plan, const TokenUsage &usage, int pictures);

} // namespace lightwell
