// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/land.h"

#include "providers/sketchbook/art/noise.h"

#include <cmath>

namespace lightwell::sketchbook {

namespace {

Points crestOf(const Canvas &canvas, const Range &range, quint64 seed)
{
    Points crest;
    const int steps = range.sharp ? 260 : 90;
    for (int i = 0; i <= steps; ++i) {
        const double x = (double(i) / steps * 1.1 - 0.05) * canvas.w();
        const double t = x / range.breadth + 100;
        double height = 0;
        if (range.sharp) {
            const double broad = layered(t * 0.55, seed + 9, 2);
            height = std::pow(ridged(t, seed, 5), 1.6) * (0.55 + 1.15 * broad);
        } else {
            height = layered(t, seed, 2);
        }
        crest.append({x, range.base - height * range.height});
    }
    return crest;
}

/// The peaks worth a ridge of their own.
QList<qsizetype> peaksOf(const Points &crest)
{
    QList<qsizetype> peaks;
    constexpr qsizetype reach = 9;
    for (qsizetype i = reach; i + reach < crest.size(); ++i) {
        bool highest = true;
        for (qsizetype k = i - reach; k <= i + reach && highest; ++k) {
            highest = crest.at(k).y() >= crest.at(i).y();
        }
        if (highest && (peaks.isEmpty() || i - peaks.last() > reach)) {
            peaks.append(i);
        }
    }
    return peaks;
}

/// The side of a peak that lies in shadow: from the crest down to a ragged ridge line.
QPainterPath shadowOf(const Points &crest, qsizetype peak, double side, double drop, Dice &dice)
{
    Points points;
    const qsizetype step = side > 0 ? 1 : -1;
    qsizetype i = peak;
    while (i >= 0 && i < crest.size() && std::abs(i - peak) < 46) {
        points.append(crest.at(i));
        i += step;
    }
    const double foot = crest.at(peak).y() + drop;
    points.append({points.last().x(), std::max(foot, points.last().y())});
    double x = crest.at(peak).x();
    double y = crest.at(peak).y();
    Points ridge;
    while (y < foot) {
        ridge.prepend({x, y});
        y += drop * dice.between(0.05, 0.13);
        x += drop * dice.between(-0.07, 0.09) * side;
    }
    ridge.prepend({x, foot});
    points += ridge;
    return polygon(points);
}

/// Snow lies above a ragged line that follows the crest.
QPainterPath snowOn(const Points &crest, const Range &range, double line, Dice &dice)
{
    Points points = crest;
    const double tooth = range.height * 0.11;
    const quint64 seed = dice.next() % 9999;
    for (qsizetype i = crest.size() - 1; i >= 0; --i) {
        const double depth = std::max(0.0, line - crest.at(i).y());
        const double swing =
            std::abs(std::fmod(crest.at(i).x() / tooth + 1000 + noise(crest.at(i).x() * 30, seed), 1.0) - 0.5);
        const double reach = depth * (0.34 + 0.4 * noise(crest.at(i).x() / tooth * 0.4, seed + 3))
            + swing * 0.5 * std::min(depth, tooth);
        points.append({crest.at(i).x(), crest.at(i).y() + reach});
    }
    return polygon(points);
}

void shapePeaks(Canvas &canvas, const Range &range, const Points &crest, const QPainterPath &body)
{
    Dice dice = canvas.dice(range.part + 7);
    QPainter &painter = canvas.painter();
    painter.save();
    painter.setClipPath(body);
    if (range.snow > 0) {
        const double line = range.base - range.height * (1 - range.snow) * 0.9;
        const QColor snow = canvas.on(rgb(0xf4f7fb), range.depth * 0.8);
        canvas.fill(snowOn(crest, range, line, dice), withAlpha(snow, 0.92));
    }
    const QColor shadow = mix(canvas.light().shade, canvas.light().haze, range.depth * 0.75);
    const QList<qsizetype> peaks = peaksOf(crest);
    for (const qsizetype peak : peaks) {
        const double side = -canvas.sunSide(crest.at(peak).x());
        const double drop = (range.base - crest.at(peak).y()) * 1.15;
        if (drop < range.height * 0.12) {
            continue;
        }
        const QPainterPath path = shadowOf(crest, peak, side, drop, dice);
        const double top = crest.at(peak).y();
        canvas.fillDown(path, top, top + drop,
                        {{0, withAlpha(shadow, 0.5 * (1 - 0.5 * range.depth))}, {1, withAlpha(shadow, 0)}});
    }
    painter.restore();
}

} // namespace

Points paintRange(Canvas &canvas, const Range &range)
{
    const quint64 seed = canvas.dice(range.part).next() % 1'000'000;
    const Points crest = crestOf(canvas, range, seed);
    const double floor = range.floor > 0 ? range.floor : canvas.h() + 0.02;
    const QPainterPath body = bank(crest, floor, !range.sharp);
    const QColor high = canvas.on(range.surface, range.depth);
    const QColor low = mix(high, canvas.light().haze, 0.25 + 0.5 * range.depth);
    canvas.fillDown(body, range.base - range.height, range.base + range.height * 0.35, {{0, high}, {1, low}});
    if (range.sharp && range.depth < 0.85) {
        shapePeaks(canvas, range, crest, body);
    }
    return crest;
}

double heightAt(const Points &crest, double x)
{
    for (qsizetype i = 1; i < crest.size(); ++i) {
        if (crest.at(i).x() >= x) {
            const QPointF a = crest.at(i - 1);
            const QPointF b = crest.at(i);
            const double span = b.x() - a.x();
            return span <= 0 ? a.y() : a.y() + (b.y() - a.y()) * (x - a.x()) / span;
        }
    }
    return crest.isEmpty() ? 0 : crest.last().y();
}

void paintHaze(Canvas &canvas, double top, double bottom, double strength)
{
    const QColor haze = mix(canvas.light().haze, canvas.light().glow, 0.3);
    canvas.wash(QRectF(-0.01, top, canvas.w() + 0.02, bottom - top),
                {{0, withAlpha(haze, 0)},
                 {0.6, withAlpha(haze, strength * 0.85)},
                 {0.8, withAlpha(haze, strength)},
                 {1, withAlpha(haze, 0)}});
}

void paintGrass(Canvas &canvas, double base, double height, const QColor &colour, Dice dice)
{
    if (canvas.scene().wintry()) {
        return;
    }
    QPainterPath path;
    const int count = static_cast<int>(170 * canvas.w());
    for (int i = 0; i < count; ++i) {
        const double x = dice.between(-0.02, 1.02) * canvas.w();
        const double tall = height * (0.35 + 0.65 * noise(x * 5, 77)) * dice.between(0.5, 1.2);
        const double lean = dice.bell() * tall * 0.5;
        const double thick = dice.between(0.0012, 0.0034);
        path.moveTo(x - thick, base);
        path.quadTo(x - thick * 0.5 + lean * 0.2, base - tall * 0.6, x + lean, base - tall);
        path.quadTo(x + thick * 0.5 + lean * 0.2, base - tall * 0.6, x + thick, base);
        path.closeSubpath();
    }
    path.setFillRule(Qt::WindingFill);
    canvas.fill(path, colour);
}

QColor groundColour(const Scene &scene)
{
    if (scene.wintry()) {
        return rgb(0xe9f0f7);
    }
    switch (scene.season) {
    case Season::Spring:
        return rgb(0x86b85a);
    case Season::Summer:
        return rgb(0x86b33a);
    case Season::Autumn:
        return rgb(0xb98a3e);
    default:
        return rgb(0x6f9f4e);
    }
}

QColor leafColour(const Scene &scene, Dice &dice)
{
    static const QList<quint32> spring = {0xf3b6c8, 0xf7d3dc, 0xa9cf6a, 0x8fc25f};
    static const QList<quint32> summer = {0x4f8a45, 0x62994a, 0x3f7a4a, 0x789f4c};
    static const QList<quint32> autumn = {0xd9652b, 0xe59a2f, 0xb93f2a, 0xe8bd4a, 0xc77a2f};
    static const QList<quint32> winter = {0xdfe8f0, 0xcfdbe6};
    if (scene.wintry()) {
        return rgb(dice.pick(winter));
    }
    switch (scene.season) {
    case Season::Spring:
        return rgb(dice.pick(spring));
    case Season::Autumn:
        return rgb(dice.pick(autumn));
    default:
        return rgb(dice.pick(summer));
    }
}

} // namespace lightwell::sketchbook
