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

void paintTrunks(Canvas &canvas, double depth, double width, int count, double foot, quint64 part)
{
    Dice dice = canvas.dice(part);
    const Scene &scene = canvas.scene();
    const bool birch = scene.season == Season::Autumn || scene.wintry();
    const QColor bark = canvas.on(birch && depth < 0.6 && dice.chance(0.5) ? rgb(0xb8ac9c) : rgb(0x4e3b33), depth);
    for (int i = 0; i < count; ++i) {
        const double x = (i + dice.between(0.1, 0.9)) / count * scene.w();
        // The middle stays open: light and subject live there.
        if (depth < 0.4 && std::abs(x - scene.hero) < 0.15 * scene.unit() + width) {
            continue;
        }
        const double half = width * dice.between(0.55, 1.2) / 2;
        const double lean = dice.bell() * 0.05;
        const double base = foot + dice.bell() * 0.015;
        QPainterPath trunk;
        trunk.moveTo(x - half * 2.2, base + 0.01);
        trunk.quadTo(x - half, base - 0.05, x - half + lean * 0.4, base - 0.3);
        trunk.lineTo(x - half * 0.6 + lean, -0.02);
        trunk.lineTo(x + half * 0.6 + lean, -0.02);
        trunk.lineTo(x + half + lean * 0.4, base - 0.3);
        trunk.quadTo(x + half, base - 0.05, x + half * 2.2, base + 0.01);
        trunk.closeSubpath();
        QLinearGradient gradient(x - half, 0, x + half, 0);
        const bool fromLeft = scene.w() / 2 < x;
        const QColor lit = mix(bark, scene.light.glow, 0.22 * (1 - depth));
        const QColor dark = mix(bark, scene.light.shade, 0.35 * (1 - depth));
        gradient.setStops({{0, fromLeft ? lit : dark}, {1, fromLeft ? dark : lit}});
        canvas.fill(trunk, gradient);
        for (int k = 0; k < 3; ++k) {
            const double y = dice.between(0.05, 0.6) * base;
            const double side = dice.chance(0.5) ? 1 : -1;
            canvas.stroke(flow({{x + lean * 0.6, y},
                                {x + side * width * 0.9, y - width * 0.7},
                                {x + side * width * 1.8, y - width * 1.6}}),
                          bark, half * 0.2);
        }
    }
}

/// Leaves hanging into the picture from above.
void paintCanopy(Canvas &canvas, double depth, double reach, int count, quint64 part)
{
    Dice dice = canvas.dice(part);
    const Scene &scene = canvas.scene();
    const bool palms = scene.place == Place::Jungle;
    for (int i = 0; i < count; ++i) {
        const double x = dice.between(-0.05, 1.05) * scene.w();
        const double edge = std::abs(x / scene.w() - 0.5) * 2;
        const double y = reach * std::pow(dice.unit(), 1.3) * (0.45 + 0.75 * edge);
        const double size = dice.between(0.012, 0.04) * (1.3 - depth);
        const QColor leaf =
            palms ? rgb(dice.pick(QList<quint32> {0x2f7a4a, 0x3f8f4f, 0x1f6a50})) : leafColour(scene, dice);
        const QColor tone =
            mix(canvas.on(lighter(leaf, dice.bell() * 0.06), depth), scene.light.shade, 0.2 * (1 - depth));
        canvas.oval({x, y}, size * 1.4, size, withAlpha(tone, 0.9));
    }
}

void paintShafts(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    if (scene.light.night || scene.weather == Weather::Rain) {
        return;
    }
    Dice dice = canvas.dice(395);
    QPainter &painter = canvas.painter();
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Screen);
    for (int i = 0; i < 6; ++i) {
        const double x = scene.hero + dice.bell() * 0.4;
        const double width = dice.between(0.03, 0.1);
        const double slant = (scene.sun.x() < scene.hero ? 1 : -1) * 0.3;
        QLinearGradient gradient(0, 0, 0, scene.h());
        const QColor ray = mix(scene.light.glow, scene.light.disc, 0.5);
        gradient.setStops({{0, withAlpha(ray, 0.24)}, {0.8, withAlpha(ray, 0.05)}, {1, withAlpha(ray, 0)}});
        canvas.fill(
            polygon(
                {{x - slant, -0.02}, {x - slant + width, -0.02}, {x + width * 2.2, scene.h()}, {x - width, scene.h()}}),
            gradient);
    }
    painter.restore();
}

} // namespace

void paintForest(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    const double u = scene.unit();
    const QPointF heart(scene.hero, scene.h() * 0.5);
    Dice leaves = canvas.dice(389);
    const bool jungle = scene.place == Place::Jungle;
    const QColor leaf = jungle ? rgb(0x4f9a5f) : leafColour(scene, leaves);
    const QColor air = scene.light.night ? scene.light.haze : mix(scene.light.haze, leaf, jungle ? 0.7 : 0.4);
    canvas.wash(QRectF(-0.01, -0.01, scene.w() + 0.02, scene.h() + 0.02),
                {{0, mix(scene.light.upper, air, 0.6)},
                 {0.5, mix(mix(scene.light.haze, scene.light.glow, 0.6), air, jungle ? 0.45 : 0)},
                 {1, air}});
    canvas.glow(heart, 0.75 * u, mix(scene.light.glow, scene.light.disc, 0.4), scene.light.night ? 0.4 : 0.8);
    if (scene.light.night && scene.sunVisible) {
        canvas.oval({scene.hero + 0.04, scene.h() * 0.27}, 0.075 * u, 0.075 * u, scene.light.disc);
        canvas.glow({scene.hero + 0.04, scene.h() * 0.27}, 0.4 * u, scene.light.disc, 0.5);
    }
    paintTrunks(canvas, 0.85, 0.022, 26, scene.h() * 0.62, 390);
    paintCanopy(canvas, 0.8, scene.h() * 0.34, 260, 391);
    paintHaze(canvas, scene.h() * 0.3, scene.h() * 0.64, 0.5);
    const QColor ground = scene.season == Season::Autumn ? rgb(0xb8742f) : groundColour(scene);
    paintRange(canvas, {scene.h() * 0.66, 0.06, 0.5, 0.62, ground, false, 0, -1, 396});
    paintTrunks(canvas, 0.55, 0.036, 13, scene.h() * 0.7, 392);
    paintCanopy(canvas, 0.5, scene.h() * 0.32, 260, 393);
    paintHaze(canvas, scene.h() * 0.45, scene.h() * 0.76, 0.42);
    paintRange(canvas, {scene.h() * 0.8, 0.07, 0.6, 0.3, ground, false, 0, -1, 397});
    if (scene.reading.speaksOf(Place::River) || scene.reading.speaksOf(Place::Waterfall)) {
        paintStream(canvas, scene.w() - scene.hero, scene.h() * 0.69, 0.34 * u, 403);
    }
    paintShafts(canvas);
    double x = scene.hero;
    for (const Mention &mention : scene.builds) {
        Spot spot;
        spot.foot = QPointF(x, scene.h() * 0.78);
        spot.depth = 0.25;
        drawGroup(canvas, mention, spot);
        x = scene.w() - x;
    }
    paintFlyers(canvas);
    paintTrunks(canvas, 0.2, 0.06, 7, scene.h() * 0.85, 394);
    if (!scene.reading.speaksOf(Place::River) && !scene.reading.speaksOf(Place::Waterfall)) {
        paintRange(canvas, {scene.h() * 0.93, 0.06, 0.7, 0.06, lighter(ground, -0.05), false, 0, -1, 398});
    }
    paintNear(canvas, scene.h() * 0.93, 0.0, 1.0);
    paintTrunks(canvas, 0.0, 0.12, 4, scene.h() * 1.02, 399);
    paintCanopy(canvas, 0.0, scene.h() * 0.26, 240, 400);
    if (jungle) {
        paintFronds(canvas);
    }
    paintGrass(canvas, scene.h() + 0.01, 0.09 * u, mix(canvas.on(lighter(ground, -0.1), 0), scene.light.shade, 0.5),
               canvas.dice(401));
}

} // namespace lightwell::sketchbook
