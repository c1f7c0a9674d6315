// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/art/dice.h"
#include "providers/sketchbook/words/reading.h"

#include <QColor>

namespace lightwell::sketchbook {

/// The light of a picture: its sky from top to horizon, and what it does to every surface.
struct Light
{
    QColor zenith;
    QColor upper;
    QColor lower;
    QColor glow; ///< at the horizon
    QColor haze; ///< what distance fades into
    QColor disc; ///< sun or moon
    QColor key; ///< tints what is lit
    QColor shade; ///< what lies in shadow or against the light turns into
    double exposure = 1; ///< brightness of surfaces
    double backlight = 0; ///< 0: lit from the front; 1: silhouettes
    double hazing = 0.8; ///< how much distance takes away, 0 to 1
    double stars = 0; ///< 0 to 1
    bool night = false; ///< lamps and windows are lit
    QColor tint = {}; ///< what the words dye the land with
    double tinting = 0; ///< how much of it, 0 to 1

    /// A surface in this light; `depth` 0 is near, 1 the horizon.
    [[nodiscard]] QColor on(const QColor &surface, double depth) const;
};

/// The light the words ask for; `dice` chooses among the skies of an hour.
[[nodiscard]] Light lightFor(const Reading &reading, Hour hour, Place place, Dice dice);

} // namespace lightwell::sketchbook
