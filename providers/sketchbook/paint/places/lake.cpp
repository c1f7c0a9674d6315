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

void paintLake(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(340);
    paintSky(canvas);
    const double shore = scene.horizon;
    const double unit = scene.unit();
    const double snow = scene.wintry() ? 0.75 : 0.38;
    paintRange(canvas, {shore - 0.02, 0.34 * unit, 0.62, 0.72, rgb(0x6a7f96), true, snow, shore, 341});
    paintHaze(canvas, shore - 0.16, shore, 0.55);
    paintRange(canvas, {shore, 0.2 * unit, 0.5, 0.5, rgb(0x4f6b72), true, scene.wintry() ? 0.6 : 0, shore, 342});
    paintHaze(canvas, shore - 0.1, shore, 0.5);
    const Points beach =
        paintRange(canvas, {shore + 0.004, 0.05 * unit, 0.4, 0.3, groundColour(scene), false, 0, shore, 343});
    paintPines(canvas, beach, 0.1 * unit, 0.3, 70, 344);
    for (const Mention &mention : scene.builds) {
        Spot spot;
        spot.foot = QPointF(scene.hero, shore);
        spot.depth = 0.22;
        spot.scale = 0.75;
        drawGroup(canvas, mention, spot, beach);
    }
    paintFlyers(canvas);
    paintWater(canvas, {shore, scene.h() + 0.01, 0.8, 0.25, rgb(0x2f6a7c)});
    paintHaze(canvas, shore - 0.025, shore + 0.02, 0.4);
    double x = scene.builds.isEmpty() ? scene.hero : scene.w() - scene.hero;
    for (const Mention &mention : scene.water) {
        Spot spot;
        spot.foot = QPointF(x, shore + (scene.h() - shore) * 0.36);
        drawGroup(canvas, mention, spot);
        x = scene.w() - x;
    }
    const bool left = dice.chance(0.5);
    Points near;
    for (int i = 0; i <= 40; ++i) {
        const double t = i / 40.0;
        const double edge = left ? t : 1 - t;
        near.append({(t * 1.1 - 0.05) * scene.w(),
                     scene.h() - unit * 0.15 * std::pow(1 - edge, 1.6) - 0.015 * noise(t * 9, 3)});
    }
    const QColor ground = mix(canvas.on(groundColour(scene), 0), scene.light.shade, 0.35);
    canvas.fillDown(bank(near, scene.h() + 0.02, true), scene.h() - unit * 0.16, scene.h(),
                    {{0, ground}, {1, lighter(ground, -0.08)}});
    paintPines(canvas, near, 0.34 * unit, 0.0, 3, 345);
    paintNear(canvas, scene.h() * 0.955, 0.0, 0.85);
    paintGrass(canvas, scene.h() + 0.01, 0.07 * unit, mix(ground, scene.light.shade, 0.5), dice);
}

} // namespace lightwell::sketchbook
