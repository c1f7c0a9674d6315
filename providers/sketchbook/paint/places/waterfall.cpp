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

/// A wall of rock across the picture, lower where the water comes over it.
Points paintWall(Canvas &canvas, double fall, double half, double top, double foot)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(420);
    const quint64 seed = dice.next() % 9999;
    Points crest;
    constexpr int steps = 80;
    for (int i = 0; i <= steps; ++i) {
        const double x = (double(i) / steps * 1.1 - 0.05) * scene.w();
        const double away = std::max(0.0, std::abs(x - fall) - half);
        const double rise = (1 - std::exp(-away * 7)) * 0.17 * scene.unit();
        crest.append({x, top - rise - away * 0.5 * scene.unit() * (layered(x * 6, seed, 3) - 0.42)});
    }
    const QPainterPath body = bank(crest, foot, false);
    const QColor stone = canvas.on(scene.wintry() ? rgb(0x9aa6b4) : rgb(0x6f6a62), 0.3);
    canvas.fillDown(body, top - 0.2, foot,
                    {{0, lighter(stone, 0.05)}, {1, mix(lighter(stone, -0.09), canvas.light().haze, 0.15)}});
    QPainter &painter = canvas.painter();
    painter.save();
    painter.setClipPath(body);
    for (int i = 0; i < 130; ++i) {
        const double x = dice.between(-0.02, 1.02) * scene.w();
        const double y = dice.between(top - 0.2, foot);
        const double size = dice.between(0.02, 0.07);
        const QColor facet =
            dice.chance(0.5) ? lighter(stone, 0.05) : mix(lighter(stone, -0.07), canvas.light().shade, 0.35);
        canvas.fill(polygon({{x, y - size},
                             {x + size * 0.35, y - size * 0.1},
                             {x + size * 0.2, y + size},
                             {x - size * 0.3, y + size * 0.4}}),
                    withAlpha(facet, 0.5));
    }
    painter.restore();
    return crest;
}

/// The water itself: bright threads side by side, fading into spray.
void paintFall(Canvas &canvas, double x, double half, double top, double foot)
{
    Dice dice = canvas.dice(421);
    const Light &light = canvas.light();
    const QColor water = mix(canvas.on(rgb(0xeaf4f8), 0.1), light.glow, 0.2);
    QPainterPath body;
    body.moveTo(x - half, top);
    body.quadTo(x, top + 0.012, x + half, top);
    body.cubicTo(x + half * 1.05, top + 0.1, x + half * 1.2, foot - 0.1, x + half * 1.35, foot);
    body.lineTo(x - half * 1.35, foot);
    body.cubicTo(x - half * 1.2, foot - 0.1, x - half * 1.05, top + 0.1, x - half, top);
    canvas.fillDown(body, top, foot,
                    {{0, mix(water, light.upper, 0.42)}, {0.25, mix(water, light.upper, 0.16)}, {1, water}});
    for (int i = 0; i < 130; ++i) {
        const double lane = dice.between(-1, 1);
        const double from = top + (foot - top) * std::pow(dice.unit(), 1.4) * 0.85;
        const double length = (foot - top) * dice.between(0.08, 0.4);
        const double to = std::min(foot, from + length);
        const auto at = [&](double y) { return x + half * lane * (1 + 0.35 * std::pow((y - top) / (foot - top), 2)); };
        const bool bright = dice.chance(0.6);
        canvas.stroke(flow({{at(from), from}, {at((from + to) / 2), (from + to) / 2}, {at(to), to}}),
                      withAlpha(bright ? rgb(0xffffff) : mix(light.upper, light.shade, 0.25), bright ? 0.55 : 0.3),
                      dice.between(0.001, 0.004));
    }
    for (int i = 0; i < 26; ++i) {
        canvas.glow({x + dice.bell() * half * 2.2, foot - 0.01 + dice.bell() * 0.03}, dice.between(0.05, 0.13), water,
                    0.34);
    }
}

void paintBoulders(Canvas &canvas, double y, double fall, Dice dice)
{
    const QColor stone = canvas.on(rgb(0x6a645d), 0.08);
    for (int i = 0; i < 22; ++i) {
        const double side = i % 2 == 0 ? 1 : -1;
        const double x = fall + side * dice.between(0.14, 0.62) * canvas.w();
        const double size = dice.between(0.02, 0.06);
        const double base = y + dice.between(-0.01, 0.05);
        const QColor tone = mix(lighter(stone, dice.bell() * 0.05), canvas.light().shade, 0.2);
        canvas.fillDown(blob({{x - size, base},
                              {x - size * 0.7, base - size * 0.6},
                              {x, base - size * 0.8},
                              {x + size * 0.8, base - size * 0.5},
                              {x + size, base},
                              {x, base + size * 0.3}}),
                        base - size, base + size * 0.3, {{0, lighter(tone, 0.08)}, {1, lighter(tone, -0.06)}});
    }
}

} // namespace

void paintWaterfall(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    const double u = scene.unit();
    const bool jungle = scene.reading.speaksOf(Place::Jungle);
    const QColor ground = jungle ? rgb(0x3f8f4f) : groundColour(scene);
    const double foot = scene.h() * 0.69;
    const double top = scene.h() * 0.27;
    const double half = 0.085 * u;
    const double fall = scene.w() / 2 + (scene.w() / 2 - scene.hero) * 0.45;
    paintSky(canvas);
    paintRange(canvas, {top + 0.02, 0.22 * u, 0.5, 0.8, rgb(0x6a7f96), !jungle, scene.wintry() ? 0.7 : 0.2, -1, 425});
    paintHaze(canvas, top - 0.12, top + 0.06, 0.5);
    const Points crest = paintWall(canvas, fall, half, top, foot + 0.02);
    Points woods;
    for (const QPointF &point : crest) {
        if (std::abs(point.x() - fall) > half * 1.2) {
            woods.append(point);
        } else {
            woods.append(point + QPointF(0, 2)); // no tree grows in the water
        }
    }
    Dice dice = canvas.dice(426);
    for (int i = 0; i < 60; ++i) {
        const double x = dice.between(-0.02, 1.02) * scene.w();
        Pose pose;
        pose.size = u * dice.between(0.07, 0.15);
        pose.foot = QPointF(x, heightAt(woods, x) + pose.size * 0.08);
        pose.depth = 0.34;
        pose.part = 4300 + static_cast<quint64>(i);
        if (pose.foot.y() < foot) {
            drawSubject(canvas,
                        jungle && dice.chance(0.4)       ? Subject::Palm
                            : jungle || dice.chance(0.3) ? Subject::Tree
                                                         : Subject::Pine,
                        pose);
        }
    }
    for (int i = 0; i < 120; ++i) {
        const double x = dice.between(-0.02, 1.02) * scene.w();
        const double away = std::abs(x - fall);
        if (away > half * 1.7) {
            const double y = heightAt(crest, x) + (foot - heightAt(crest, x)) * std::pow(dice.unit(), 1.6);
            canvas.oval({x, y}, dice.between(0.012, 0.035), dice.between(0.008, 0.02),
                        withAlpha(canvas.on(lighter(ground, dice.bell() * 0.07), 0.28), 0.85));
        }
    }
    paintFall(canvas, fall, half, top, foot);
    paintFlyers(canvas);
    paintWater(canvas, {foot, scene.h() + 0.01, 0.62, 0.4, rgb(0x2f7a86)});
    for (int i = 0; i < 12; ++i) {
        canvas.glow({fall + dice.bell() * half * 2, foot + dice.between(0, 0.03)}, dice.between(0.04, 0.1),
                    rgb(0xffffff), 0.2);
    }
    paintBoulders(canvas, foot + 0.01, fall, canvas.dice(427));
    double x = scene.hero;
    for (const Mention &mention : scene.water) {
        drawGroup(canvas, mention, {QPointF(x, foot + (scene.h() - foot) * 0.45), 0.8, 0.05, 0.2});
    }
    for (const Mention &mention : scene.builds) {
        drawGroup(canvas, mention, {QPointF(x, foot + 0.01), 0.8, 0.15, 0.2});
        x = scene.w() - x;
    }
    const double shore = scene.h() * 0.94;
    if (!scene.near.isEmpty()) {
        paintRange(canvas, {shore, 0.05, 0.7, 0.03, lighter(ground, -0.06), false, 0, -1, 428});
    }
    paintNear(canvas, scene.h() * 0.955, 0.0, 0.9);
    if (jungle) {
        paintFronds(canvas);
    }
    paintGrass(canvas, scene.h() + 0.01, 0.07 * u, mix(canvas.on(ground, 0), scene.light.shade, 0.5), canvas.dice(429));
}

} // namespace lightwell::sketchbook
