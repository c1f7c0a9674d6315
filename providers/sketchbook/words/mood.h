// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lightwell::sketchbook {

/// How a picture should feel: it bends the colours.
enum class Mood { None, Calm, Sad, Joyful, Dramatic, Dreamy, Mysterious, Neon, Vintage, Cold, Warm };

} // namespace lightwell::sketchbook
