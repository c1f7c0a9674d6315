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

void paintSpace(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(540);
    const double u = scene.unit();
    const QColor own = scene.accents.isEmpty() ? fromLch({0.55, 0.17, dice.between(0, 360)}) : scene.accents.first();
    canvas.wash(QRectF(-0.01, -0.01, scene.w() + 0.02, scene.h() + 0.02),
                {{0, rgb(0x05060f)}, {0.5, mix(rgb(0x0b0d24), own, 0.12)}, {1, mix(rgb(0x10122c), own, 0.2)}});
    const double tilt = dice.between(-0.6, 0.6);
    for (int i = 0; i < 60; ++i) {
        const double t = dice.unit();
        const QPointF at(t * scene.w(), scene.h() * (0.5 + tilt * (t - 0.5)) + dice.bell() * 0.22);
        const QColor gas = turned(lighter(own, dice.bell() * 0.1), dice.bell() * 70);
        canvas.glow(at, u * dice.between(0.1, 0.34), gas, dice.between(0.05, 0.2));
    }
    for (int i = 0; i < 520; ++i) {
        const double size = std::pow(dice.unit(), 7) * 0.0034 + 0.0006;
        const QPointF at(dice.unit() * scene.w(), dice.unit() * scene.h());
        const QColor star = mix(rgb(0xffffff), dice.chance(0.5) ? rgb(0xffd9a8) : rgb(0xa8c8ff), dice.unit());
        if (size > 0.002) {
            canvas.glow(at, size * 8, star, 0.5);
        }
        canvas.oval(at, size, size, withAlpha(star, dice.between(0.3, 1)));
    }
    QList<Mention> bodies = scene.sky;
    if (!scene.reading.shows(Subject::Planet)) {
        bodies.prepend({Subject::Planet, 1, own});
    }
    double x = scene.w() - scene.hero;
    for (const Mention &mention : std::as_const(bodies)) {
        const bool planet = mention.subject == Subject::Planet;
        drawGroup(canvas, mention, {QPointF(x, scene.h() * (planet ? 0.56 : 0.7)), planet ? 1.7 : 1.0, 0, 0.4});
        x = scene.w() - x;
    }
    const bool landed = !scene.near.isEmpty() || !scene.builds.isEmpty();
    const bool flying = scene.near.size() == 1 && scene.near.first().subject == Subject::Rocket;
    if (landed && !flying) {
        const QColor dust = mix(rgb(0x8a8694), own, 0.25);
        for (int i = 0; i < 3; ++i) {
            const double y = scene.h() * (0.78 + 0.1 * i);
            Points crest;
            for (int k = 0; k <= 60; ++k) {
                const double px = (k / 60.0 * 1.1 - 0.05) * scene.w();
                crest.append({px, y - 0.08 * u * layered(px * 3 + i * 7, 541, 3)});
            }
            const QColor tone = mix(dust, rgb(0x0b0d24), 0.62 - 0.2 * i);
            canvas.fillDown(bank(crest, scene.h() + 0.02, true), y - 0.08, scene.h(),
                            {{0, lighter(tone, 0.1)}, {0.3, tone}, {1, lighter(tone, -0.1)}});
        }
    }
    double at = scene.hero;
    for (const Mention &mention : scene.builds) {
        drawGroup(canvas, mention, {QPointF(at, scene.h() * 0.86), 0.9, 0, 0.2});
    }
    const QList<Mention> near = paintRider(canvas, QPointF(scene.hero, scene.h() * 0.93), 0, 1.0);
    for (const Mention &mention : near) {
        const bool rocket = mention.subject == Subject::Rocket && flying;
        drawGroup(canvas, mention, {QPointF(at, scene.h() * (rocket ? 0.72 : 0.93)), rocket ? 1.2 : 1.05, 0, 0.2});
        at = scene.w() - at;
    }
}

void paintCloudscape(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(560);
    const double u = scene.unit();
    paintSky(canvas);
    constexpr int layers = 6;
    for (int i = 0; i < layers; ++i) {
        const double t = double(i) / (layers - 1);
        const double y = scene.horizon + (scene.h() * 1.02 - scene.horizon) * t;
        const double depth = 0.9 * (1 - t);
        const QColor white = mix(canvas.on(rgb(0xfbf6f0), depth), scene.light.glow, 0.25 * depth);
        QPainterPath heap;
        heap.setFillRule(Qt::WindingFill);
        for (double x = -0.1; x < scene.w() + 0.1; x += u * (0.03 + 0.035 * t)) {
            const double r = u * (0.035 + 0.085 * t) * (0.55 + 0.9 * noise(x * 5 + i * 13, 561));
            heap.addEllipse(QPointF(x, y - r * 0.25 + dice.bell() * 0.012), r * 1.15, r);
        }
        heap.addRect(QRectF(-0.1, y, scene.w() + 0.2, scene.h() - y + 0.1));
        canvas.fillDown(heap, y - u * (0.05 + 0.05 * t), y + u * (0.05 + 0.06 * t),
                        {{0, lighter(white, 0.05)},
                         {0.45, mix(white, scene.light.lower, 0.3)},
                         {1, mix(white, scene.light.upper, 0.75 - 0.15 * t)}});
        if (i == 2) {
            paintFlyers(canvas);
            double x = scene.hero;
            for (const Mention &mention : scene.builds + scene.near + scene.water) {
                drawGroup(canvas, mention, {QPointF(x, y + 0.06), 1.1, 0.2, 0.2});
                x = scene.w() - x;
            }
        }
    }
}

} // namespace lightwell::sketchbook
