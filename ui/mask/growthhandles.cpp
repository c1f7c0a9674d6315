// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/growthhandles.h"

#include <algorithm>
#include <cmath>

namespace lightwell::growthhandles {

namespace {

constexpr double reach = 8; ///< points around a handle that belong to it

QMargins atLeastNone(const QMargins &growth)
{
    return {std::max(0, growth.left()), std::max(0, growth.top()), std::max(0, growth.right()),
            std::max(0, growth.bottom())};
}

/// The side that was not dragged, or less of it, follows.
QMargins inRatio(QMargins growth, const Drag &drag, QSize picture)
{
    const QSize before = picture.grownBy(drag.from);
    const QSize now = picture.grownBy(growth);
    const double ratio = double(before.width()) / before.height();
    const bool isByWidth = !(drag.edges & (Qt::TopEdge | Qt::BottomEdge))
        || ((drag.edges & (Qt::LeftEdge | Qt::RightEdge)) && now.width() > now.height() * ratio);
    if (isByWidth) {
        const auto more = static_cast<int>(std::lround(now.width() / ratio)) - now.height();
        (drag.edges & Qt::TopEdge) ? growth.setTop(growth.top() + more) : growth.setBottom(growth.bottom() + more);
    } else {
        const auto more = static_cast<int>(std::lround(now.height() * ratio)) - now.width();
        (drag.edges & Qt::LeftEdge) ? growth.setLeft(growth.left() + more) : growth.setRight(growth.right() + more);
    }
    return atLeastNone(growth);
}

} // namespace

const QList<Qt::Edges> &all()
{
    static const QList<Qt::Edges> edges {
        Qt::LeftEdge | Qt::TopEdge,     Qt::TopEdge,    Qt::RightEdge | Qt::TopEdge,   Qt::RightEdge,
        Qt::RightEdge | Qt::BottomEdge, Qt::BottomEdge, Qt::LeftEdge | Qt::BottomEdge, Qt::LeftEdge};
    return edges;
}

QPointF place(const QRectF &canvas, Qt::Edges edges)
{
    const double x = (edges & Qt::LeftEdge) ? canvas.left()
        : (edges & Qt::RightEdge)           ? canvas.right()
                                            : canvas.center().x();
    const double y = (edges & Qt::TopEdge) ? canvas.top()
        : (edges & Qt::BottomEdge)         ? canvas.bottom()
                                           : canvas.center().y();
    return {x, y};
}

Qt::Edges at(const QRectF &canvas, QPointF pointer, bool wholeEdges)
{
    for (const Qt::Edges edges : all()) {
        const QPointF distance = place(canvas, edges) - pointer;
        if (std::abs(distance.x()) <= reach && std::abs(distance.y()) <= reach) {
            return edges;
        }
    }
    if (!wholeEdges || !canvas.adjusted(-reach, -reach, reach, reach).contains(pointer)) {
        return {};
    }
    Qt::Edges near;
    near.setFlag(Qt::LeftEdge, std::abs(pointer.x() - canvas.left()) <= reach);
    near.setFlag(Qt::RightEdge, std::abs(pointer.x() - canvas.right()) <= reach);
    near.setFlag(Qt::TopEdge, std::abs(pointer.y() - canvas.top()) <= reach);
    near.setFlag(Qt::BottomEdge, std::abs(pointer.y() - canvas.bottom()) <= reach);
    return near;
}

Qt::CursorShape cursor(Qt::Edges edges)
{
    const bool isHorizontal = edges & (Qt::LeftEdge | Qt::RightEdge);
    const bool isVertical = edges & (Qt::TopEdge | Qt::BottomEdge);
    if (isHorizontal && isVertical) {
        const bool isFalling = edges == (Qt::LeftEdge | Qt::TopEdge) || edges == (Qt::RightEdge | Qt::BottomEdge);
        return isFalling ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor;
    }
    return isHorizontal ? Qt::SizeHorCursor : isVertical ? Qt::SizeVerCursor : Qt::ArrowCursor;
}

QMargins dragged(const Drag &drag, QPointF by, QSize picture)
{
    const auto x = static_cast<int>(std::lround(by.x()));
    const auto y = static_cast<int>(std::lround(by.y()));
    QMargins growth = drag.from;
    const bool left = drag.edges & Qt::LeftEdge;
    const bool right = drag.edges & Qt::RightEdge;
    const bool top = drag.edges & Qt::TopEdge;
    const bool bottom = drag.edges & Qt::BottomEdge;
    const int outX = left ? -x : x;
    const int outY = top ? -y : y;
    growth.setLeft(growth.left() + (left || (right && drag.bothSides) ? outX : 0));
    growth.setRight(growth.right() + (right || (left && drag.bothSides) ? outX : 0));
    growth.setTop(growth.top() + (top || (bottom && drag.bothSides) ? outY : 0));
    growth.setBottom(growth.bottom() + (bottom || (top && drag.bothSides) ? outY : 0));
    growth = atLeastNone(growth);
    return drag.keepsRatio ? inRatio(growth, drag, picture) : growth;
}

} // namespace lightwell::growthhandles
