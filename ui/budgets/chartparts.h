// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QRectF>

class QPainter;

/// How the parts of a bar are told apart: by a colour and by a pattern, so that neither is needed alone.
namespace lightwell::chartparts {

constexpr int most = 4; ///< parts with a look of their own, the largest first; what is beyond is "others"

/// `part` counts from 0; from `most` on it is "others".
void paint(QPainter *painter, const QRectF &area, int part, const Tokens &tokens);
/// Lines that say "not spent yet" over a ground: kept back for running calls, or for unknown ones.
void paintHatch(QPainter *painter, const QRectF &area, const QColor &ink, const QColor &ground);

} // namespace lightwell::chartparts
