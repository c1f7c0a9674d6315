// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/art/noise.h"
#include "providers/sketchbook/paint/cast.h"
#include "providers/sketchbook/paint/land.h"
#include "providers/sketchbook/paint/places/places.h"
#include "providers/sketchbook/paint/sky.h"
#include "providers/sketchbook/paint/water.h"

#include <algorithm>
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
        } else if (mention.subject == Subject::Butterfly && mention.count > 2) {
            mention.count = 9;
        }
        // Butterflies stay near the ground.
        const double lift = mention.subject == Subject::Butterfly ? 0.55 : 0.0;
        const double size = heightOf(mention.subject) * canvas.u();
        spot.foot = QPointF(x, scene.horizon * (dice.between(0.42, 0.62) + lift) + size * 0.5);
        spot.scale = mention.count > 2 ? 0.8 : 1.25;
        spot.depth = 0.1;
        spot.spread = birds ? 0.2 : 0.4;
        if (mention.count > 2) {
            for (int i = 0; i < mention.count; ++i) {
                Spot own = spot;
                own.foot = QPointF(dice.between(0.12, 0.88) * scene.w(),
                                   scene.horizon * (dice.between(0.2, 0.8) + lift) + size * 0.4);
                own.scale = birds ? dice.between(0.6, 1.1)
                    : lift > 0    ? dice.between(0.6, 1.5)
                                  : dice.between(0.35, 0.9);
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

QList<Mention> paintRider(Canvas &canvas, const QPointF &foot, double depth, double scale)
{
    QList<Mention> near = canvas.scene().near;
    if (!canvas.scene().reading.riding) {
        return near;
    }
    const auto find = [&near](std::initializer_list<Subject> wanted) {
        return std::find_if(near.begin(), near.end(), [wanted](const Mention &entry) {
            return std::find(wanted.begin(), wanted.end(), entry.subject) != wanted.end();
        });
    };
    const auto mount = find({Subject::Horse, Subject::Camel, Subject::Elephant, Subject::Bear, Subject::Deer});
    const auto rider = find({Subject::Astronaut, Subject::Person, Subject::Robot, Subject::Cat, Subject::Fox,
                             Subject::Penguin, Subject::Rabbit, Subject::Dog, Subject::Owl});
    if (mount == near.end() || rider == near.end()) {
        return near;
    }
    Spot below {foot, scale * 1.35, depth, 0.1};
    const double back = heightOf(mount->subject) * canvas.u() * below.scale * 0.55;
    Spot above = below;
    above.foot -= QPointF(0, back);
    above.scale = std::min(1.0, 0.62 * heightOf(mount->subject) * below.scale / heightOf(rider->subject));
    Mention one = *rider;
    one.count = 1;
    Mention other = *mount;
    other.count = 1;
    drawGroup(canvas, one, above);
    drawGroup(canvas, other, below);
    near.removeIf([&](const Mention &entry) { return entry.subject == one.subject || entry.subject == other.subject; });
    return near;
}

void paintNear(Canvas &canvas, double y, double depth, double scale)
{
    const Scene &scene = canvas.scene();
    double x = scene.hero;
    if (!scene.builds.isEmpty() || !scene.water.isEmpty()) {
        x = scene.w() - scene.hero * 0.9;
    }
    int index = 0;
    const QList<Mention> near = paintRider(canvas, QPointF(x, y), depth, scale);
    for (const Mention &mention : near) {
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
        pose.part = part + static_cast<quint64>(static_cast<qint64>(x * 1000)); // left of the picture it is negative
        drawSubject(canvas, Subject::Pine, pose);
    }
}

} // namespace lightwell::sketchbook
