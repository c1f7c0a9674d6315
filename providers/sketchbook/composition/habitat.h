// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/words/place.h"
#include "providers/sketchbook/words/subject.h"

namespace lightwell::sketchbook {

/// Where in a picture a subject belongs.
enum class Habitat { Sky, Water, Building, Near, Light };

[[nodiscard]] Habitat habitatOf(Subject subject);
/// Where a subject is at home when the words name no place.
[[nodiscard]] Place homeOf(Subject subject);

} // namespace lightwell::sketchbook
