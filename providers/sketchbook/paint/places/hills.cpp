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

void paintWildflowers(Canvas &canvas, double top, Dice dice)
{
    const Scene &scene = canvas.scene();
    if (scene.wintry()) {
        return;
    }
    static const QList<quint32> petals = {0xe2574c, 0xf3d45a, 0xf6f1e4, 0xb48be0, 0xf0a5c0};
    const QColor own = scene.accents.isEmpty() ? rgb(dice.pick(petals)) : scene.accents.first();
    const int count = static_cast<int>(420 * scene.w());
    for (int i = 0; i < count; ++i) {
        const double t = std::pow(dice.unit(), 0.6);
        const double y = top + (scene.h() - top) * t;
        const double size = 0.0012 + 0.0068 * t * t;
        const QColor petal = dice.chance(0.65) ? own : rgb(dice.pick(petals));
        canvas.oval({dice.unit() * scene.w(), y}, size * 1.2, size, withAlpha(canvas.on(petal, 0.35 * (1 - t)), 0.95));
    }
}

void paintGrove(Canvas &canvas, const Points &crest, double size, double depth, int count, quint64 part)
{
    Dice dice = canvas.dice(part);
    for (int i = 0; i < count; ++i) {
        Pose pose;
        const double x = dice.between(0, 1) * canvas.w();
        pose.size = size * dice.between(0.6, 1.15);
        pose.foot = QPointF(x, heightAt(crest, x) + pose.size * 0.04);
        pose.depth = depth;
        pose.part = part + static_cast<quint64>(i);
        drawSubject(canvas, dice.chance(0.75) ? Subject::Tree : Subject::Pine, pose);
    }
}

/// A whole field of them, small behind and large in front.
void paintSunflowers(Canvas &canvas, double top)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(386);
    constexpr int rows = 9;
    for (int row = 0; row < rows; ++row) {
        const double t = std::pow((row + 1.0) / rows, 1.7);
        const double size = scene.unit() * (0.035 + 0.24 * t);
        const double gap = size * 0.62;
        for (double x = -gap * dice.unit(); x < scene.w() + gap; x += gap * dice.between(0.8, 1.25)) {
            Pose pose;
            pose.foot = QPointF(x, top + (scene.h() * 1.08 - top) * t + size * dice.between(0.1, 0.35));
            pose.size = size * dice.between(0.85, 1.12);
            pose.depth = 0.55 * (1 - t);
            pose.mirrored = dice.chance(0.4);
            pose.part = 3900 + dice.next() % 1000;
            drawSubject(canvas, Subject::Sunflower, pose);
        }
    }
}

} // namespace

void paintHills(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(360);
    const double u = scene.unit();
    const QColor ground = groundColour(scene);
    paintSky(canvas);
    paintRange(
        canvas,
        {scene.horizon, 0.2 * u, 0.55, 0.86, rgb(0x74909c), dice.chance(0.5), scene.wintry() ? 0.6 : 0.1, -1, 361});
    paintHaze(canvas, scene.horizon - 0.08, scene.horizon + 0.06, 0.5);
    double depth = 0.66;
    Points crest;
    constexpr int layers = 4;
    for (int i = 0; i < layers; ++i) {
        const double y = scene.horizon + (scene.h() * 0.93 - scene.horizon) * (0.12 + 0.88 * i / (layers - 1.0));
        crest = paintRange(canvas,
                           {y, 0.14 * u, 0.55 + 0.1 * i, depth, turned(ground, dice.bell() * 14), false, 0, -1,
                            362 + static_cast<quint64>(i)});
        if (i < layers - 1) {
            paintGrove(canvas, crest, u * (0.045 + 0.03 * i), depth, 10 - i * 2, 370 + static_cast<quint64>(i) * 20);
            paintHaze(canvas, y - 0.05, y + 0.1, 0.22);
        }
        if (i == 2) {
            double x = scene.hero;
            for (const Mention &mention : scene.builds) {
                Spot spot;
                spot.foot = QPointF(x, y);
                spot.depth = depth * 0.6;
                drawGroup(canvas, mention, spot, crest);
                x = scene.w() - x;
            }
        }
        depth *= 0.56;
    }
    if (scene.place == Place::Meadow || scene.season == Season::Spring) {
        paintWildflowers(canvas, scene.h() * 0.8, canvas.dice(366));
    }
    paintFlyers(canvas);
    paintNear(canvas, scene.h() * 0.945, 0.0, 1.05);
    paintGrass(canvas, scene.h() + 0.01, 0.08 * u, mix(canvas.on(ground, 0), scene.light.shade, 0.55), dice);
}

void paintFields(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(380);
    const double u = scene.unit();
    const QColor crop = scene.reading.ground      ? *scene.reading.ground
        : scene.reading.shows(Subject::Sunflower) ? rgb(0xf2bf2c)
        : !scene.accents.isEmpty()                ? scene.accents.first()
        : scene.wintry()                          ? rgb(0xe9f0f7)
                         : rgb(dice.pick(QList<quint32> {0xd9b04a, 0x8fae4e, 0xa890d8, 0xc9b45a}));
    paintSky(canvas);
    paintRange(canvas, {scene.horizon + 0.01, 0.16 * u, 0.6, 0.86, rgb(0x74909c), false, 0, -1, 381});
    paintHaze(canvas, scene.horizon - 0.06, scene.horizon + 0.02, 0.5);
    const Points edge =
        paintRange(canvas, {scene.horizon + 0.03, 0.05 * u, 0.7, 0.6, groundColour(scene), false, 0, -1, 382});
    paintGrove(canvas, edge, 0.06 * u, 0.55, 14, 383);
    const QPointF vanish(scene.w() * dice.between(0.35, 0.65), scene.horizon - 0.02);
    const double top = scene.horizon + 0.035;
    QPainter &painter = canvas.painter();
    painter.save();
    painter.setClipRect(QRectF(-0.01, top, scene.w() + 0.02, scene.h() - top + 0.02));
    const QColor soil = lighter(canvas.on(groundColour(scene), 0.1), -0.1);
    canvas.wash(QRectF(-0.01, top, scene.w() + 0.02, scene.h() - top + 0.02), {{0, canvas.on(soil, 0.6)}, {1, soil}});
    constexpr int rows = 34;
    for (int i = 0; i < rows; ++i) {
        const double x = scene.w() / 2 + (i - rows / 2.0) * 0.16;
        const double next = x + 0.105;
        const QPainterPath row = polygon({vanish, {x, scene.h() + 0.02}, {next, scene.h() + 0.02}});
        const QColor bloom = turned(lighter(crop, dice.bell() * 0.03), dice.bell() * 6);
        canvas.fillDown(row, top, scene.h(),
                        {{0, canvas.on(bloom, 0.62)}, {0.4, canvas.on(bloom, 0.2)}, {1, canvas.on(bloom, 0)}});
        const QPainterPath dark = polygon({vanish, {next - 0.035, scene.h() + 0.02}, {next, scene.h() + 0.02}});
        canvas.fill(dark, withAlpha(scene.light.shade, 0.26));
    }
    for (int i = 0; i < 1500; ++i) {
        const double t = std::pow(dice.unit(), 0.55);
        const double y = top + (scene.h() - top) * t;
        const int row = dice.whole(0, rows - 1);
        const double foot = scene.w() / 2 + (row - rows / 2.0) * 0.16 + 0.05 + dice.bell() * 0.05;
        const double x = vanish.x() + (foot - vanish.x()) * (y - vanish.y()) / (scene.h() - vanish.y());
        const double size = 0.0012 + 0.009 * t * t;
        const QColor bloom = lighter(turned(crop, dice.bell() * 16), dice.between(-0.08, 0.12));
        canvas.oval({x, y - size}, size * 0.7, size * 1.5, withAlpha(canvas.on(bloom, 0.4 * (1 - t)), 0.85));
    }
    painter.restore();
    if (scene.reading.shows(Subject::Sunflower)) {
        paintSunflowers(canvas, top);
    }
    double x = scene.hero;
    for (const Mention &mention : scene.builds) {
        Spot spot;
        spot.foot = QPointF(x, 0);
        spot.depth = 0.3;
        drawGroup(canvas, mention, spot, edge);
        x = scene.w() - x;
    }
    paintFlyers(canvas);
    paintNear(canvas, scene.h() * 0.93, 0.0, 1.0);
}

} // namespace lightwell::sketchbook
