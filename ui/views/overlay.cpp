// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overlay.h"

#include "ui/views/shownpicture.h"
#include "ui/views/viewpoint.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/stylepainting.h"

#include <QPainter>
#include <QWidget>

namespace lightwell::overlay {

namespace {

constexpr int badgeHeight = 20;
constexpr int mapSide = 82; ///< the longer one
constexpr int mapEdge = 3;
constexpr int roomForMap = 200; ///< narrower or lower places have none
constexpr int minBox = 6; ///< what is in sight stays findable

} // namespace

QRect badgeRect(const QWidget *widget, const QString &text, QPoint corner)
{
    const int height = std::max(badgeHeight, widget->fontMetrics().height() + 2);
    return {corner, QSize(std::max(height, widget->fontMetrics().horizontalAdvance(text) + 12), height)};
}

void badge(QPainter &painter, const QWidget *widget, const QRect &rect, const QString &text, bool active)
{
    const Tokens t = tokensOf(widget->palette());
    painting::roundedBox(&painter, QRectF(rect), painting::innerRadius, active ? t.accent : t.surface,
                         active ? t.accent : t.line);
    painter.setFont(strongFont(widget->font()));
    painter.setPen(active ? t.onAccent : t.text);
    painter.drawText(rect, Qt::AlignCenter, text);
}

QRectF mapRect(const ViewPlace &place, const ViewPoint &view)
{
    if (view.zoom <= mapFrom || place.picture.isEmpty() || place.room.width() < roomForMap
        || place.room.height() < roomForMap) {
        return {};
    }
    const QSizeF all = place.inSight(view.zoom);
    if (all.width() >= 1 && all.height() >= 1) {
        return {};
    }
    QSizeF size = QSizeF(place.picture).scaled(QSizeF(mapSide, mapSide), Qt::KeepAspectRatio);
    size = size.expandedTo(QSizeF(minBox, minBox));
    return {QPointF(place.room.width() - inset - mapEdge - size.width(),
                    place.room.height() - inset - mapEdge - size.height()),
            size};
}

void map(QPainter &painter, const QWidget *widget, const ViewPlace &place, const ViewPoint &view,
         const ShownPicture &picture, const QRectF &part)
{
    if (!picture.isShown()) {
        return;
    }
    map(painter, widget, place, view, [&](const QRectF &all) {
        picture.paintSmall(painter,
                           QRectF(all.left() + part.left() * all.width(), all.top() + part.top() * all.height(),
                                  part.width() * all.width(), part.height() * all.height()));
    });
}

void map(QPainter &painter, const QWidget *widget, const ViewPlace &place, const ViewPoint &view,
         const std::function<void(const QRectF &all)> &paintSmall)
{
    const QRectF all = mapRect(place, view);
    if (all.isEmpty()) {
        return;
    }
    const Tokens t = tokensOf(widget->palette());
    painting::roundedBox(&painter, all.adjusted(-mapEdge, -mapEdge, mapEdge, mapEdge), 4, t.surface, t.line);
    paintSmall(all);
    const QSizeF inSight = place.inSight(view.zoom);
    const QSizeF box =
        QSizeF(inSight.width() * all.width(), inSight.height() * all.height()).expandedTo(QSizeF(minBox, minBox));
    QRectF seen(QPointF(0, 0), box);
    seen.moveCenter(QPointF(all.left() + view.centre.x() * all.width(), all.top() + view.centre.y() * all.height()));
    // Two lines, dark and bright: one of them stands out from any picture.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 1));
    painter.drawRect(seen.adjusted(-0.5, -0.5, 0.5, 0.5));
    painter.setPen(QPen(Qt::white, 1));
    painter.drawRect(seen.adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace lightwell::overlay
