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

/// The light of a window on the wall.
void paintWindowLight(Canvas &canvas, Dice &dice)
{
    const Scene &scene = canvas.scene();
    QPainter &painter = canvas.painter();
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Screen);
    const bool fromLeft = scene.sun.x() < scene.w() / 2;
    const double x = (fromLeft ? 0.1 : 0.42) * scene.w();
    const double lean = fromLeft ? 0.2 : -0.2;
    const double y = scene.h() * dice.between(0.04, 0.12);
    const double width = 0.21 * scene.w();
    const double height = scene.horizon * 0.4;
    for (int column = 0; column < 2; ++column) {
        for (int row = 0; row < 2; ++row) {
            const double left = x + column * (width + 0.02) + lean * row * 0.5;
            const double top = y + row * (height + 0.02);
            canvas.fill(polygon({{left, top},
                                 {left + width, top + 0.02},
                                 {left + width + lean * 0.5, top + height + 0.02},
                                 {left + lean * 0.5, top + height}}),
                        withAlpha(scene.light.glow, scene.light.night ? 0.1 : 0.24));
        }
    }
    painter.restore();
}

} // namespace

void paintTable(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(580);
    static const QList<quint32> walls = {0xb9a48c, 0x8fa39c, 0xa98f86, 0x7f8c9c, 0xc2a878};
    static const QList<quint32> boards = {0x6b4a36, 0x8a6546, 0x4f5660, 0xb79a78};
    const QColor wall = rgb(dice.pick(walls));
    const QColor board = scene.accents.isEmpty() ? rgb(dice.pick(boards)) : scene.accents.first();
    const QColor lit = canvas.on(lighter(wall, 0.06), 0.1);
    const QColor dim = mix(canvas.on(lighter(wall, -0.16), 0), scene.light.shade, 0.3);
    canvas.wash(QRectF(-0.01, -0.01, scene.w() + 0.02, scene.h() + 0.02),
                {{0, dim}, {0.6, mix(lit, dim, 0.35)}, {1, lit}});
    canvas.glow({scene.sun.x(), scene.horizon * 0.55}, 0.85, mix(scene.light.glow, wall, 0.4),
                scene.light.night ? 0.25 : 0.5);
    paintWindowLight(canvas, dice);
    const QColor top = canvas.on(board, 0);
    canvas.wash(QRectF(-0.01, scene.horizon, scene.w() + 0.02, scene.h() - scene.horizon + 0.02),
                {{0, lighter(top, 0.07)}, {0.25, top}, {1, lighter(top, -0.12)}});
    canvas.wash(QRectF(-0.01, scene.horizon, scene.w() + 0.02, 0.012),
                {{0, withAlpha(scene.light.disc, 0.4)}, {1, withAlpha(scene.light.disc, 0)}});
    for (int i = 0; i < 60; ++i) {
        const double y = scene.horizon + (scene.h() - scene.horizon) * std::pow(dice.unit(), 0.8);
        const double x = dice.between(-0.2, 1) * scene.w();
        const double length = dice.between(0.1, 0.5);
        canvas.stroke(flow({{x, y}, {x + length / 2, y + dice.bell() * 0.006}, {x + length, y}}),
                      withAlpha(lighter(top, dice.chance(0.5) ? 0.06 : -0.07), 0.35), 0.0016);
    }
    const double y = scene.horizon + (scene.h() - scene.horizon) * 0.42;
    QList<Mention> things = scene.near + scene.builds + scene.sky + scene.water;
    if (things.isEmpty()) {
        things.append({dice.pick(QList<Subject> {Subject::Vase, Subject::Apple, Subject::Cup, Subject::Kettle}), 1,
                       std::nullopt});
    }
    double x = things.size() == 1 && things.first().count == 1 ? scene.w() * dice.between(0.44, 0.56) : scene.hero;
    int index = 0;
    for (const Mention &mention : std::as_const(things)) {
        const double room = 0.62 / (things.size() > 1 ? 1.5 : 1.0);
        const double scale = std::min(1.6, room / heightOf(mention.subject));
        drawGroup(canvas, mention,
                  {QPointF(x, y + 0.03 * index), scale * (scene.horizon / scene.h() > 0.5 ? 1 : 0.9), 0, 0.3});
        x = index == 0 ? scene.w() - x : scene.w() * 0.5;
        ++index;
    }
}

void paintPortrait(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(600);
    const double u = scene.unit();
    const double cx = scene.w() / 2;
    const Light &light = scene.light;
    canvas.wash(QRectF(-0.01, -0.01, scene.w() + 0.02, scene.h() + 0.02),
                {{0, light.zenith}, {0.4, light.upper}, {0.75, light.lower}, {1, light.glow}});
    const double head = scene.h() * 0.4;
    canvas.glow({cx, head}, 0.75, light.disc, 0.35);
    canvas.oval({cx, head}, 0.31 * u, 0.31 * u, mix(light.disc, light.glow, 0.45));
    canvas.stroke(
        [&] {
            QPainterPath p;
            p.addEllipse(QPointF(cx, head), 0.35 * u, 0.35 * u);
            return p;
        }(),
        withAlpha(light.disc, 0.5), 0.004);
    paintRange(canvas, {scene.h() * 0.86, 0.18 * u, 0.5, 0.6, rgb(0x6f859c), true, 0, -1, 601});
    paintHaze(canvas, scene.h() * 0.6, scene.h() * 0.9, 0.6);
    static const QList<quint32> skins = {0xe0b08c, 0xc68863, 0x9a6244, 0x6f452f, 0xf0c9a8};
    static const QList<quint32> hairs = {0x2a2024, 0x4a2f24, 0x8a4a2a, 0xc79a5a, 0x3a3c48};
    const QColor skin = canvas.on(rgb(dice.pick(skins)), 0);
    const QColor hair = canvas.on(rgb(dice.pick(hairs)), 0);
    const QColor cloth =
        canvas.on(scene.accents.isEmpty() ? fromLch({0.5, 0.12, dice.between(0, 360)}) : scene.accents.first(), 0);
    const double lit = canvas.sunSide(cx);
    const auto at = [&](double x, double y) { return QPointF(cx + x * lit * -1 * u, head + y * u); };
    canvas.fill(blob({at(-0.17, -0.04), at(-0.145, -0.18), at(0.0, -0.245), at(0.15, -0.18), at(0.18, 0.0),
                      at(0.24, 0.24), at(0.1, 0.3), at(-0.12, 0.26), at(-0.2, 0.14)}),
                hair);
    const QPainterPath bust =
        blob({at(-0.08, 0.24), at(0.08, 0.24), at(0.34, 0.38), at(0.42, 0.9), at(-0.42, 0.9), at(-0.34, 0.38)});
    canvas.fillDown(bust, head + 0.2 * u, scene.h(), {{0, lighter(cloth, 0.05)}, {1, lighter(cloth, -0.14)}});
    canvas.fill(polygon({at(-0.06, 0.08), at(0.06, 0.08), at(0.08, 0.28), at(0, 0.36), at(-0.08, 0.28)}),
                lighter(skin, -0.08));
    const QPainterPath face = blob({at(-0.125, -0.1), at(0, -0.19), at(0.125, -0.1), at(0.115, 0.06), at(0.06, 0.155),
                                    at(0, 0.18), at(-0.06, 0.155), at(-0.115, 0.06)});
    canvas.fill(face, skin);
    canvas.fill(blob({at(0.0, -0.19), at(0.125, -0.1), at(0.115, 0.06), at(0.06, 0.155), at(0, 0.18), at(0.035, 0.06),
                      at(0.02, -0.05)}),
                withAlpha(light.shade, 0.26));
    canvas.fill(blob({at(-0.15, 0.02), at(-0.14, -0.16), at(0, -0.225), at(0.14, -0.15), at(0.15, 0.04),
                      at(0.11, -0.09), at(0.0, -0.135), at(-0.09, -0.1)}),
                hair);
    for (const double s : {-1.0, 1.0}) {
        canvas.oval(at(s * 0.052, -0.012), 0.021 * u, 0.011 * u, rgb(0xf8f2ea));
        canvas.oval(at(s * 0.052, -0.011), 0.0095 * u, 0.0105 * u, rgb(0x2a2b33));
        canvas.stroke(flow({at(s * 0.028, -0.02), at(s * 0.052, -0.027), at(s * 0.078, -0.015)}), lighter(hair, -0.05),
                      0.0045 * u);
        canvas.stroke(flow({at(s * 0.025, -0.05), at(s * 0.055, -0.06), at(s * 0.085, -0.048)}), hair, 0.008 * u);
    }
    canvas.stroke(flow({at(-0.004, -0.01), at(0.016, 0.05), at(-0.006, 0.06)}), lighter(skin, -0.12), 0.005 * u);
    canvas.fill(blob({at(-0.042, 0.1), at(-0.012, 0.09), at(0, 0.094), at(0.012, 0.09), at(0.042, 0.1), at(0, 0.118)}),
                mix(skin, rgb(0xb03a42), 0.6));
    double x = 0.16 * scene.w();
    for (const Mention &mention : scene.near + scene.sky) {
        if (mention.subject != Subject::Person) {
            drawGroup(canvas, mention, {QPointF(x, scene.h() * 0.97), 1.0, 0, 0.2});
            x = scene.w() - x;
        }
    }
}

} // namespace lightwell::sketchbook
