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

void paintArctic(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(500);
    const double u = scene.unit();
    paintSky(canvas);
    paintRange(canvas, {scene.horizon, 0.3 * u, 0.6, 0.75, rgb(0x8fa6bd), true, 0.85, scene.horizon, 501});
    paintHaze(canvas, scene.horizon - 0.12, scene.horizon, 0.5);
    for (int i = 0; i < 4; ++i) {
        const double x = dice.between(0.05, 0.95) * scene.w();
        const double size = u * dice.between(0.06, 0.16);
        const QColor ice = canvas.on(rgb(0xe2f0f8), 0.3);
        const QPointF top(x + dice.bell() * size * 0.3, scene.horizon - size);
        canvas.fill(polygon({{x - size, scene.horizon},
                             {x - size * 0.6, scene.horizon - size * 0.55},
                             top,
                             {x + size * 0.5, scene.horizon - size * 0.6},
                             {x + size, scene.horizon}}),
                    ice);
        canvas.fill(polygon({top,
                             {x + size * 0.5, scene.horizon - size * 0.6},
                             {x + size, scene.horizon},
                             {x + size * 0.1, scene.horizon}}),
                    withAlpha(mix(rgb(0x6fa8c8), scene.light.shade, 0.35), 0.55));
    }
    for (const Mention &mention : scene.builds) {
        drawGroup(canvas, mention, {QPointF(scene.hero, scene.horizon), 0.9, 0.25, 0.2});
    }
    paintFlyers(canvas);
    const double floe = scene.horizon + (scene.h() - scene.horizon) * 0.55;
    paintWater(canvas, {scene.horizon, scene.h() + 0.01, 0.7, 0.3, rgb(0x3f7f9c)});
    double x = scene.w() - scene.hero;
    for (const Mention &mention : scene.water) {
        drawGroup(canvas, mention, {QPointF(x, scene.horizon + (scene.h() - scene.horizon) * 0.3), 1.0, 0.12, 0.2});
    }
    for (int i = 0; i < 9; ++i) {
        const double y = scene.horizon + (floe - scene.horizon) * dice.between(0.2, 0.95);
        const double size = u * dice.between(0.03, 0.1);
        canvas.oval({dice.unit() * scene.w(), y}, size, size * 0.14, canvas.on(rgb(0xeaf3f9), 0.2));
    }
    paintRange(canvas, {floe + 0.06, 0.07 * u, 0.5, 0.05, rgb(0xf2f7fb), false, 0, -1, 503});
    paintNear(canvas, scene.h() * 0.9, 0.0, 1.0);
}

void paintUnderwater(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(520);
    const double u = scene.unit();
    const bool dark = scene.light.night;
    const QColor top = dark ? rgb(0x1f5f8c) : rgb(0x7fdce0);
    const QColor deep = dark ? rgb(0x04122a) : rgb(0x0d4a7c);
    canvas.wash(QRectF(-0.01, -0.01, scene.w() + 0.02, scene.h() + 0.02),
                {{0, top}, {0.4, mix(top, deep, 0.6)}, {1, deep}});
    canvas.glow({scene.sun.x(), -0.05}, 0.8, rgb(0xe9fff4), dark ? 0.35 : 0.85);
    QPainter &painter = canvas.painter();
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Screen);
    for (int i = 0; i < 9; ++i) {
        const double x = scene.sun.x() + dice.bell() * 0.4;
        const double slant = (x - scene.sun.x()) * 1.6 + dice.bell() * 0.1;
        QLinearGradient ray(0, 0, 0, scene.h());
        ray.setStops({{0, withAlpha(rgb(0xd9fff0), 0.22)}, {1, withAlpha(rgb(0xd9fff0), 0)}});
        canvas.fill(
            polygon({{x, -0.02}, {x + 0.03, -0.02}, {x + slant + 0.14, scene.h()}, {x + slant - 0.04, scene.h()}}),
            ray);
    }
    painter.restore();
    const auto layer = [&](double y, double depth, quint64 part) {
        Points crest;
        for (int i = 0; i <= 60; ++i) {
            const double x = (i / 60.0 * 1.1 - 0.05) * scene.w();
            crest.append({x, y - 0.16 * u * layered(x * 3, part, 3)});
        }
        const QColor rock = mix(mix(rgb(0x2a5a6c), rgb(0x123048), 1 - depth), mix(top, deep, 0.55), depth * 0.8);
        canvas.fillDown(bank(crest, scene.h() + 0.02, true), y - 0.16 * u, scene.h(),
                        {{0, lighter(rock, 0.05)}, {1, lighter(rock, -0.08)}});
        static const QList<quint32> corals = {0xe2607a, 0xf0a04a, 0xb86ad9, 0xf3d06a, 0x5fc2a0};
        for (int i = 0; i < 16; ++i) {
            const double x = dice.unit() * scene.w();
            const QColor coral = mix(rgb(dice.pick(corals)), mix(top, deep, 0.6), 0.25 + depth * 0.6);
            const QPointF foot(x, heightAt(crest, x) + 0.01);
            const double tall = u * dice.between(0.05, 0.17) * (1.2 - depth);
            for (int k = -2; k <= 2; ++k) {
                const QPointF tip = foot + QPointF(k * tall * 0.2 + dice.bell() * 0.01, -tall * dice.between(0.6, 1));
                canvas.stroke(flow({foot, (foot + tip) / 2 + QPointF(dice.bell() * 0.02, 0), tip}), coral, tall * 0.09);
            }
        }
    };
    layer(scene.h() * 0.82, 0.7, 521);
    QList<Mention> swimmers = scene.water;
    if (swimmers.isEmpty()) {
        swimmers.append({Subject::Fish, 5, std::nullopt});
    }
    for (const Mention &mention : std::as_const(swimmers)) {
        const int count = mention.count > 2 ? mention.count + 2 : mention.count;
        for (int i = 0; i < count; ++i) {
            Mention single = mention;
            single.count = 1;
            const double scale = count == 1 ? 2.4 : dice.between(0.4, 1.1);
            const QPointF at(count == 1 ? scene.w() / 2 : dice.between(0.12, 0.88) * scene.w(),
                             scene.h() * (count == 1 ? 0.58 : dice.between(0.25, 0.72)));
            drawGroup(canvas, single, {at, scale, 0.1, 0.2});
        }
    }
    layer(scene.h() * 0.95, 0.3, 523);
    layer(scene.h() * 1.06, 0.0, 525);
    paintNear(canvas, scene.h() * 0.93, 0.05, 1.0);
    for (int i = 0; i < 50; ++i) {
        const double size = 0.002 + 0.006 * dice.unit();
        const QPointF at(dice.unit() * scene.w(), dice.unit() * scene.h());
        canvas.stroke(
            [&] {
                QPainterPath p;
                p.addEllipse(at, size, size);
                return p;
            }(),
            withAlpha(rgb(0xe6ffff), 0.4), 0.001);
    }
}

} // namespace lightwell::sketchbook
