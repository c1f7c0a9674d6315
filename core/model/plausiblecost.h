// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/money.h"

namespace lightwell {

/// No call for pictures costs more than this: $10,000.
inline constexpr Money maxPerCall = Money::fromMicros(10'000'000'000);

/// Whether what a vendor told for one call, or what its counters come to, can be its cost. Not believed is what is
/// negative, more than `maxPerCall`, or both more than $5 and more than a hundred times what was expected; where
/// nothing was expected for certain, more than $100. What is unknown is nothing to be doubted.
[[nodiscard]] bool isBelievable(Money told, Money expected);

/// Whether a person should look at a bill that is believed: it is more than a cent and more than ten times what was
/// expected. Where nothing was expected for certain, there is nothing to ask.
[[nodiscard]] bool isFarBeyond(Money told, Money expected);

} // namespace lightwell
