// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/cast.h"
#include "providers/sketchbook/paint/land.h"
#include "providers/sketchbook/paint/places/places.h"
#include "providers/sketchbook/paint/sky.h"
#include "providers/sketchbook/paint/water.h"

#include <cmath>

namespace lightwell::sketchbook {

namespace {

/// Narrow houses shoulder to shoulder on the far quay.
void paintTerrace(Canvas &canvas, double from, double to, double base, double depth)
{
    static const QList<quint32> walls = {0xe8c48a, 0xd98f6a, 0xf0e4cc, 0xb9695a,
                                         0x8fb0b8, 0xe3b9a0, 0x9aa87a, 0xd9d2c4};
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(440);
    const double u = scene.unit();
    quint64 part = 4400;
    for (double x = from; x < to;) {
        const double width = u * dice.between(0.05, 0.085);
        const double height = u * dice.between(0.09, 0.17);
        Pose pose;
        pose.foot = QPointF(x + width / 2, base);
        pose.size = height;
        pose.depth = depth;
        pose.part = ++part;
        Figure f(canvas, pose);
        const double half = 0.5 * width / height;
        const QColor wall = rgb(dice.pick(walls));
        f.box(-half, -0.76, 2 * half, 0.76, wall);
        f.poly({{-half * 1.06, -0.75}, {0, -1.0}, {half * 1.06, -0.75}},
               scene.wintry() ? rgb(0xf1f6fb) : rgb(0x9c4f3c));
        for (int row = 0; row < 3; ++row) {
            for (const double at : {-0.5, 0.18}) {
                f.window(half * at, -0.66 + row * 0.2, half * 0.34, 0.11);
            }
        }
        f.box(-half * 0.18, -0.14, half * 0.4, 0.14, rgb(0x5a4032));
        x += width;
    }
}

void paintWall(Canvas &canvas, double from, double to, double top, double bottom)
{
    const QColor stone = canvas.on(rgb(0x9a9084), 0.3);
    canvas.fillDown(polygon({{from, top}, {to, top}, {to, bottom}, {from, bottom}}), top, bottom,
                    {{0, lighter(stone, 0.06)}, {1, lighter(stone, -0.12)}});
}

/// The quay one stands on: slabs, bollards, a rope, a lamp.
void paintQuay(Canvas &canvas, double top)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(445);
    const QColor stone = canvas.on(scene.wintry() ? rgb(0xdfe6ee) : rgb(0xa89c8c), 0.02);
    const double edge = top + 0.028;
    canvas.wash(QRectF(-0.01, top, scene.w() + 0.02, scene.h() - top + 0.02),
                {{0, lighter(stone, 0.06)}, {1, lighter(stone, -0.07)}});
    canvas.painter().fillRect(QRectF(-0.01, edge, scene.w() + 0.02, 0.005), mix(stone, scene.light.shade, 0.4));
    for (int i = -7; i <= 7; ++i) {
        const double x = scene.w() / 2 + i * 0.13;
        canvas.stroke(flow({{x, edge}, {x + i * 0.05, scene.h() + 0.02}}),
                      withAlpha(mix(stone, scene.light.shade, 0.5), 0.5), 0.003);
    }
    const QColor iron = mix(canvas.on(rgb(0x2f3742), 0), scene.light.shade, 0.3);
    Points bollards;
    for (const double t : {0.14, 0.5, 0.86}) {
        const QPointF foot((t + dice.bell() * 0.03) * scene.w(), top + 0.034);
        canvas.fill(blob({foot + QPointF(-0.016, 0), foot + QPointF(-0.013, -0.045), foot + QPointF(-0.024, -0.06),
                          foot + QPointF(0, -0.07), foot + QPointF(0.024, -0.06), foot + QPointF(0.013, -0.045),
                          foot + QPointF(0.016, 0), foot + QPointF(0, 0.008)}),
                    iron);
        bollards.append(foot - QPointF(0, 0.04));
    }
    for (qsizetype i = 0; i + 1 < bollards.size(); ++i) {
        const QPointF middle = (bollards.at(i) + bollards.at(i + 1)) / 2 + QPointF(0, 0.03);
        canvas.stroke(flow({bollards.at(i), middle, bollards.at(i + 1)}),
                      mix(canvas.on(rgb(0xb99a68), 0), scene.light.shade, 0.2), 0.006);
    }
}

} // namespace

void paintHarbour(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    const double u = scene.unit();
    Dice dice = canvas.dice(446);
    paintSky(canvas);
    const double shore = scene.horizon;
    const bool left = scene.hero > scene.w() / 2; // houses on one side, the open sea on the other
    paintRange(canvas, {shore, 0.12 * u, 0.5, 0.8, groundColour(scene), false, 0, shore, 447});
    paintHaze(canvas, shore - 0.1, shore + 0.01, 0.4);
    const double reach = scene.w() * 0.62;
    const double from = left ? -0.02 : scene.w() - reach;
    const double to = left ? reach : scene.w() + 0.04;
    paintTerrace(canvas, from, to, shore - 0.004, 0.34);
    paintWall(canvas, from - 0.02, to + 0.02, shore - 0.006, shore + 0.016);
    const double tip = left ? to + 0.1 : from - 0.1;
    paintWall(canvas, std::min(tip, to), std::max(tip, from), shore + 0.002, shore + 0.016);
    QList<Mention> builds = scene.builds;
    if (builds.isEmpty()) {
        builds.append({Subject::Lighthouse, 1, std::nullopt});
    }
    double x = tip;
    for (const Mention &mention : std::as_const(builds)) {
        drawGroup(canvas, mention, {QPointF(x, shore + 0.003), 0.48, 0.3, 0.1});
        x = scene.w() - x;
    }
    paintFlyers(canvas);
    paintWater(canvas, {shore + 0.014, scene.h() + 0.01, 0.66, 0.4, rgb(0x2f6a86)});
    QList<Mention> fleet = scene.water;
    if (fleet.isEmpty()) {
        fleet.append({Subject::Sailboat, 4, std::nullopt});
    }
    for (const Mention &mention : std::as_const(fleet)) {
        const int count = std::clamp(mention.count > 1 ? mention.count + 2 : mention.count, 1, 6);
        for (int i = 0; i < count; ++i) {
            const double t = count == 1 ? 0.5 : double(i) / (count - 1);
            Mention one = mention;
            one.count = 1;
            const QPointF foot((0.12 + 0.76 * std::fmod(t * 2.6 + 0.3, 1.0)) * scene.w() + dice.bell() * 0.04,
                               shore + (scene.h() - shore) * (0.1 + 0.42 * t));
            drawGroup(canvas, one, {foot, 0.55 + 0.5 * t, 0.3 * (1 - t), 0.1});
        }
    }
    paintQuay(canvas, scene.h() * 0.89);
    paintNear(canvas, scene.h() * 0.965, 0.0, 0.85);
}

} // namespace lightwell::sketchbook
