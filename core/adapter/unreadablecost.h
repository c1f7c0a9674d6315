// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lightwell {

/// In Done::usage: a price that the vendor told and nobody can read, as it wrote it ("1,50", "0.05 EUR"). The engine
/// tells it like one that nobody would believe.
inline constexpr const char unreadableCost[] = "unreadable_cost";

} // namespace lightwell
