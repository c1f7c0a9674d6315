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

/// A dune: a soft back and a sharp crest that parts light from shadow.
Points paintDune(Canvas &canvas, double y, double height, double depth, quint64 part)
{
    Dice dice = canvas.dice(part);
    const Scene &scene = canvas.scene();
    const quint64 seed = dice.next() % 9999;
    Points crest;
    for (int i = 0; i <= 120; ++i) {
        const double x = (i / 120.0 * 1.1 - 0.05) * scene.w();
        crest.append({x, y - height * std::pow(layered(x / 0.62 + 20, seed, 2), 1.4) * 1.5});
    }
    const QColor sand = canvas.on(rgb(scene.wintry() ? 0xe9eef4 : 0xe0a862), depth);
    const QPainterPath body = bank(crest, scene.h() + 0.02, true);
    canvas.fillDown(
        body, y - height, y + height * 1.2,
        {{0, lighter(sand, 0.03)}, {0.5, sand}, {1, mix(lighter(sand, -0.06), scene.light.haze, depth * 0.4)}});
    QPainter &painter = canvas.painter();
    painter.save();
    painter.setClipPath(body);
    const double side = -canvas.sunSide(scene.w() / 2);
    for (qsizetype i = 12; i + 12 < crest.size(); ++i) {
        const bool peak = crest.at(i).y() < crest.at(i - 12).y() && crest.at(i).y() < crest.at(i + 12).y()
            && crest.at(i).y() <= crest.at(i - 1).y() && crest.at(i).y() <= crest.at(i + 1).y();
        if (!peak) {
            continue;
        }
        const QPointF top = crest.at(i);
        QPainterPath shade;
        shade.moveTo(top);
        shade.cubicTo(top.x() - side * 0.04, top.y() + height * 0.5, top.x() + side * 0.16, top.y() + height * 0.8,
                      top.x() - side * 0.02, top.y() + height * 1.9);
        shade.lineTo(top.x() + side * 0.8, top.y() + height * 2.0);
        shade.lineTo(top.x() + side * 0.5, top.y() - height);
        shade.closeSubpath();
        const QColor dark = mix(mix(sand, rgb(0xa2502f), 0.35), scene.light.shade, 0.42);
        QLinearGradient gradient(top, top + QPointF(side * 0.42, height * 0.9));
        gradient.setStops({{0, withAlpha(dark, 0.75 * (1 - depth * 0.5))}, {1, withAlpha(dark, 0)}});
        canvas.fill(shade, gradient);
    }
    painter.restore();
    canvas.stroke(flow(crest), withAlpha(mix(scene.light.glow, sand, 0.45), 0.55 * (1 - depth * 0.6)), 0.0028);
    return crest;
}

void paintMesa(Canvas &canvas, double x, double width, double height, double depth, quint64 part)
{
    Dice dice = canvas.dice(part);
    const Scene &scene = canvas.scene();
    const double foot = scene.horizon + 0.02;
    const double top = foot - height;
    Points points {{x - width, foot}, {x - width * 0.62, foot - height * 0.36}, {x - width * 0.56, top}};
    for (int i = 1; i < 6; ++i) {
        points.append({x - width * 0.56 + width * 1.12 * i / 6, top + dice.bell() * 0.012});
    }
    points << QPointF(x + width * 0.56, top) << QPointF(x + width * 0.62, foot - height * 0.36)
           << QPointF(x + width, foot);
    const QColor stone = canvas.on(rgb(0xb5613c), depth);
    const QPainterPath body = polygon(points);
    canvas.fillDown(body, top, foot,
                    {{0, lighter(stone, 0.04)}, {0.6, stone}, {1, mix(stone, scene.light.haze, 0.45)}});
    QPainter &painter = canvas.painter();
    painter.save();
    painter.setClipPath(body);
    for (int i = 0; i < 5; ++i) {
        painter.fillRect(QRectF(x - width, top + height * (0.1 + 0.12 * i), width * 2, height * 0.035),
                         withAlpha(lighter(stone, -0.08), 0.5));
    }
    const double side = -canvas.sunSide(x);
    canvas.fill(polygon({{x + side * width * 0.2, top - 0.02},
                         {x + side * width * 0.1, foot},
                         {x + side * width * 1.1, foot},
                         {x + side * width * 0.7, top - 0.02}}),
                withAlpha(scene.light.shade, 0.36 * (1 - depth * 0.6)));
    painter.restore();
}

} // namespace

void paintDesert(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(470);
    const double u = scene.unit();
    paintSky(canvas);
    const bool canyon = scene.place == Place::Canyon;
    const int mesas = canyon ? 5 : dice.whole(0, 2);
    for (int i = 0; i < mesas; ++i) {
        const double depth = canyon ? 0.85 - 0.13 * i : 0.85;
        paintMesa(canvas, dice.between(0.02, 0.98) * scene.w(), u * dice.between(0.1, 0.24),
                  u * dice.between(0.12, canyon ? 0.36 : 0.16), depth, 480 + static_cast<quint64>(i));
    }
    paintHaze(canvas, scene.horizon - 0.1, scene.horizon + 0.03, 0.5);
    double x = scene.hero;
    for (const Mention &mention : scene.builds) {
        drawGroup(canvas, mention, {QPointF(x, scene.horizon + 0.03), 1.0, 0.4, 0.3});
        x = scene.w() - x;
    }
    paintFlyers(canvas);
    paintDune(canvas, scene.horizon + 0.05, 0.09 * u, 0.62, 471);
    paintHaze(canvas, scene.horizon, scene.horizon + 0.1, 0.3);
    const Points middle = paintDune(canvas, scene.horizon + (scene.h() - scene.horizon) * 0.4, 0.15 * u, 0.32, 472);
    QList<Mention> front;
    for (const Mention &mention : scene.near) {
        if (mention.subject == Subject::Camel || mention.subject == Subject::Person
            || mention.subject == Subject::Horse) {
            drawGroup(canvas, mention, {QPointF(scene.hero, 0), mention.count > 1 ? 0.62 : 0.9, 0.16, 0.24}, middle);
        } else {
            front.append(mention);
        }
    }
    paintDune(canvas, scene.horizon + (scene.h() - scene.horizon) * 0.78, 0.2 * u, 0.1, 473);
    x = scene.w() - scene.hero;
    for (const Mention &mention : front) {
        drawGroup(canvas, mention, {QPointF(x, scene.h() * 0.94), 1.0, 0.02, 0.3});
        x = scene.w() - x;
    }
}

} // namespace lightwell::sketchbook
