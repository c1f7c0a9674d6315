// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/art/dice.h"
#include "providers/sketchbook/art/palette.h"

#include <QPainter>
#include <QSizeF>
#include <QString>

namespace lightwell::sketchbook {

/// The cloth a motif is drawn on: `size` in units of the shorter side, the painter scaled to it.
struct Cloth
{
    QPainter &painter;
    QSizeF size;
    Palette palette;
    Dice dice;

    [[nodiscard]] const QColor &ink() { return dice.pick(palette.inks); }
};

using Motif = void (*)(Cloth &);

/// Whether a word, as splitWords() makes it, names a pattern outright.
[[nodiscard]] bool namesMotif(const QString &word);

void drawTerrazzo(Cloth &cloth);
void drawWaves(Cloth &cloth);
void drawWeave(Cloth &cloth);
void drawBlooms(Cloth &cloth);
void drawTiles(Cloth &cloth);
void drawArches(Cloth &cloth);
void drawLeaves(Cloth &cloth);
void drawStarfield(Cloth &cloth);
void drawTriangles(Cloth &cloth);
void drawRibbons(Cloth &cloth);

} // namespace lightwell::sketchbook
