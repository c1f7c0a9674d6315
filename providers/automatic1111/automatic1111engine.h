// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discovery/localengine.h"

namespace lightwell {

/// Forge is told apart by its list of modules. Neither tells its version in an answer that is quick to make.
[[nodiscard]] LocalEngine automatic1111Engine();
/// The same, started without --api: only its page answers.
[[nodiscard]] LocalEngine automatic1111WithoutApi();

} // namespace lightwell
