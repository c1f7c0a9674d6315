// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discovery/foundengine.h"

namespace lightwell::wording {

/// What a found engine can do here, in words: "models: 3, upscalers: 2", or what is in the way.
[[nodiscard]] QString engineOffer(const FoundEngine &engine);

} // namespace lightwell::wording
