// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/paint/canvas.h"

namespace lightwell::sketchbook {

/// How water looks from `top` to `bottom`.
struct Water
{
    double top = 0.6;
    double bottom = 1.1;
    double mirror = 0.5; ///< how much of what is above it shows, 0 to 1
    double roughness = 0.5; ///< 0: glass, 1: open sea
    QColor surface = QColor(0x2f, 0x6a, 0x86);
};

/// Paints water over everything below `top`: the mirrored picture, its own colour, ripples and the glitter of the sun.
void paintWater(Canvas &canvas, const Water &water);

} // namespace lightwell::sketchbook
