// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/art/noise.h"
#include "providers/sketchbook/paint/cast.h"
#include "providers/sketchbook/paint/land.h"
#include "providers/sketchbook/paint/places/places.h"
#include "providers/sketchbook/paint/sky.h"
#include "providers/sketchbook/paint/water.h"

#include <cmath>

namespace lightwell::sketchbook {

namespace {

QColor rock(const Scene &scene)
{
    return scene.wintry() ? rgb(0xaab4c0) : rgb(0x6d625c);
}

/// A headland from one side: grass on top, faceted rock down to the water.
Points paintHeadland(Canvas &canvas, double reach, double top, double sea, bool left)
{
    Dice dice = canvas.dice(300);
    const Scene &scene = canvas.scene();
    const quint64 seed = dice.next() % 10000;
    const double edge = left ? -0.03 : scene.w() + 0.03;
    Points crest;
    constexpr int steps = 46;
    for (int i = 0; i <= steps; ++i) {
        const double t = double(i) / steps;
        const double x = edge + (reach - edge) * t;
        crest.append({x, top + 0.05 * (layered(t * 4, seed, 3) - 0.5) - 0.03 * std::sin(t * M_PI)});
    }
    Points cliff = crest;
    double x = reach;
    double y = crest.last().y();
    const double away = left ? 1 : -1;
    while (y < sea) {
        x += away * dice.between(-0.006, 0.03);
        y += dice.between(0.012, 0.035);
        cliff.append({x, std::min(y, sea)});
    }
    for (int i = 1; i < 6; ++i) {
        cliff.append({x + away * 0.016 * i, sea + dice.between(-0.006, 0.006)});
    }
    cliff.append({edge, sea + 0.05});
    const QPainterPath body = polygon(cliff);
    const QColor stone = canvas.on(rock(scene), 0.12);
    canvas.fillDown(
        body, top, sea,
        {{0, lighter(stone, 0.03)}, {0.75, lighter(stone, -0.07)}, {1, mix(stone, canvas.light().haze, 0.3)}});
    QPainter &painter = canvas.painter();
    painter.save();
    painter.setClipPath(body);
    const double lit = canvas.sunSide(reach);
    for (int i = 0; i < 46; ++i) {
        const double fx = edge + (x - edge) * dice.unit();
        const double fy = top + (sea - top) * dice.between(0.1, 1.0);
        const double size = dice.between(0.02, 0.075);
        const QColor facet =
            dice.chance(0.5) ? lighter(stone, 0.06) : mix(lighter(stone, -0.08), canvas.light().shade, 0.3);
        canvas.fill(polygon({{fx, fy - size},
                             {fx + size * 0.4 * lit, fy - size * 0.2},
                             {fx + size * 0.25, fy + size * 0.8},
                             {fx - size * 0.3, fy + size * 0.3}}),
                    withAlpha(facet, 0.5));
    }
    const QColor grass = canvas.on(groundColour(scene), 0.1);
    Points turf = crest;
    for (qsizetype i = crest.size() - 1; i >= 0; --i) {
        turf.append(crest.at(i) + QPointF(0, dice.between(0.012, 0.05)));
    }
    canvas.fillDown(polygon(turf), top - 0.03, top + 0.06, {{0, lighter(grass, 0.05)}, {1, lighter(grass, -0.06)}});
    painter.restore();
    for (int i = 0; i < 40; ++i) {
        const double fx = edge + (x + away * 0.05 - edge) * dice.unit();
        canvas.oval({fx, sea + dice.between(-0.003, 0.012)}, dice.between(0.006, 0.03), dice.between(0.0012, 0.003),
                    withAlpha(mix(canvas.light().glow, rgb(0xffffff), 0.35), 0.55));
    }
    return crest;
}

void paintRocks(Canvas &canvas, double y, bool left)
{
    Dice dice = canvas.dice(310);
    const QColor stone = canvas.on(rock(canvas.scene()), 0);
    for (int row = 0; row < 3; ++row) {
        for (int i = 0; i < 6; ++i) {
            const double spread = 0.6 - row * 0.1;
            const double x =
                left ? dice.between(-0.08, spread) * canvas.w() : canvas.w() - dice.between(-0.08, spread) * canvas.w();
            const double size = dice.between(0.05, 0.13) * (0.6 + row * 0.3);
            const double base = y + row * 0.055 * canvas.h();
            const Points points {{x - size, base + size * 0.5},
                                 {x - size * 0.75, base - size * dice.between(0.1, 0.35)},
                                 {x - size * 0.2, base - size * dice.between(0.45, 0.7)},
                                 {x + size * 0.4, base - size * dice.between(0.25, 0.5)},
                                 {x + size * 0.9, base - size * 0.02},
                                 {x + size, base + size * 0.5}};
            const QColor tone = mix(lighter(stone, 0.03 - row * 0.05), canvas.light().shade, 0.25 + row * 0.18);
            canvas.fillDown(polygon(points), base - size * 0.6, base + size * 0.5,
                            {{0, lighter(tone, 0.07)}, {1, lighter(tone, -0.05)}});
            canvas.fill(polygon({points.at(2),
                                 points.at(3),
                                 points.at(4),
                                 {x + size * 0.2, base + size * 0.5},
                                 {x - size * 0.05, base - size * 0.1}}),
                        withAlpha(canvas.light().shade, 0.3));
        }
    }
}

void paintVessels(Canvas &canvas, double waterline, double scale)
{
    const Scene &scene = canvas.scene();
    double x = scene.builds.isEmpty() && scene.near.isEmpty() ? scene.hero : scene.w() - scene.hero;
    for (const Mention &mention : scene.water) {
        Spot spot;
        spot.foot = QPointF(x, waterline + (scene.h() - waterline) * 0.24);
        spot.scale = scale;
        spot.depth = 0.12;
        drawGroup(canvas, mention, spot);
        x = scene.w() - x;
    }
}

} // namespace

void paintCoast(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(320);
    paintSky(canvas);
    paintFlyers(canvas);
    const bool left = scene.hero < scene.w() / 2;
    const bool open = scene.place == Place::Sea;
    if (!open || dice.chance(0.5)) {
        paintRange(
            canvas,
            {scene.horizon + 0.01, 0.1 * scene.h(), 0.5, 0.85, rgb(0x5d7282), dice.chance(0.6), 0, scene.horizon, 330});
        paintHaze(canvas, scene.horizon - 0.1, scene.horizon + 0.005, 0.6);
    }
    Water water;
    water.top = scene.horizon;
    water.mirror = 0.35;
    water.roughness = scene.weather == Weather::Storm || scene.weather == Weather::Wind ? 1.3 : 0.7;
    paintWater(canvas, water);
    if (scene.place == Place::Island) {
        const Points crest = paintRange(
            canvas, {scene.horizon + 0.02, 0.16, 0.35, 0.45, groundColour(scene), false, 0, scene.horizon + 0.03, 335});
        static_cast<void>(crest);
    }
    paintVessels(canvas, scene.horizon, 1.0);
    const bool standing = !scene.builds.isEmpty() || scene.place == Place::Coast;
    if (standing) {
        const double top = scene.horizon - dice.between(0.0, 0.05);
        const double sea = scene.horizon + (scene.h() - scene.horizon) * 0.42;
        const double reach = left ? scene.hero + 0.16 : scene.hero - 0.16;
        const Points crest = paintHeadland(canvas, reach, top, sea, left);
        Points ordered = crest;
        if (!left) {
            std::reverse(ordered.begin(), ordered.end());
        }
        double x = scene.hero;
        for (const Mention &mention : scene.builds) {
            Spot spot;
            spot.foot = QPointF(x, top);
            spot.depth = 0.1;
            drawGroup(canvas, mention, spot, ordered);
            x += left ? -0.22 : 0.22;
        }
        Scene rest = scene;
        static_cast<void>(rest);
    }
    if (scene.weather == Weather::Fog) {
        paintHaze(canvas, scene.horizon - 0.12, scene.horizon + 0.14, 0.75);
    }
    if (scene.place == Place::Coast || !scene.near.isEmpty()) {
        paintRocks(canvas, scene.h() * 0.94, !left);
    }
    paintNear(canvas, scene.h() * 0.93, 0.02, 0.9);
}

} // namespace lightwell::sketchbook
