// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/paint/canvas.h"

namespace lightwell::sketchbook {

/// What falls or drifts before everything else: rain, snow, leaves, petals, lightning.
void paintWeather(Canvas &canvas);
/// The last touch: fine grain against banding, a breath of vignette.
void finish(QImage &image, quint64 seed, double vignette = 1);

} // namespace lightwell::sketchbook
