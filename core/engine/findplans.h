// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/routing/health.h"

namespace lightwell {

/// The plans that can carry out a request, in the order in which they would be tried, and what is left out; an error if
/// no offer can take it. Pure.
[[nodiscard]] Result<Route> findPlans(const Request &request, const Catalog &catalog, const EnginePolicy &policy,
                                      const Health &health, const QDateTime &now);

} // namespace lightwell
