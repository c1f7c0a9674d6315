// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/chartparts.h"

#include <QPainter>
#include <QPainterPath>

namespace lightwell::chartparts {

namespace {

enum class Pattern { Plain, Slanted, Level, Upright };

struct Look
{
    QColor color;
    Pattern pattern;
};

Look lookOf(int part, const Tokens &t)
{
    switch (part) {
    case 0:
        return {t.accent, Pattern::Plain};
    case 1:
        return {t.info, Pattern::Slanted};
    case 2:
        return {t.ok, Pattern::Level};
    case 3:
        return {mixed(t.info, t.bad, 0.5), Pattern::Upright};
    default:
        return {t.muted, Pattern::Plain};
    }
}

/// Drawn by hand, since a brush with a pattern does not follow the screen's scale.
void paintLines(QPainter *painter, const QRectF &area, Pattern pattern, const QColor &ink)
{
    constexpr double step = 4;
    painter->setPen(QPen(ink, 1.4));
    const double height = area.height();
    switch (pattern) {
    case Pattern::Plain:
        break;
    case Pattern::Slanted:
        for (double x = area.left() - height; x < area.right() + step; x += step + 0.6) {
            painter->drawLine(QPointF(x, area.bottom()), QPointF(x + height, area.top()));
        }
        break;
    case Pattern::Level:
        for (double y = area.bottom() - 2.5; y > area.top(); y -= step) {
            painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        }
        break;
    case Pattern::Upright:
        for (double x = area.left() + 2.5; x < area.right(); x += step) {
            painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        }
        break;
    }
}

} // namespace

void paint(QPainter *painter, const QRectF &area, int part, const Tokens &tokens)
{
    const Look look = lookOf(part, tokens);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    const double radius = area.height() > 4 ? 1.5 : 0;
    shape.addRoundedRect(area, radius, radius);
    painter->fillPath(shape, look.color);
    painter->setClipPath(shape);
    paintLines(painter, area, look.pattern, mixed(tokens.surface, look.color, 0.62));
    painter->restore();
}

void paintHatch(QPainter *painter, const QRectF &area, const QColor &ink, const QColor &ground)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(area, Qt::IntersectClip);
    painter->fillRect(area, ground);
    paintLines(painter, area, Pattern::Slanted, ink);
    painter->restore();
}

} // namespace lightwell::chartparts
