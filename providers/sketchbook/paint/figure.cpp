// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/figure.h"

namespace lightwell::sketchbook {

Figure::Figure(Canvas &canvas, const Pose &pose)
    : m_canvas(canvas)
    , m_pose(pose)
    , m_dice(canvas.dice(pose.part + 5000))
    , m_light(canvas.light())
    , m_side(canvas.sunSide(pose.foot.x()) * (pose.mirrored ? -1 : 1))
{
    // Who the picture is about keeps their own colours; trees and the like take those of the land.
    m_light.tinting *= pose.hero ? 0 : 0.75;
    if (pose.hero) {
        m_light.backlight *= 0.6;
        m_light.exposure = std::max(m_light.exposure, m_light.night ? 0.56 : 0.76);
    }
    QPainter &painter = canvas.painter();
    painter.save();
    painter.translate(pose.foot);
    painter.scale(pose.mirrored ? -pose.size : pose.size, pose.size);
}

Figure::~Figure()
{
    m_canvas.painter().restore();
}

void Figure::shape(const QPainterPath &path, const QColor &surface)
{
    const QRectF bounds = path.boundingRect();
    // Something white in the snow shows by its shadows.
    const bool pale = m_pose.hero && m_canvas.scene().wintry() && toLch(surface).lightness > 0.86;
    const QColor base = pale ? mix(tone(surface), rgb(0x6f86ad), 0.2) : tone(surface);
    const QColor lit = lighter(base, 0.045);
    const QColor dark = mix(lighter(base, -0.075), m_canvas.light().shade, 0.14);
    QLinearGradient gradient(m_side < 0 ? bounds.left() : bounds.right(), bounds.top(),
                             m_side < 0 ? bounds.right() : bounds.left(), bounds.bottom());
    gradient.setStops({{0, lit}, {0.4, base}, {1, dark}});
    if (pale) {
        gradient.setStops({{0, mix(base, rgb(0xffffff), 0.45)}, {0.45, base}, {1, mix(base, rgb(0x40557f), 0.5)}});
        m_canvas.stroke(path, mix(base, rgb(0x40557f), 0.55), 0.012);
    }
    m_canvas.fill(path, gradient);
}

void Figure::oval(double x, double y, double rx, double ry, const QColor &surface)
{
    QPainterPath path;
    path.addEllipse(QPointF(x, y), rx, ry);
    shape(path, surface);
}

void Figure::box(double x, double y, double width, double height, const QColor &surface)
{
    QPainterPath path;
    path.addRect(x, y, width, height);
    shape(path, surface);
}

void Figure::line(const Points &points, const QColor &surface, double width)
{
    m_canvas.stroke(flow(points), tone(surface), width);
}

void Figure::flat(const QPainterPath &path, const QColor &colour)
{
    m_canvas.fill(path, colour);
}

void Figure::flatOval(double x, double y, double rx, double ry, const QColor &colour)
{
    m_canvas.oval({x, y}, rx, ry, colour);
}

void Figure::window(double x, double y, double width, double height)
{
    QPainterPath path;
    path.addRect(x, y, width, height);
    const bool lit = night() || m_canvas.light().backlight > 0.5;
    if (lit) {
        m_canvas.glow({x + width / 2, y + height / 2}, std::max(width, height) * 2.6, rgb(0xffb84d), 0.5);
        flat(path, rgb(0xffdc8a));
    } else {
        flat(path, tone(rgb(0x4a5d6d)));
    }
}

void Figure::glow(double x, double y, double radius, const QColor &colour, double strength)
{
    m_canvas.glow({x, y}, radius, colour, strength);
}

void Figure::shadow(double width, double strength)
{
    QRadialGradient gradient(QPointF(0, 0), width);
    const QColor shade = m_canvas.light().shade;
    gradient.setStops(
        {{0, withAlpha(shade, strength)}, {0.6, withAlpha(shade, strength * 0.5)}, {1, withAlpha(shade, 0)}});
    QPainter &painter = m_canvas.painter();
    painter.save();
    painter.translate(-m_side * width * 0.25, 0);
    painter.scale(1, 0.16);
    m_canvas.oval({0, 0}, width, width, gradient);
    painter.restore();
}

} // namespace lightwell::sketchbook
