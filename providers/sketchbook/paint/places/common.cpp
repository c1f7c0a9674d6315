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

void paintFlyers(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(900);
    double x = scene.hero;
    for (Mention mention : scene.sky) {
        Spot spot;
        const bool birds = mention.subject == Subject::Birds;
        if (birds) {
            mention.count = mention.count > 1 ? 7 : 1;
        }
        const double size = heightOf(mention.subject) * canvas.u();
        spot.foot = QPointF(x, scene.horizon * dice.between(0.42, 0.62) + size * 0.5);
        spot.scale = mention.count > 2 ? 0.8 : 1.25;
        spot.depth = 0.1;
        spot.spread = birds ? 0.2 : 0.4;
        if (mention.count > 2) {
            for (int i = 0; i < mention.count; ++i) {
                Spot own = spot;
                own.foot =
                    QPointF(dice.between(0.12, 0.88) * scene.w(), scene.horizon * dice.between(0.2, 0.8) + size * 0.4);
                own.scale = birds ? dice.between(0.6, 1.1) : dice.between(0.35, 0.9);
                own.depth = 0.5 - 0.45 * own.scale;
                Mention single = mention;
                single.count = 1;
                drawGroup(canvas, single, own);
            }
        } else {
            drawGroup(canvas, mention, spot);
        }
        x = scene.w() - x;
    }
    const bool wide = scene.place == Place::Coast || scene.place == Place::Sea || scene.place == Place::Hills
        || scene.place == Place::Mountains || scene.place == Place::Lake;
    if (scene.sky.isEmpty() && wide && !scene.light.night && scene.weather == Weather::None) {
        const QPointF flock(dice.between(0.25, 0.75) * scene.w(), scene.horizon * dice.between(0.35, 0.6));
        for (int i = dice.whole(3, 6); i > 0; --i) {
            Pose pose;
            pose.foot = flock + QPointF(dice.bell() * 0.12, dice.bell() * 0.05);
            pose.size = canvas.u() * dice.between(0.008, 0.015);
            pose.depth = 0.2;
            pose.part = 910 + static_cast<quint64>(i);
            drawSubject(canvas, Subject::Birds, pose);
        }
    }
}

void paintNear(Canvas &canvas, double y, double depth, double scale)
{
    const Scene &scene = canvas.scene();
    double x = scene.hero;
    if (!scene.builds.isEmpty() || !scene.water.isEmpty()) {
        x = scene.w() - scene.hero * 0.9;
    }
    int index = 0;
    for (const Mention &mention : scene.near) {
        Spot spot;
        spot.foot = QPointF(x, y);
        spot.depth = depth;
        spot.scale = scale * (index == 0 ? 1.0 : 0.8);
        drawGroup(canvas, mention, spot);
        x = index % 2 == 0 ? scene.w() - x : scene.w() / 2;
        ++index;
    }
}

void paintPines(Canvas &canvas, const Points &crest, double height, double depth, int count, quint64 part)
{
    Dice dice = canvas.dice(part);
    QList<std::pair<double, double>> trees;
    for (int i = 0; i < count; ++i) {
        const double x = dice.between(-0.02, 1.02) * canvas.w();
        if (noise(x * 4, part) > 0.36) {
            trees.append({x, dice.between(0.55, 1.1)});
        }
    }
    for (const auto &[x, size] : trees) {
        Pose pose;
        pose.size = height * size;
        pose.foot = QPointF(x, heightAt(crest, x) + pose.size * 0.06);
        pose.depth = depth;
        pose.part = part + static_cast<quint64>(x * 1000);
        drawSubject(canvas, Subject::Pine, pose);
    }
}

} // namespace lightwell::sketchbook
