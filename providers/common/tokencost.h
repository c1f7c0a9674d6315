// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"
#include "providers/common/tokenusage.h"

namespace lightwell {

/// What a call cost by the tokens the vendor counted and the price lines of the plan's offer, rounded once, at the
/// end. Lines per picture or per run count beside them. What was counted but has no price of its own (text beside the
/// picture) counts at the offer's dearest price per token on that side: leaving it out would book too little, and
/// dropping the whole count would book a guess. Unknown if nothing was counted, nothing for the pictures that came, if
/// the offer has no price per token, or if it depends on something that cannot be told.
[[nodiscard]] Money tokenCost(const Plan &plan, const TokenUsage &usage, int pictures);

} // namespace lightwell
