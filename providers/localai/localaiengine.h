// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discovery/localengine.h"

namespace lightwell {

/// Models that say they make pictures. Unconfirmed: how long the list of capabilities has been there; older servers are
/// not recognised.
[[nodiscard]] LocalEngine localAiEngine();

} // namespace lightwell
