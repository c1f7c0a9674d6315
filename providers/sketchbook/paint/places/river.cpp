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

/// The course of a stream: its middle and half its width at each step from far to near.
struct Course
{
    Points middle;
    QList<double> half;

    /// Whether x is in the water or right beside it at a height.
    [[nodiscard]] bool wets(double x, double y, double margin) const
    {
        for (qsizetype i = 0; i < middle.size(); ++i) {
            if (middle.at(i).y() >= y) {
                return std::abs(x - middle.at(i).x()) < half.at(i) + margin;
            }
        }
        return false;
    }
};

Course courseOf(Canvas &canvas, double from, double top, double width, quint64 part)
{
    Dice dice = canvas.dice(part);
    Course course;
    const double turns = dice.between(1.3, 1.9);
    const double side = from < canvas.w() / 2 ? 1 : -1;
    const double goal = canvas.w() / 2 + side * dice.between(-0.12, 0.1) * canvas.w();
    constexpr int steps = 70;
    for (int i = 0; i <= steps; ++i) {
        const double t = double(i) / steps;
        const double near = std::pow(t, 1.5);
        const double sway = std::sin(t * turns * 2 * M_PI) * 0.17 * canvas.w() * std::pow(t, 0.8) * (1 - 0.45 * t);
        course.middle.append({from + (goal - from) * near + side * sway, top + (canvas.h() + 0.02 - top) * near});
        course.half.append(0.5 * width * (0.035 + 0.965 * std::pow(t, 1.8)));
    }
    return course;
}

QPainterPath bodyOf(const Course &course, double wider)
{
    Points left;
    Points right;
    for (qsizetype i = 0; i < course.middle.size(); ++i) {
        const QPointF off(course.half.at(i) * wider, 0);
        left.append(course.middle.at(i) - off);
        right.prepend(course.middle.at(i) + off);
    }
    return polygon(left + right);
}

void paintCurrents(Canvas &canvas, const Course &course, Dice dice)
{
    const Light &light = canvas.light();
    for (int i = 0; i < 150; ++i) {
        const auto at = static_cast<qsizetype>(std::pow(dice.unit(), 0.7) * double(course.middle.size() - 4));
        const double lane = dice.between(-0.85, 0.85);
        Points line;
        for (qsizetype k = at; k < std::min(at + 4, course.middle.size()); ++k) {
            line.append(course.middle.at(k) + QPointF(course.half.at(k) * lane, 0));
        }
        const double near = double(at) / double(course.middle.size());
        const QColor glint =
            dice.chance(0.6) ? mix(light.glow, rgb(0xffffff), 0.35) : mix(light.zenith, light.shade, 0.3);
        canvas.stroke(flow(line), withAlpha(glint, 0.16 + 0.3 * dice.unit()), 0.0008 + 0.0032 * near);
    }
}

void paintPebbles(Canvas &canvas, const Course &course, Dice dice)
{
    const bool snow = canvas.scene().wintry();
    for (int i = 0; i < 90; ++i) {
        const auto at = static_cast<qsizetype>(std::pow(dice.unit(), 0.6) * double(course.middle.size() - 1));
        const double side = dice.chance(0.5) ? 1 : -1;
        const double near = double(at) / double(course.middle.size());
        const double size = (0.002 + 0.017 * near * near) * dice.between(0.5, 1.3);
        const QPointF foot =
            course.middle.at(at) + QPointF(side * course.half.at(at) * dice.between(0.94, 1.08), size * 0.2);
        const QColor stone = canvas.on(lighter(rgb(snow ? 0xb9c4d0 : 0x8a8178), dice.bell() * 0.08), 0.4 * (1 - near));
        canvas.oval(foot, size * 1.5, size, mix(stone, canvas.light().shade, 0.3));
        canvas.oval(foot - QPointF(0, size * 0.25), size * 1.3, size * 0.7, stone);
    }
}

void paintCourse(Canvas &canvas, const Course &course, double top, quint64 part)
{
    const Light &light = canvas.light();
    const QColor bank = canvas.on(canvas.scene().wintry() ? rgb(0xc9d6e2) : rgb(0x8a7550), 0.15);
    canvas.fillDown(bodyOf(course, 1.13), top, canvas.h(),
                    {{0, mix(bank, light.haze, 0.5)}, {1, mix(bank, light.shade, 0.2)}});
    const QColor deep = mix(canvas.on(rgb(0x2f6f86), 0), light.upper, 0.35);
    canvas.fillDown(bodyOf(course, 1), top, canvas.h(),
                    {{0, mix(light.glow, light.lower, 0.4)},
                     {0.3, mix(light.lower, light.upper, 0.5)},
                     {1, mix(deep, light.shade, 0.18)}});
    paintCurrents(canvas, course, canvas.dice(part + 1));
    paintPebbles(canvas, course, canvas.dice(part + 2));
}

/// Trees on both banks, from far to near.
void paintBanks(Canvas &canvas, const Course &course, double top)
{
    const Scene &scene = canvas.scene();
    Dice dice = canvas.dice(411);
    const bool high = scene.reading.speaksOf(Place::Mountains) || scene.wintry();
    constexpr int trees = 46;
    for (int i = 0; i < trees; ++i) {
        const double t = std::pow((i + 0.5) / trees, 1.6);
        const double y = top + (scene.h() * 0.86 - top) * t;
        const double x = dice.between(-0.04, 1.04) * scene.w();
        const double size = scene.unit() * (0.03 + 0.2 * t) * dice.between(0.7, 1.2);
        const bool hides = t > 0.25 && std::abs(x - scene.hero) < 0.2 * scene.unit() && !scene.near.isEmpty();
        if (course.wets(x, y, size * 0.4) || hides || (t > 0.5 && x > 0.22 * scene.w() && x < 0.78 * scene.w())) {
            continue;
        }
        Pose pose;
        pose.foot = QPointF(x, y);
        pose.size = size;
        pose.depth = 0.62 * (1 - t);
        pose.part = 4200 + static_cast<quint64>(i);
        drawSubject(canvas, dice.chance(high ? 0.9 : 0.35) ? Subject::Pine : Subject::Tree, pose);
    }
}

} // namespace

void paintStream(Canvas &canvas, double from, double top, double width, quint64 part)
{
    paintCourse(canvas, courseOf(canvas, from, top, width, part), top, part);
}

void paintRiver(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    const double u = scene.unit();
    const bool mountains = scene.reading.speaksOf(Place::Mountains) || !scene.reading.speaksOf(Place::Hills);
    const QColor ground = groundColour(scene);
    paintSky(canvas);
    paintRange(canvas,
               {scene.horizon, (mountains ? 0.34 : 0.16) * u, 0.6, 0.76, rgb(0x6a7f96), mountains,
                scene.wintry() ? 0.75 : 0.4, -1, 405});
    paintHaze(canvas, scene.horizon - 0.14, scene.horizon + 0.03, 0.5);
    const Points far =
        paintRange(canvas, {scene.horizon + 0.03, 0.1 * u, 0.5, 0.6, turned(ground, 12), false, 0, -1, 406});
    paintPines(canvas, far, 0.05 * u, 0.56, 60, 407);
    const double top = scene.horizon + 0.05;
    paintRange(canvas, {top, 0.015, 0.9, 0.36, ground, false, 0, -1, 408});
    const QColor near = canvas.on(ground, 0.02);
    canvas.wash(QRectF(-0.01, top + 0.02, scene.w() + 0.02, scene.h() - top),
                {{0, withAlpha(near, 0)}, {0.5, withAlpha(near, 0.7)}, {1, lighter(near, -0.05)}});
    const Course course = courseOf(canvas, scene.w() - scene.hero, top, 0.5 * u, 409);
    paintCourse(canvas, course, top, 409);
    paintBanks(canvas, course, top);
    double x = scene.hero;
    for (const Mention &mention : scene.builds) {
        const double y = top + (scene.h() - top) * 0.25;
        drawGroup(canvas, mention, {QPointF(x, y), 0.85, 0.25, 0.16});
        x = scene.w() - x;
    }
    for (const Mention &mention : scene.water) {
        const QPointF at = course.middle.at(course.middle.size() * 7 / 10);
        drawGroup(canvas, mention, {at, 0.6, 0.08, 0.1});
    }
    paintFlyers(canvas);
    paintNear(canvas, scene.h() * 0.93, 0.0, 0.95);
    paintGrass(canvas, scene.h() + 0.01, 0.05 * u, mix(canvas.on(ground, 0), scene.light.shade, 0.45),
               canvas.dice(412));
}

} // namespace lightwell::sketchbook
