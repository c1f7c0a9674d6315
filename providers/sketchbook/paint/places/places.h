// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/paint/canvas.h"

namespace lightwell::sketchbook {

void paintCoast(Canvas &canvas); ///< also sea, island
void paintLake(Canvas &canvas);
void paintRiver(Canvas &canvas);
void paintWaterfall(Canvas &canvas);
void paintHarbour(Canvas &canvas);
void paintMountains(Canvas &canvas); ///< also volcano
void paintHills(Canvas &canvas); ///< also meadow
void paintFields(Canvas &canvas);
void paintForest(Canvas &canvas); ///< also jungle
void paintVillage(Canvas &canvas);
void paintCity(Canvas &canvas);
void paintDesert(Canvas &canvas); ///< also canyon
void paintArctic(Canvas &canvas);
void paintUnderwater(Canvas &canvas);
void paintSpace(Canvas &canvas);
void paintCloudscape(Canvas &canvas);
void paintTable(Canvas &canvas);
void paintPortrait(Canvas &canvas);

/// What flies, in the sky of any place.
void paintFlyers(Canvas &canvas);
/// What lives or stands in front, on `ground` or, where that is empty, at y.
void paintNear(Canvas &canvas, double y, double depth, double scale);
/// Running water that winds from (`from`, `top`) towards the viewer.
void paintStream(Canvas &canvas, double from, double top, double width, quint64 part);
/// Puts somebody on the back of somebody else, where the words say so. Returns who is left in front.
[[nodiscard]] QList<Mention> paintRider(Canvas &canvas, const QPointF &foot, double depth, double scale);
/// Leaves of the jungle that hang in from the edges.
void paintFronds(Canvas &canvas);
/// A row of conifers along a crest.
void paintPines(Canvas &canvas, const Points &crest, double height, double depth, int count, quint64 part);

} // namespace lightwell::sketchbook
