// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/accountdialect.h"
#include "core/gateway/routes.h"

namespace lightwell {

/// Of a generation, without its answer. `base` is what links begin with.
[[nodiscard]] JobView viewOfEnded(const Generation &generation, const QString &base);
/// What was asked for at a path.
[[nodiscard]] CallKind kindOf(const RouteTable::Match &match);

} // namespace lightwell
