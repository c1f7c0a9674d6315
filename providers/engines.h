// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discovery/localengine.h"

namespace lightwell {

/// The programs that are looked for on this machine, in the order in which they are believed: one that passes for
/// another comes before it. The list stands here and nowhere else.
[[nodiscard]] QList<LocalEngine> localEngines();

} // namespace lightwell
