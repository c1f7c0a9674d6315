// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMargins>
#include <QPointF>
#include <QRectF>
#include <QSize>

namespace lightwell {

/// The eight handles at the edges of a canvas: pure.
namespace growthhandles {

constexpr double side = 9; ///< of a handle, in points

/// In points, given the canvas on the widget. The one of `edges`: a corner has two.
[[nodiscard]] QPointF place(const QRectF &canvas, Qt::Edges edges);
[[nodiscard]] const QList<Qt::Edges> &all();
/// Under the pointer; none: no handle. With `wholeEdges`, also between the handles.
[[nodiscard]] Qt::Edges at(const QRectF &canvas, QPointF pointer, bool wholeEdges);
[[nodiscard]] Qt::CursorShape cursor(Qt::Edges edges);

/// How a drag is meant.
struct Drag
{
    Qt::Edges edges;
    QMargins from; ///< growth as it began
    bool bothSides = false; ///< the opposite edges go along
    bool keepsRatio = false; ///< the canvas keeps the shape it had
};
/// The growth once the pointer has moved by so many pixels of the picture. Never below the picture's own edges.
[[nodiscard]] QMargins dragged(const Drag &drag, QPointF by, QSize picture);

} // namespace growthhandles

} // namespace lightwell
