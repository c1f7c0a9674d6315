// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/router.h"

namespace lightwell {

inline constexpr qint64 exploredEach = 10; ///< pictures; one of them goes to an offer that was not measured
inline constexpr int callsToTell = 5; ///< how reliable an offer is

/// All of the plans in the order of the rule, with the reason of each place.
[[nodiscard]] QList<RankedPlan> rankPlans(const QList<const Plan *> &plans, const RoutingRule &rule,
                                          const RoutingView &view);

} // namespace lightwell
