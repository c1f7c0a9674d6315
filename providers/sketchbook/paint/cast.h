// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/paint/figure.h"
#include "providers/sketchbook/words/mention.h"

namespace lightwell::sketchbook {

/// Draws a subject where the pose says.
void drawSubject(Canvas &canvas, Subject subject, const Pose &pose);
/// Its natural height as part of the scene's unit: a lighthouse is taller than a cat, within reason.
[[nodiscard]] double heightOf(Subject subject);
/// Its width as part of its height, for spacing.
[[nodiscard]] double breadthOf(Subject subject);

/// Where a group of subjects goes.
struct Spot
{
    QPointF foot;
    double scale = 1; ///< on top of heightOf()
    double depth = 0.2;
    double spread = 0.16; ///< distance of the members of a group
};

/// Draws all members of a mention around a spot; the foot of each follows `ground` if there is one.
void drawGroup(Canvas &canvas, const Mention &mention, const Spot &spot, const Points &ground = {});

} // namespace lightwell::sketchbook
