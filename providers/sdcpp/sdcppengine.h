// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discovery/localengine.h"

namespace lightwell {

/// One model, loaded at its start. It also answers as Automatic1111 does, and is to be recognised before that.
[[nodiscard]] LocalEngine sdCppEngine();

} // namespace lightwell
