// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discovery/localengine.h"

namespace lightwell {

/// Programs that Lightwell does not speak to, so that somebody who has them learns what they can do here.
[[nodiscard]] LocalEngine ollamaEngine(); ///< makes no pictures since 0.32.6
[[nodiscard]] LocalEngine lmStudioEngine();
[[nodiscard]] LocalEngine invokeAiEngine();

} // namespace lightwell
