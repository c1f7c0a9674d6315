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

/// A low island in the middle distance, with a beach, its palms and whatever stands there.
void paintIsle(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(335);
    const double sea = scene.horizon + (scene.h() - scene.horizon) * 0.3;
    const double half = 0.42 * scene.unit();
    const double x0 = scene.w() * 0.5 + (scene.hero - scene.w() * 0.5) * 0.5;
    Points beach;
    Points crest;
    const quint64 seed = dice.next() % 9999;
    for (int i = 0; i <= 60; ++i) {
        const double t = i / 60.0;
        const double x = x0 + (t * 2 - 1) * half;
        const double dome = std::sin(t * M_PI);
        beach.append({x0 + (t * 2 - 1) * half * 1.16, sea - 0.035 * scene.unit() * std::pow(dome, 0.7)});
        crest.append(
            {x, sea - 0.012 - scene.unit() * (0.13 * std::pow(dome, 1.6) * (0.7 + 0.6 * layered(t * 4, seed, 3)))});
    }
    const QColor sand = canvas.on(rgb(0xf0d6a0), 0.12);
    const QColor green = canvas.on(groundColour(scene), 0.15);
    canvas.fillDown(bank(crest, sea, true), sea - 0.18 * scene.unit(), sea,
                    {{0, lighter(green, 0.05)}, {1, lighter(green, -0.09)}});
    canvas.fillDown(bank(beach, sea + 0.012, true), sea - 0.04 * scene.unit(), sea + 0.012,
                    {{0, lighter(sand, 0.04)}, {1, lighter(sand, -0.05)}});
    canvas.stroke(flow({{x0 - half * 1.2, sea + 0.012}, {x0, sea + 0.016}, {x0 + half * 1.2, sea + 0.012}}),
                  withAlpha(mix(canvas.light().glow, rgb(0xffffff), 0.5), 0.6), 0.004);
    QList<Mention> residents = scene.builds;
    for (const Mention &mention : scene.near) {
        residents.append(mention);
    }
    if (residents.isEmpty()) {
        residents.append({scene.wintry() ? Subject::Pine : Subject::Palm, 3, std::nullopt});
    }
    double x = x0;
    for (const Mention &mention : std::as_const(residents)) {
        drawGroup(canvas, mention, {QPointF(x, sea), 0.75, 0.1, 0.2}, crest);
        x = x0 + (x <= x0 ? half * 0.5 : -half * 0.5);
    }
}

/// Sand in front, with the last thin wave on it.
void paintBeach(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(337);
    const quint64 seed = dice.next() % 9999;
    const double tilt = dice.between(-0.06, 0.06);
    Points edge;
    for (int i = 0; i <= 50; ++i) {
        const double t = i / 50.0;
        edge.append({(t * 1.1 - 0.05) * scene.w(),
                     scene.h() * 0.87 + tilt * (t - 0.5) - 0.04 * (layered(t * 3, seed, 2) - 0.5)});
    }
    const QColor sand = canvas.on(scene.wintry() ? rgb(0xe6edf3) : rgb(0xe9cf9c), 0.03);
    const QColor foam = mix(scene.light.glow, rgb(0xffffff), 0.5);
    for (int i = 3; i > 0; --i) {
        canvas.stroke(flow(edge).translated(0, -0.014 * i), withAlpha(foam, 0.16 + 0.1 * (3 - i)), 0.006);
    }
    canvas.fillDown(bank(edge, scene.h() + 0.02, true), scene.h() * 0.84, scene.h(),
                    {{0, lighter(sand, -0.08)}, {0.3, sand}, {1, lighter(sand, 0.02)}});
    canvas.stroke(flow(edge), withAlpha(foam, 0.8), 0.005);
}

/// Crests of a heavy sea, one row before the other, with foam.
void paintSwell(Canvas &canvas, double top)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(336);
    constexpr int rows = 6;
    for (int row = 0; row < rows; ++row) {
        const double t = (row + 0.5) / rows;
        const double y = top + (scene.h() * 1.04 - top) * t;
        const double length = 0.1 + 0.32 * t;
        const double high = 0.012 + 0.05 * t;
        const double shift = dice.unit() * length;
        const quint64 seed = dice.next() % 9999;
        Points crest;
        for (double x = -0.05; x < scene.w() + 0.05; x += length / 14) {
            const double phase = std::abs(std::fmod((x + shift) / length + 10, 1.0) - 0.5) * 2;
            crest.append({x, y - high * std::pow(phase, 1.7) * (0.5 + noise(x / length, seed))});
        }
        const QColor water = mix(canvas.on(rgb(0x2f6076), 0.5 * (1 - t)), scene.light.shade, 0.15 + 0.3 * t);
        canvas.fillDown(bank(crest, scene.h() + 0.02, true), y - high, y + high * 2,
                        {{0, withAlpha(lighter(water, 0.1), 0.95)}, {1, withAlpha(lighter(water, -0.04), 0.8)}});
        canvas.stroke(flow(crest), withAlpha(mix(scene.light.glow, rgb(0xffffff), 0.5), 0.25 + 0.35 * t),
                      0.0012 + 0.002 * t);
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
    const bool left = scene.hero < scene.w() / 2;
    const bool open = scene.place == Place::Sea;
    if (!open || dice.chance(0.5)) {
        paintRange(
            canvas,
            {scene.horizon + 0.01, 0.1 * scene.h(), 0.5, 0.85, rgb(0x5d7282), dice.chance(0.6), 0, scene.horizon, 330});
        paintHaze(canvas, scene.horizon - 0.1, scene.horizon + 0.005, 0.6);
    }
    paintFlyers(canvas);
    Water water;
    water.top = scene.horizon;
    water.bottom = scene.h() + 0.01;
    water.mirror = 0.35;
    water.roughness = scene.weather == Weather::Storm || scene.weather == Weather::Wind ? 1.3 : 0.7;
    paintWater(canvas, water);
    const bool heavy = water.roughness > 1;
    if (heavy) {
        paintSwell(canvas, scene.horizon);
    }
    if (scene.place == Place::Island) {
        paintIsle(canvas);
    }
    paintVessels(canvas, scene.horizon, 1.0);
    const bool standing = scene.place != Place::Island && (!scene.builds.isEmpty() || scene.place == Place::Coast);
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
    }
    if (scene.weather == Weather::Fog) {
        paintHaze(canvas, scene.horizon - 0.12, scene.horizon + 0.14, 0.75);
    }
    if (!scene.near.isEmpty() && scene.place != Place::Island) {
        paintBeach(canvas);
    } else if (scene.place == Place::Coast) {
        paintRocks(canvas, scene.h() * 0.94, !left);
    }
    if (scene.place != Place::Island) {
        paintNear(canvas, scene.h() * 0.945, 0.02, 0.9);
    }
}

} // namespace lightwell::sketchbook
