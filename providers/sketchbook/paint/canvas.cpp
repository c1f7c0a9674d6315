// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/canvas.h"

#include <cmath>

namespace lightwell::sketchbook {

Canvas::Canvas(QImage &image, const Scene &scene, const Ticker &ticker)
    : m_image(image)
    , m_scene(scene)
    , m_ticker(ticker)
    , m_scale(image.width() / scene.w())
{
    begin();
}

void Canvas::begin()
{
    m_painter.begin(&m_image);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.scale(m_scale, m_image.height() / m_scene.h());
}

bool Canvas::mayPaint()
{
    constexpr int between = 120;
    if (++m_strokes % between == 0 && !m_stopped) {
        // Nobody knows how many strokes a picture needs; this nears the end without ever claiming it.
        m_stopped = !m_ticker(0.05 + 0.8 * (1 - std::exp(-m_strokes / 1800.0)));
    }
    return !m_stopped;
}

void Canvas::fill(const QPainterPath &path, const QBrush &brush)
{
    if (!mayPaint()) {
        return;
    }
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(brush);
    m_painter.drawPath(path);
}

void Canvas::stroke(const QPainterPath &path, const QColor &colour, double width)
{
    if (!mayPaint()) {
        return;
    }
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.drawPath(path);
    m_painter.setPen(Qt::NoPen);
}

void Canvas::fillDown(const QPainterPath &path, double top, double bottom, const Stops &stops)
{
    QLinearGradient gradient(0, top, 0, bottom);
    setStops(gradient, stops);
    fill(path, gradient);
}

void Canvas::wash(const QRectF &area, const Stops &stops)
{
    QLinearGradient gradient(area.topLeft(), area.bottomLeft());
    setStops(gradient, stops);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(gradient);
    m_painter.drawRect(area);
}

void Canvas::glow(const QPointF &centre, double radius, const QColor &colour, double strength)
{
    if (!mayPaint()) {
        return;
    }
    QRadialGradient gradient(centre, radius);
    QGradientStops stops;
    for (int i = 0; i <= 8; ++i) {
        const double t = i / 8.0;
        stops.append({t, withAlpha(colour, strength * std::pow(1 - t, 2.4))});
    }
    gradient.setStops(stops);
    m_painter.save();
    m_painter.setCompositionMode(QPainter::CompositionMode_Screen);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(gradient);
    m_painter.drawRect(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius));
    m_painter.restore();
}

void Canvas::oval(const QPointF &centre, double rx, double ry, const QBrush &brush)
{
    if (!mayPaint()) {
        return;
    }
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(brush);
    m_painter.drawEllipse(centre, rx, ry);
}

} // namespace lightwell::sketchbook
