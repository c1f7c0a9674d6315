// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/paint/canvas.h"

#include <functional>

namespace lightwell::sketchbook {

/// One layer of land, from its crest downwards.
struct Range
{
    double base = 0.6; ///< y of the lowest part of the crest
    double height = 0.2;
    double breadth = 0.5; ///< typical distance of two peaks
    double depth = 0.5; ///< 0 near, 1 horizon
    QColor surface;
    bool sharp = false; ///< mountains rather than hills
    double snow = 0; ///< part of the height under snow
    double floor = -1; ///< where the layer ends; negative: at the bottom
    quint64 part = 0;
};

/// Paints it and returns its crest from left to right.
Points paintRange(Canvas &canvas, const Range &range);
/// y of a crest at x.
[[nodiscard]] double heightAt(const Points &crest, double x);
/// A veil of haze from `top` to `bottom`, thickest at `bottom`.
void paintHaze(Canvas &canvas, double top, double bottom, double strength);
/// Blades and stems along the lower edge, dark against the picture.
void paintGrass(Canvas &canvas, double base, double height, const QColor &colour, Dice dice);
/// Colours of ground and leaves in the scene's season.
[[nodiscard]] QColor groundColour(const Scene &scene);
[[nodiscard]] QColor leafColour(const Scene &scene, Dice &dice);

} // namespace lightwell::sketchbook
