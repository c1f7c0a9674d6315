// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/composition/light.h"

namespace lightwell::sketchbook {

/// The carefully chosen skies of an hour.
[[nodiscard]] const QList<Light> &skiesOf(Hour hour);

} // namespace lightwell::sketchbook
