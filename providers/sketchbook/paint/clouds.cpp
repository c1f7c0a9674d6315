// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/sky.h"

#include <cmath>

namespace lightwell::sketchbook {

namespace {

/// A heap of rounds on a flat foot.
QPainterPath heap(const QPointF &foot, double width, double height, Dice &dice)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const int count = dice.whole(6, 10);
    for (int i = 0; i < count; ++i) {
        const double t = (i + 0.5) / count;
        const double dome = std::sin(t * M_PI);
        const double r = height * (0.22 + 0.34 * dome) * dice.between(0.75, 1.15);
        path.addEllipse(foot + QPointF((t - 0.5) * width, -r * 0.55 - dome * height * dice.between(0.1, 0.42)), r * 1.2,
                        r);
    }
    QPainterPath cut;
    cut.addRect(QRectF(foot.x() - width, foot.y() - height * 2, width * 2, height * 2));
    // Outlines are joined at a size at which curves stay curves.
    const QTransform large = QTransform::fromScale(2000, 2000);
    return large.inverted().map(large.map(path).simplified().intersected(large.map(cut)));
}

void paintHeap(Canvas &canvas, const QPointF &foot, double width, double height, double depth, Dice &dice)
{
    const Light &light = canvas.light();
    const bool heavy = canvas.scene().weather == Weather::Storm || canvas.scene().weather == Weather::Rain;
    const QColor high =
        heavy ? mix(light.lower, light.zenith, 0.35) : mix(light.disc, light.lower, light.night ? 0.86 : 0.22);
    const QColor low = mix(light.upper, light.lower, heavy ? 0.2 : 0.65);
    const QPainterPath path = heap(foot, width, height, dice);
    const double alpha = (light.night ? 0.5 : 0.85) * (1 - 0.4 * depth);
    canvas.fillDown(path, foot.y() - height, foot.y(),
                    {{0, withAlpha(mix(high, light.haze, depth * 0.4), alpha)},
                     {0.6, withAlpha(mix(high, low, 0.6), alpha * 0.9)},
                     {1, withAlpha(low, alpha * 0.25)}});
}

/// Long thin veils, lit from below when the sun is low.
void paintVeils(Canvas &canvas, int count, Dice &dice)
{
    const Light &light = canvas.light();
    for (int i = 0; i < count; ++i) {
        const double t = dice.unit();
        const double y = canvas.scene().horizon * (0.16 + 0.74 * t);
        const double width = canvas.w() * dice.between(0.18, 0.55) * (0.6 + 0.5 * t);
        const double thick = canvas.u() * dice.between(0.006, 0.018) * (1.3 - 0.6 * t);
        const double x = dice.between(-0.1, 1.1) * canvas.w();
        Points points;
        const int steps = 9;
        for (int k = 0; k <= steps; ++k) {
            const double s = double(k) / steps;
            points.append({x + (s - 0.5) * width, y - thick * std::sin(s * M_PI) * dice.between(0.5, 1.2)});
        }
        for (int k = steps; k >= 0; --k) {
            const double s = double(k) / steps;
            points.append({x + (s - 0.5) * width, y + thick * 0.4 * std::sin(s * M_PI) * dice.between(0.3, 1.1)});
        }
        const QColor lit = mix(light.glow, light.disc, 0.25);
        const QColor colour = mix(lit, light.upper, light.night ? 0.8 : dice.between(0.05, 0.55));
        canvas.fill(blob(points), withAlpha(colour, dice.between(0.25, 0.6)));
    }
}

} // namespace

void paintClouds(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(120);
    const bool heavy = scene.weather == Weather::Storm || scene.weather == Weather::Rain;
    if (scene.weather == Weather::Clear || scene.weather == Weather::Fog || scene.weather == Weather::Aurora) {
        return;
    }
    const bool low = scene.hour == Hour::Dusk || scene.hour == Hour::Dawn || scene.hour == Hour::Twilight;
    if (low || scene.light.night) {
        paintVeils(canvas, dice.whole(5, 10), dice);
        if (scene.weather == Weather::None) {
            return;
        }
    }
    const int rows = scene.weather == Weather::Cloudy || heavy ? 3 : 2;
    for (int row = 0; row < rows; ++row) {
        const double depth = 1 - double(row) / rows;
        const double y = scene.horizon * (heavy ? 0.55 - 0.24 * row : 0.86 - 0.27 * row);
        const int count = heavy ? 7 : scene.weather == Weather::Cloudy ? 5 : dice.whole(1, 3);
        for (int i = 0; i < count; ++i) {
            const double size = canvas.u() * (heavy ? 0.42 : 0.3) * (1.2 - 0.75 * depth) * dice.between(0.7, 1.25);
            const QPointF foot(dice.between(-0.05, 1.05) * scene.w(), y + dice.bell() * 0.05 * scene.horizon);
            paintHeap(canvas, foot, size * 1.5, size * 0.42, depth, dice);
        }
    }
}

} // namespace lightwell::sketchbook
