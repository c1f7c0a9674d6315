// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/places/places.h"

#include <cmath>

namespace lightwell::sketchbook {

namespace {

/// A palm leaf from its stem to its tip: a rib with fingers on both sides.
void paintFrond(Canvas &canvas, const QPointF &stem, double angle, double length, const QColor &colour)
{
    const QPointF along(std::cos(angle), std::sin(angle));
    const QPointF across(-along.y(), along.x());
    const auto rib = [&](double t) { return stem + along * length * t + QPointF(0, length * 0.28 * t * t); };
    for (const double side : {-1.0, 1.0}) {
        const QColor tone = lighter(colour, side * 0.025);
        for (int i = 1; i < 15; ++i) {
            const double t = i / 15.0;
            const double reach = length * 0.36 * std::sin(std::min(1.0, t * 1.15) * M_PI * 0.92 + 0.12);
            const QPointF tip = rib(t) + across * side * reach + along * reach * 0.55 + QPointF(0, reach * 0.25);
            const QPointF wide = along * length * 0.034;
            QPainterPath finger;
            finger.moveTo(rib(t) - wide);
            finger.quadTo((rib(t) + tip) / 2 - wide * 0.6, tip);
            finger.quadTo((rib(t) + tip) / 2 + wide * 1.2, rib(t) + wide);
            finger.closeSubpath();
            canvas.fill(finger, tone);
        }
    }
    canvas.stroke(flow({rib(0), rib(0.35), rib(0.7), rib(1)}), lighter(colour, 0.07), length * 0.014);
}

/// A broad leaf with holes in its edge.
void paintBroadLeaf(Canvas &canvas, const QPointF &stem, double angle, double size, const QColor &colour)
{
    QPainter &painter = canvas.painter();
    painter.save();
    painter.translate(stem);
    painter.rotate(angle * 180 / M_PI);
    painter.scale(size, size);
    for (const double side : {-1.0, 1.0}) {
        Points half {{0, 0}};
        constexpr int lobes = 6;
        for (int i = 0; i < lobes; ++i) {
            const double t = (i + 0.5) / lobes;
            const double reach = 0.46 * std::sin(std::pow(t, 0.75) * M_PI);
            half.append({t - 0.05, side * reach});
            half.append({t + 0.02, side * reach * 0.96});
            half.append({t + 0.05, side * reach * 0.5});
        }
        half.append({1.04, 0});
        canvas.fill(blob(half), lighter(colour, side * 0.03));
    }
    canvas.stroke(flow({{-0.3, 0.05}, {0, 0}, {1, 0}}), lighter(colour, 0.09), 0.022);
    painter.restore();
}

} // namespace

void paintFronds(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(430);
    const double u = scene.unit();
    const auto green = [&](double dark) {
        const quint32 greens[] = {0x2f8a4a, 0x3f9f55, 0x1f7355, 0x5aa84a};
        return mix(canvas.on(rgb(greens[dice.whole(0, 3)]), 0), scene.light.shade, dark);
    };
    for (int i = 0; i < 7; ++i) {
        const double x = dice.between(0.05, 0.95) * scene.w();
        const double drop = scene.h() * dice.between(0.18, 0.5);
        canvas.stroke(flow({{x, -0.02}, {x + dice.bell() * 0.03, drop * 0.5}, {x + dice.bell() * 0.05, drop}}),
                      green(0.35), dice.between(0.003, 0.006));
    }
    for (const double side : {0.0, 1.0}) {
        const double out = side > 0.5 ? M_PI : 0;
        for (int i = 0; i < 5; ++i) {
            const QPointF stem(side * scene.w() + (side > 0.5 ? 0.03 : -0.03), scene.h() * dice.between(0.0, 0.42));
            paintFrond(canvas, stem, out + (side > 0.5 ? -1 : 1) * dice.between(-0.1, 0.6),
                       u * dice.between(0.26, 0.42), green(dice.between(0.15, 0.5)));
        }
        for (int i = 0; i < 5; ++i) {
            const QPointF stem(side * scene.w() + (side > 0.5 ? -1 : 1) * dice.between(-0.02, 0.22) * u,
                               scene.h() * dice.between(0.98, 1.05));
            paintBroadLeaf(canvas, stem, -M_PI / 2 + dice.bell() * 0.8, u * dice.between(0.16, 0.28),
                           green(dice.between(0.1, 0.4)));
        }
    }
}

} // namespace lightwell::sketchbook
