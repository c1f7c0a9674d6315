// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/water.h"

#include "providers/sketchbook/art/noise.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace lightwell::sketchbook {

namespace {

/// The rows above the waterline upside down, shifted from row to row as ripples do.
void mirrorRows(Canvas &canvas, const Water &water)
{
    QImage &image = canvas.image();
    const int width = image.width();
    const double scaleY = image.height() / canvas.h();
    const int top = std::clamp(static_cast<int>(std::lround(water.top * scaleY)), 1, image.height());
    const int bottom = std::clamp(static_cast<int>(std::lround(water.bottom * scaleY)), top, image.height());
    const int step = static_cast<int>(image.bytesPerLine() / 4);
    auto *pixels = reinterpret_cast<QRgb *>(image.bits());
    const double stretch = 1.0 + 0.35 * water.roughness;
    for (int y = top; y < bottom; ++y) {
        const double distance = (y - top) / scaleY;
        const double jitter = (noise(distance * 90 / (0.25 + distance * 3), 5) - 0.5) * 0.06 * water.roughness;
        const int source = std::clamp(static_cast<int>(top - 1 - (distance * stretch + jitter) * scaleY), 0, top - 1);
        const double wave = std::sin(distance * 240 / (1 + distance * 7)) * 0.5 + (noise(distance * 60, 9) - 0.5);
        const int shift = static_cast<int>(wave * canvas.scale() * 0.012 * water.roughness * (0.3 + distance * 3));
        const QRgb *from = pixels + std::ptrdiff_t(source) * step;
        QRgb *to = pixels + std::ptrdiff_t(y) * step;
        for (int x = 0; x < width; ++x) {
            to[x] = from[std::clamp(x + shift, 0, width - 1)];
        }
    }
}

void paintRipples(Canvas &canvas, const Water &water)
{
    Dice dice = canvas.dice(200);
    const Light &light = canvas.light();
    const double depth = water.bottom - water.top;
    const int count = static_cast<int>((60 + 190 * water.roughness) * canvas.w());
    for (int i = 0; i < count; ++i) {
        const double t = std::pow(dice.unit(), 1.6);
        const double y = water.top + depth * t;
        const double length = (0.015 + 0.14 * t) * dice.between(0.4, 1.3);
        const double thick = (0.0006 + 0.0042 * t) * dice.between(0.5, 1.1);
        const double x = dice.between(-0.05, 1.05) * canvas.w();
        const bool bright = dice.chance(0.5);
        const QColor colour =
            bright ? mix(light.glow, light.lower, dice.unit()) : mix(canvas.on(water.surface, 0), light.shade, 0.55);
        QPainterPath path;
        path.moveTo(x - length / 2, y);
        path.quadTo(x, y - thick * 2, x + length / 2, y);
        path.quadTo(x, y + thick * 0.6, x - length / 2, y);
        canvas.fill(path, withAlpha(colour, (bright ? 0.26 : 0.3) * (0.45 + 0.55 * (1 - t))));
    }
}

void paintGlitter(Canvas &canvas, const Water &water)
{
    const Scene &scene = canvas.scene();
    if (!scene.sunVisible) {
        return;
    }
    Dice dice = canvas.dice(201);
    const double depth = water.bottom - water.top;
    const double strength = scene.weather == Weather::Fog ? 0.35 : 0.85;
    for (int i = 0; i < 260; ++i) {
        const double t = std::pow(dice.unit(), 1.25);
        const double y = water.top + depth * t;
        const double spread = scene.sunRadius * (0.7 + 2.2 * t * (0.4 + water.roughness));
        const double x = scene.sun.x() + dice.bell() * spread;
        const double length = (0.006 + 0.05 * t) * dice.between(0.4, 1.3);
        const double thick = (0.0007 + 0.0032 * t) * dice.between(0.6, 1.2);
        const QColor colour = mix(canvas.light().disc, canvas.light().glow, dice.unit() * 0.7);
        canvas.oval({x, y}, length, thick, withAlpha(colour, strength * (0.9 - 0.55 * t) * dice.between(0.4, 1)));
    }
}

} // namespace

void paintWater(Canvas &canvas, const Water &water)
{
    canvas.painter().end();
    mirrorRows(canvas, water);
    canvas.begin();
    const QColor deep = mix(canvas.on(water.surface, 0.0), canvas.light().shade, 0.35);
    const QColor far = mix(canvas.on(water.surface, 0.7), canvas.light().lower, 0.35);
    const double own = 1 - water.mirror;
    canvas.wash(QRectF(-0.01, water.top, canvas.w() + 0.02, water.bottom - water.top),
                {{0, withAlpha(far, own * 0.75)},
                 {0.35, withAlpha(mix(far, deep, 0.55), 0.2 + own * 0.7)},
                 {1, withAlpha(deep, 0.45 + own * 0.5)}});
    paintRipples(canvas, water);
    paintGlitter(canvas, water);
    // The line where air and water meet is the brightest and softest of all.
    const QColor line = mix(canvas.light().glow, canvas.light().disc, 0.3);
    canvas.wash(QRectF(-0.01, water.top, canvas.w() + 0.02, 0.012),
                {{0, withAlpha(line, 0.5)}, {1, withAlpha(line, 0)}});
}

} // namespace lightwell::sketchbook
