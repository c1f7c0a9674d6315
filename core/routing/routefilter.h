// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/router.h"

namespace lightwell {

/// Why the rule does not let a plan be tried; empty: it does. An offer that was never measured is not too slow: nobody
/// would ever know. A price that is not known is above every limit.
[[nodiscard]] Reason reasonToLeaveOut(const Plan &plan, const RoutingRule &rule, const RoutingView &view);

/// What one picture of a plan costs, or like ones did before; unknown where nobody can say.
[[nodiscard]] Money priceOfOne(const Plan &plan, const RoutingEvidence &evidence);

/// "4.2": how times are told.
[[nodiscard]] QString secondsText(qint64 ms);

} // namespace lightwell
