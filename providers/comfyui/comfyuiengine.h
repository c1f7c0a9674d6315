// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discovery/localengine.h"

namespace lightwell {

/// The lists come out of the schemas of the nodes that take them: ["a", "b"], or {"options"} behind a "COMBO" in newer
/// servers.
[[nodiscard]] LocalEngine comfyUiEngine();

} // namespace lightwell
