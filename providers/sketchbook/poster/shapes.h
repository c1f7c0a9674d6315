// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/art/dice.h"
#include "providers/sketchbook/art/palette.h"

#include <QPainter>
#include <QRectF>

namespace lightwell::sketchbook {

/// The picture part of a poster: flat shapes laid out in `area`, overprinted like inks. Some reach beyond it: who wants
/// them to end there, clips the painter; where nobody does, they run on to the picture's edge.
struct Print
{
    QPainter &painter;
    QRectF area;
    Palette palette;
    Dice dice;
    bool dark = false; ///< the ground is dark: inks shine instead of adding up

    [[nodiscard]] const QColor &ink(qsizetype index) const { return palette.inks.at(index % palette.inks.size()); }
    [[nodiscard]] double side() const { return std::min(area.width(), area.height()); }
    void overprint();
};

using Shapes = void (*)(Print &);

void printSunAndBands(Print &print); ///< landscape reduced to a disc over layers
void printArcs(Print &print); ///< concentric quarter rings
void printGrid(Print &print); ///< circles, halves and quarters on a grid
void printDiagonals(Print &print); ///< beams across the sheet and beyond
void printOverlaps(Print &print); ///< a few great translucent forms
void printRays(Print &print); ///< light from one point
void printBlocks(Print &print); ///< a town of rectangles
void printSwells(Print &print); ///< waves

} // namespace lightwell::sketchbook
