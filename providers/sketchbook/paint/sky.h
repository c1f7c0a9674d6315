// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/paint/canvas.h"

namespace lightwell::sketchbook {

/// Everything above the horizon that is no land: gradient, stars, sun or moon, clouds, aurora, rainbow.
void paintSky(Canvas &canvas);
void paintClouds(Canvas &canvas);
void paintAurora(Canvas &canvas);
void paintRainbow(Canvas &canvas);
/// The disc of sun or moon with its light around it.
void paintDisc(Canvas &canvas);

} // namespace lightwell::sketchbook
