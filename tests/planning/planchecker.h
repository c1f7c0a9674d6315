// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

namespace lightwell {

/// Reads a plan as the vendor would, knowing nothing of how it came about. The first thing it would refuse, or that
/// is not honest about what was asked; empty if the plan is legal.
[[nodiscard]] QString faultOf(const Plan &plan, const Request &request, const Offer &offer);

} // namespace lightwell
