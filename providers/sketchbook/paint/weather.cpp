// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/weather.h"

#include "providers/sketchbook/paint/land.h"

#include <cmath>

namespace lightwell::sketchbook {

namespace {

void paintRain(Canvas &canvas)
{
    Dice dice = canvas.dice(700);
    const double slant = dice.between(0.08, 0.22) * (dice.chance(0.5) ? 1 : -1);
    const QColor drop = mix(canvas.light().glow, rgb(0xe9f2ff), 0.5);
    for (int i = 0; i < 420; ++i) {
        const double near = std::pow(dice.unit(), 2);
        const double length = 0.02 + 0.07 * near;
        const QPointF at(dice.between(-0.1, 1.1) * canvas.w(), dice.between(-0.05, 1.0) * canvas.h());
        QPainterPath path(at);
        path.lineTo(at + QPointF(slant * length, length));
        canvas.stroke(path, withAlpha(drop, 0.12 + 0.3 * near), 0.0007 + 0.0014 * near);
    }
}

void paintSnowfall(Canvas &canvas)
{
    Dice dice = canvas.dice(701);
    for (int i = 0; i < 520; ++i) {
        const double near = std::pow(dice.unit(), 4);
        const double size = 0.0011 + 0.0075 * near;
        const QPointF at(dice.unit() * canvas.w(), dice.unit() * canvas.h());
        canvas.oval(at, size, size, withAlpha(rgb(0xffffff), (0.85 - 0.45 * near) * dice.between(0.5, 1)));
    }
}

void paintDrift(Canvas &canvas, const QList<quint32> &colours, int count)
{
    Dice dice = canvas.dice(702);
    QPainter &painter = canvas.painter();
    for (int i = 0; i < count; ++i) {
        const double near = std::pow(dice.unit(), 2);
        painter.save();
        painter.translate(dice.unit() * canvas.w(), dice.unit() * canvas.h());
        painter.rotate(dice.between(0, 360));
        canvas.oval({0, 0}, 0.003 + 0.008 * near, 0.0015 + 0.004 * near,
                    withAlpha(canvas.on(rgb(dice.pick(colours)), 0), 0.9));
        painter.restore();
    }
}

/// Long soft strokes of moving air, and what it carries.
void paintGusts(Canvas &canvas)
{
    Dice dice = canvas.dice(704);
    const double side = dice.chance(0.5) ? 1 : -1;
    const QColor air = mix(canvas.light().glow, rgb(0xffffff), 0.55);
    for (int i = 0; i < 34; ++i) {
        const QPointF from(dice.between(-0.2, 1.0) * canvas.w(), dice.between(0.04, 0.94) * canvas.h());
        const double length = canvas.w() * dice.between(0.16, 0.42);
        const double swell = canvas.h() * dice.between(0.008, 0.03) * side;
        const Points line {from, from + QPointF(length * 0.3, -swell), from + QPointF(length * 0.65, swell * 0.7),
                           from + QPointF(length, -swell * 0.3)};
        canvas.stroke(flow(line), withAlpha(air, dice.between(0.16, 0.42)), dice.between(0.0014, 0.0042));
    }
    paintDrift(canvas, {0x8a9a4a, 0xc7a45a, 0x6f7f3f, 0xd9c07a}, 90);
}

void paintLightning(Canvas &canvas)
{
    Dice dice = canvas.dice(703);
    const Scene &scene = canvas.scene();
    QPointF at(scene.w() - scene.hero + dice.bell() * 0.08, scene.horizon * 0.08);
    Points bolt {at};
    while (at.y() < scene.horizon * 0.98) {
        at += QPointF(dice.bell() * 0.055, dice.between(0.02, 0.05));
        bolt.append(at);
        if (dice.chance(0.3)) {
            const QPointF side(at.x() + dice.bell() * 0.13, at.y() + dice.between(0.04, 0.1));
            QPainterPath branch(at);
            branch.lineTo((at + side) / 2 + QPointF(dice.bell() * 0.02, 0));
            branch.lineTo(side);
            canvas.stroke(branch, withAlpha(rgb(0xe9e6ff), 0.6), 0.0014);
        }
    }
    for (const QPointF &point : bolt) {
        canvas.glow(point, 0.11, rgb(0xb9b6ff), 0.16);
    }
    QPainterPath path(bolt.first());
    for (const QPointF &point : bolt) {
        path.lineTo(point);
    }
    canvas.stroke(path, rgb(0xf8f6ff), 0.0034);
}

} // namespace

void paintWeather(Canvas &canvas)
{
    const Scene &scene = canvas.scene();
    const bool indoors = scene.place == Place::Table || scene.place == Place::Underwater || scene.place == Place::Space;
    if (indoors) {
        return;
    }
    if (scene.weather == Weather::Fog) {
        paintHaze(canvas, scene.h() * 0.25, scene.h() * 1.01, 0.34);
    }
    if (scene.weather == Weather::Storm) {
        paintLightning(canvas);
    }
    if (scene.weather == Weather::Rain || scene.weather == Weather::Storm) {
        paintRain(canvas);
    } else if (scene.weather == Weather::Snow) {
        paintSnowfall(canvas);
    } else if (scene.weather == Weather::Wind) {
        paintGusts(canvas);
    } else if (scene.season == Season::Autumn) {
        paintDrift(canvas, {0xd9652b, 0xe59a2f, 0xb93f2a}, 46);
    } else if (scene.season == Season::Spring) {
        paintDrift(canvas, {0xf7d3dc, 0xf3b6c8, 0xfdf3f3}, 60);
    }
}

void finish(QImage &image, quint64 seed, double vignette)
{
    const int softness = static_cast<int>(13000 / vignette);
    const double cx = image.width() / 2.0;
    const double cy = image.height() / 2.0;
    QList<int> across(image.width());
    for (int x = 0; x < image.width(); ++x) {
        const double d = (x - cx) / cx;
        across[x] = static_cast<int>(1000 * d * d);
    }
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        const double dy = (y - cy) / cy;
        const int down = static_cast<int>(1000 * dy * dy);
        quint64 state = Dice::mix(seed ^ (static_cast<quint64>(y) * 0x9e3779b97f4a7c15ULL));
        for (int x = 0; x < image.width(); ++x) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            const int grain = static_cast<int>((state >> 40) & 7) + static_cast<int>((state >> 50) & 7) - 7;
            const int far = std::max(0, across.at(x) + down - 700);
            const int keep = 1024 - far * far / softness;
            const QRgb p = line[x];
            const auto channel = [&](int value) { return std::clamp((value * keep >> 10) + grain / 2, 0, 255); };
            line[x] = qRgb(channel(qRed(p)), channel(qGreen(p)), channel(qBlue(p)));
        }
    }
}

} // namespace lightwell::sketchbook
