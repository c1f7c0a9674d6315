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

/// A lone cone with a crater, alight within.
void paintCone(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    const double x = scene.hero;
    const double top = scene.horizon - 0.36 * scene.unit();
    const double foot = scene.horizon + 0.1;
    QPainterPath cone;
    cone.moveTo(x - 0.62 * scene.unit(), foot);
    cone.quadTo(x - 0.16 * scene.unit(), top + 0.12, x - 0.055, top);
    cone.lineTo(x - 0.02, top + 0.014);
    cone.lineTo(x + 0.025, top + 0.006);
    cone.lineTo(x + 0.06, top);
    cone.quadTo(x + 0.18 * scene.unit(), top + 0.12, x + 0.64 * scene.unit(), foot);
    const QColor stone = canvas.on(rgb(0x54484c), 0.35);
    canvas.glow({x, top}, 0.4, rgb(0xff6a2a), 0.75);
    Dice dice = canvas.dice(350);
    for (int i = 0; i < 16; ++i) {
        const double t = i / 15.0;
        canvas.oval({x + dice.bell() * 0.05 + t * 0.16, top - t * 0.24 * scene.unit()}, 0.03 + t * 0.07,
                    0.025 + t * 0.05,
                    withAlpha(mix(scene.light.shade, scene.light.haze, 0.25 + 0.5 * t), 0.5 * (1 - t * 0.7)));
    }
    canvas.fillDown(cone, top, foot, {{0, stone}, {1, mix(stone, scene.light.haze, 0.5)}});
    for (int i = 0; i < 3; ++i) {
        const double lean = (i - 1) * 0.05;
        const QPainterPath stream = flow({{x + lean * 0.4, top + 0.01},
                                          {x + lean * 1.2 + dice.bell() * 0.02, top + 0.09},
                                          {x + lean * 2.0, top + 0.16},
                                          {x + lean * 3 + dice.bell() * 0.03, top + 0.26}});
        canvas.stroke(stream, withAlpha(rgb(0xff5a22), 0.85), 0.008);
        canvas.stroke(stream, rgb(0xffc25a), 0.003);
    }
}

} // namespace

void paintMountains(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(351);
    const double u = scene.unit();
    const double snow = scene.wintry() ? 0.8 : 0.42;
    paintSky(canvas);
    paintRange(canvas, {scene.horizon, 0.42 * u, 0.6, 0.82, rgb(0x7388a0), true, snow, -1, 352});
    paintHaze(canvas, scene.horizon - 0.18, scene.horizon + 0.04, 0.5);
    if (scene.place == Place::Volcano) {
        paintCone(canvas);
    } else {
        paintRange(canvas,
                   {scene.horizon + 0.06 * scene.h(), 0.4 * u, 0.55, 0.58, rgb(0x5f7488), true, snow * 0.9, -1, 353});
    }
    paintHaze(canvas, scene.horizon - 0.08, scene.horizon + 0.12 * scene.h(), 0.55);
    const Points wooded = paintRange(canvas,
                                     {scene.horizon + 0.15 * scene.h(), 0.16 * u, 0.4, 0.38,
                                      scene.wintry() ? rgb(0xb9c6d4) : rgb(0x3f6258), false, 0, -1, 354});
    paintPines(canvas, wooded, 0.08 * u, 0.4, 130, 355);
    paintHaze(canvas, scene.horizon + 0.08 * scene.h(), scene.horizon + 0.24 * scene.h(), 0.45);
    paintFlyers(canvas);
    const Points meadow =
        paintRange(canvas, {scene.h() * 0.88, 0.12 * u, 0.7, 0.14, groundColour(scene), false, 0, -1, 356});
    paintPines(canvas, meadow, 0.17 * u, 0.16, 46, 357);
    double x = scene.hero;
    for (const Mention &mention : scene.builds) {
        Spot spot;
        spot.foot = QPointF(x, 0);
        spot.depth = 0.12;
        drawGroup(canvas, mention, spot, meadow);
        x = scene.w() - x;
    }
    const Points front = paintRange(
        canvas, {scene.h() * 1.0, 0.09 * u, 0.6, 0.0, lighter(groundColour(scene), -0.06), false, 0, -1, 358});
    static_cast<void>(front);
    paintNear(canvas, scene.h() * 0.955, 0.0, 1.0);
    paintPines(canvas, {{-0.05, scene.h() * 1.02}, {scene.w() + 0.05, scene.h() * 1.02}}, 0.4 * u, 0.0, 3, 359);
    paintGrass(canvas, scene.h() + 0.01, 0.05 * u, mix(canvas.on(groundColour(scene), 0), scene.light.shade, 0.6),
               dice);
}

} // namespace lightwell::sketchbook
