// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/art/outline.h"

#include <QPolygonF>

namespace lightwell::sketchbook {

namespace {

void bend(QPainterPath &path, const QPointF &before, const QPointF &from, const QPointF &to, const QPointF &after)
{
    path.cubicTo(from + (to - before) / 6, to - (after - from) / 6, to);
}

} // namespace

QPainterPath polygon(const Points &points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(points));
    path.closeSubpath();
    return path;
}

QPainterPath blob(const Points &points)
{
    QPainterPath path;
    const qsizetype n = points.size();
    if (n < 3) {
        return path;
    }
    path.moveTo(points.first());
    for (qsizetype i = 0; i < n; ++i) {
        bend(path, points.at((i + n - 1) % n), points.at(i), points.at((i + 1) % n), points.at((i + 2) % n));
    }
    path.closeSubpath();
    return path;
}

QPainterPath flow(const Points &points)
{
    QPainterPath path;
    const qsizetype n = points.size();
    if (n == 0) {
        return path;
    }
    path.moveTo(points.first());
    for (qsizetype i = 0; i + 1 < n; ++i) {
        bend(path, points.at(std::max<qsizetype>(i - 1, 0)), points.at(i), points.at(i + 1),
             points.at(std::min(i + 2, n - 1)));
    }
    return path;
}

QPainterPath bank(const Points &crest, double floor, bool soft)
{
    QPainterPath path;
    if (crest.isEmpty()) {
        return path;
    }
    if (soft) {
        path = flow(crest);
    } else {
        path.moveTo(crest.first());
        for (const QPointF &point : crest) {
            path.lineTo(point);
        }
    }
    path.lineTo(crest.last().x(), floor);
    path.lineTo(crest.first().x(), floor);
    path.closeSubpath();
    return path;
}

} // namespace lightwell::sketchbook
