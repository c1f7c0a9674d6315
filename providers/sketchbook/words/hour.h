// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lightwell::sketchbook {

/// The time of day, which is to say the light.
enum class Hour { None, Dawn, Morning, Noon, Golden, Dusk, Twilight, Night };

} // namespace lightwell::sketchbook
