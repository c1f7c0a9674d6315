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

const QList<quint32> &neons()
{
    static const QList<quint32> list = {0xff3f9a, 0x3fe0ff, 0xffc23f, 0x8f5aff, 0x4dffa6, 0xff5a4a};
    return list;
}

void paintWindows(Canvas &canvas, const QRectF &block, double depth, double pitch, Dice &dice)
{
    const Light &light = canvas.light();
    const bool lit = light.night || light.backlight > 0.5 || canvas.scene().weather == Weather::Rain;
    const double chance = lit ? 0.42 : 0.8;
    const QColor glass = canvas.on(rgb(0x5b7488), depth);
    for (double y = block.top() + pitch; y < block.bottom() - pitch; y += pitch * 1.5) {
        for (double x = block.left() + pitch * 0.7; x < block.right() - pitch; x += pitch * 1.25) {
            if (!dice.chance(chance)) {
                continue;
            }
            const QColor lamp = dice.chance(0.82) ? mix(rgb(0xffd58a), rgb(0xffb45a), dice.unit()) : rgb(0xbfe6ff);
            const QColor colour =
                lit ? withAlpha(mix(lamp, light.haze, depth * 0.6), dice.between(0.45, 1)) : withAlpha(glass, 0.6);
            canvas.painter().fillRect(QRectF(x, y, pitch * 0.7, pitch * 0.85), colour);
        }
    }
}

void paintSign(Canvas &canvas, const QRectF &block, Dice &dice)
{
    const QColor colour = rgb(dice.pick(neons()));
    const double height = block.height() * dice.between(0.15, 0.3);
    const QRectF sign(block.left() + block.width() * dice.between(0.1, 0.7),
                      block.top() + block.height() * dice.between(0.15, 0.5), 0.016, height);
    canvas.glow(sign.center(), height * 1.3, colour, 0.7);
    QPainterPath frame;
    frame.addRoundedRect(sign, 0.004, 0.004);
    canvas.fill(frame, withAlpha(colour, 0.35));
    canvas.stroke(frame, lighter(colour, 0.12), 0.0025);
    for (double y = sign.top() + 0.012; y < sign.bottom() - 0.01; y += 0.018) {
        canvas.painter().fillRect(QRectF(sign.left() + 0.004, y, 0.008, 0.009), lighter(colour, 0.25));
    }
}

void paintRoof(Canvas &canvas, const QRectF &block, const QColor &wall, Dice &dice)
{
    const double x = block.center().x();
    switch (dice.whole(0, 4)) {
    case 0:
        canvas.painter().fillRect(
            QRectF(block.left() + block.width() * 0.2, block.top() - 0.022, block.width() * 0.6, 0.024), wall);
        canvas.stroke(flow({{x, block.top() - 0.02}, {x, block.top() - 0.08}}), wall, 0.0025);
        break;
    case 1:
        canvas.fill(polygon({{block.left(), block.top() + 0.001},
                             {x, block.top() - block.width() * 0.7},
                             {block.right(), block.top() + 0.001}}),
                    wall);
        break;
    case 2:
        canvas.fill(polygon({{block.left(), block.top() + 0.001},
                             {block.left(), block.top() - 0.035},
                             {block.right(), block.top() + 0.001}}),
                    wall);
        break;
    default:
        break;
    }
}

void paintRow(Canvas &canvas, double foot, double height, double depth, quint64 part)
{
    Dice dice = canvas.dice(part);
    const Scene &scene = canvas.scene();
    const bool neon = scene.mood == Mood::Neon;
    double x = -0.05;
    while (x < scene.w() + 0.02) {
        const double width = dice.between(0.05, 0.125) * (1.25 - depth * 0.5);
        const double middle = 1 - std::abs((x + width / 2) / scene.w() - 0.5);
        const double tall = height * dice.between(0.4, 1.0) * (0.5 + 0.7 * middle);
        const QRectF block(x, foot - tall, width, tall + 0.02);
        static const QList<quint32> walls = {0x4c5a70, 0x5a5f76, 0x6b6272, 0x46566a, 0x75695f};
        const QColor wall = canvas.on(rgb(dice.pick(walls)), depth);
        QLinearGradient gradient(block.topLeft(), block.bottomLeft());
        setStops(gradient, {{0, wall}, {1, mix(wall, scene.light.haze, 0.35 + 0.3 * depth)}});
        paintRoof(canvas, block, wall, dice);
        canvas.painter().fillRect(block, gradient);
        const double side = canvas.sunSide(block.center().x());
        canvas.painter().fillRect(
            QRectF(side < 0 ? block.center().x() + width * 0.18 : block.left(), block.top(), width * 0.32, tall + 0.02),
            withAlpha(scene.light.shade, 0.25 * (1 - depth)));
        if (depth < 0.75) {
            paintWindows(canvas, block, depth, 0.009 + 0.007 * (1 - depth), dice);
        }
        if (neon && depth < 0.5 && dice.chance(0.8)) {
            paintSign(canvas, block, dice);
        }
        x += width * dice.between(0.82, 1.12);
    }
}

} // namespace

void paintCity(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    const double u = std::min(scene.unit() * 1.15, scene.horizon);
    paintSky(canvas);
    canvas.glow({scene.w() / 2, scene.horizon}, 0.8, scene.light.glow, 0.35);
    if (scene.mood == Mood::Neon) {
        canvas.glow({scene.w() * 0.35, scene.horizon}, 0.75, rgb(0xff2f92), 0.55);
        canvas.glow({scene.w() * 0.75, scene.horizon * 0.9}, 0.6, rgb(0x2fc8ff), 0.4);
    }
    paintRow(canvas, scene.horizon, 0.62 * u, 0.82, 450);
    paintHaze(canvas, scene.horizon - 0.3, scene.horizon, 0.55);
    paintRow(canvas, scene.horizon, 0.58 * u, 0.55, 451);
    paintHaze(canvas, scene.horizon - 0.18, scene.horizon, 0.42);
    double x = scene.hero;
    for (const Mention &mention : scene.builds) {
        drawGroup(canvas, mention, {QPointF(x, scene.horizon), 1.1, 0.3, 0.2});
        x = scene.w() - x;
    }
    paintRow(canvas, scene.horizon, 0.38 * u, 0.24, 452);
    paintHaze(canvas, scene.horizon - 0.06, scene.horizon + 0.004, 0.3);
    paintFlyers(canvas);
    const bool wet = scene.weather == Weather::Rain || scene.mood == Mood::Neon || scene.reading.speaksOf(Place::Sea)
        || scene.reading.speaksOf(Place::River) || scene.light.night;
    const QColor ground = scene.wintry() ? rgb(0xdfe6ee) : rgb(0x3f4652);
    paintWater(canvas, {scene.horizon, scene.h() + 0.01, wet ? 0.72 : 0.35, 0.45, ground});
    paintNear(canvas, scene.h() * 0.945, 0.0, 1.0);
    x = scene.w() - scene.hero;
    for (const Mention &mention : scene.water) {
        drawGroup(canvas, mention, {QPointF(x, scene.horizon + (scene.h() - scene.horizon) * 0.4), 0.9, 0.1, 0.2});
    }
}

} // namespace lightwell::sketchbook
