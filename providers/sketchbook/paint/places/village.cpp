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

void paintVillage(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(420);
    const double u = scene.unit();
    const QColor ground = groundColour(scene);
    paintSky(canvas);
    paintRange(canvas, {scene.horizon, 0.34 * u, 0.6, 0.78, rgb(0x6f859c), true, scene.wintry() ? 0.8 : 0.3, -1, 421});
    paintHaze(canvas, scene.horizon - 0.1, scene.horizon + 0.05, 0.5);
    const Points woods = paintRange(canvas, {scene.horizon + 0.05, 0.1 * u, 0.5, 0.52, ground, false, 0, -1, 422});
    paintPines(canvas, woods, 0.075 * u, 0.5, 110, 423);
    paintHaze(canvas, scene.horizon, scene.horizon + 0.12, 0.35);
    const bool lake = scene.reading.speaksOf(Place::Lake) || scene.reading.speaksOf(Place::Sea)
        || scene.reading.speaksOf(Place::River);
    paintFlyers(canvas);
    for (int row = 0; row < 3; ++row) {
        const double y = scene.horizon + (scene.h() - scene.horizon) * (0.3 + 0.2 * row);
        const double depth = 0.4 - 0.14 * row;
        const Points street =
            paintRange(canvas, {y, 0.06 * u, 0.7, depth, ground, false, 0, -1, 424 + static_cast<quint64>(row)});
        const int count = static_cast<int>((9 - row * 2) * scene.w() / u * 0.8);
        for (int i = 0; i < count; ++i) {
            const double x = (i + dice.between(0.2, 0.8)) / count * scene.w();
            Pose pose;
            pose.size = u * (0.06 + 0.024 * row) * dice.between(0.85, 1.25);
            pose.foot = QPointF(x, heightAt(street, x) + pose.size * 0.05);
            pose.depth = depth;
            pose.mirrored = dice.chance(0.5);
            pose.part = 430 + static_cast<quint64>(row * 20 + i);
            if (dice.chance(0.26)) {
                pose.size *= 1.2;
                drawSubject(canvas, scene.wintry() ? Subject::Pine : Subject::Tree, pose);
            } else {
                drawSubject(canvas, Subject::House, pose);
            }
        }
        if (row == 1) {
            QList<Mention> builds = scene.builds;
            if (!scene.reading.shows(Subject::Church)) {
                builds.prepend({Subject::Church, 1, std::nullopt});
            }
            double x = scene.hero;
            for (const Mention &mention : builds) {
                if (mention.subject != Subject::House) {
                    drawGroup(canvas, mention, {QPointF(x, y), 0.85, depth, 0.2}, street);
                    x = scene.w() - x;
                }
            }
        }
        paintHaze(canvas, y - 0.04, y + 0.06, 0.14);
    }
    if (lake) {
        paintWater(canvas,
                   {scene.horizon + (scene.h() - scene.horizon) * 0.78, scene.h() + 0.01, 0.75, 0.35, rgb(0x2f6a7c)});
    } else {
        paintRange(canvas, {scene.h() * 0.97, 0.08 * u, 0.8, 0.04, ground, false, 0, -1, 428});
        paintPines(canvas, {{-0.05, scene.h() * 1.0}, {scene.w() + 0.05, scene.h() * 1.0}}, 0.28 * u, 0.02, 5, 429);
    }
    paintNear(canvas, scene.h() * 0.95, 0.0, 0.9);
}

} // namespace lightwell::sketchbook
