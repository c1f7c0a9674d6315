// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lightwell {

/// Keeps keys and prompts out of core dumps and away from other processes of the same user that would look into
/// this one's memory. To be called first in main(); false: the system refused, which is no reason to stop.
bool disableCoreDumps();

} // namespace lightwell
