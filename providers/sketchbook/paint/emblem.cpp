// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/emblem.h"

#include "providers/sketchbook/paint/cast.h"

namespace lightwell::sketchbook {

namespace {

Scene evenly(const QImage &image, const Reading &reading, quint64 seed)
{
    Scene scene;
    scene.reading = reading;
    scene.season = reading.season;
    scene.seed = seed;
    const double unit = std::min(image.width(), image.height());
    scene.size = QSizeF(image.width() / unit, image.height() / unit);
    scene.sun = QPointF(-1, -1);
    scene.light.key = rgb(0xfffdf8);
    scene.light.disc = rgb(0xfffbe6);
    scene.light.shade = rgb(0x2a2f45);
    scene.light.haze = rgb(0xf3ead9);
    scene.light.hazing = 0;
    return scene;
}

} // namespace

EmblemPress::EmblemPress(QImage &image, const Reading &reading, quint64 seed, const Ticker &ticker)
    : m_scene(evenly(image, reading, seed))
    , m_canvas(image, m_scene, ticker)
{
}

void EmblemPress::print(const Mention &mention, const EmblemSpot &spot)
{
    Pose pose;
    const double breadth = std::max(1.0, breadthOf(mention.subject));
    pose.size = spot.size / breadth;
    pose.foot = QPointF(0, pose.size * 0.5);
    pose.depth = 0;
    pose.mirrored = spot.mirrored;
    pose.colour = mention.colour;
    pose.hero = true;
    pose.part = spot.part;
    QPainter &painter = m_canvas.painter();
    painter.save();
    painter.translate(spot.centre);
    painter.rotate(spot.turn);
    drawSubject(m_canvas, mention.subject, pose);
    painter.restore();
}

bool EmblemPress::suits(Subject subject)
{
    return subject != Subject::Moon && subject != Subject::Sun && subject != Subject::Bridge;
}

} // namespace lightwell::sketchbook
