// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/pattern/emblems.h"

#include "providers/sketchbook/art/dice.h"
#include "providers/sketchbook/paint/emblem.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace lightwell::sketchbook {

namespace {

struct Dot
{
    QPointF centre;
    double radius = 0;
    QColor ink;
    bool ring = false;
};

/// Dots and small rings in the middle between the emblems, row by row.
QList<Dot> layOutDots(const Palette &palette, const QSizeF &size, double step, Dice dice)
{
    QList<Dot> dots;
    int row = 0;
    for (double y = step * 0.25; y < size.height() + step; y += step / 2, ++row) {
        for (double x = row % 2 == 0 ? step / 2 : 0; x < size.width() + step; x += step) {
            Dot dot;
            dot.centre = QPointF(x, y);
            dot.ink = palette.inks.at(static_cast<qsizetype>(dice.next() % 5) % palette.inks.size());
            dot.radius = step * dice.between(0.025, 0.05);
            dot.ring = dice.chance(0.4);
            dots.append(dot);
        }
    }
    return dots;
}

/// Whether nothing but the cloth is where the dot goes, with a little air around it. `unit`: pixels per unit.
bool isFree(const QImage &image, const Dot &dot, double unit, QRgb cloth)
{
    const QPointF centre = dot.centre * unit;
    const double reach = dot.radius * unit * 1.25 + 1;
    const QRect box =
        QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach).toAlignedRect() & image.rect();
    for (int y = box.top(); y <= box.bottom(); ++y) {
        for (int x = box.left(); x <= box.right(); ++x) {
            if (std::hypot(x + 0.5 - centre.x(), y + 0.5 - centre.y()) <= reach && image.pixel(x, y) != cloth) {
                return false;
            }
        }
    }
    return true;
}

/// After the emblems: a dot that one of them reaches is left out, so that none lies half under it.
void printDots(QImage &image, const QList<Dot> &dots, const QColor &cloth)
{
    const double unit = std::min(image.width(), image.height());
    QList<Dot> free;
    std::copy_if(dots.cbegin(), dots.cend(), std::back_inserter(free),
                 [&](const Dot &dot) { return isFree(image, dot, unit, cloth.rgb()); });
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(unit, unit);
    painter.setPen(Qt::NoPen);
    for (const Dot &dot : std::as_const(free)) {
        painter.setBrush(dot.ink);
        painter.drawEllipse(dot.centre, dot.radius, dot.radius);
        if (dot.ring) {
            painter.setBrush(cloth);
            painter.drawEllipse(dot.centre, dot.radius * 0.5, dot.radius * 0.5);
        }
    }
}

} // namespace

bool printEmblems(QImage &image, const Reading &reading, const Palette &palette, quint64 seed, const Ticker &ticker)
{
    QList<Mention> motifs;
    for (const Mention &mention : reading.mentions) {
        if (EmblemPress::suits(mention.subject)) {
            motifs.append(mention);
        }
    }
    if (motifs.isEmpty()) {
        return false;
    }
    Dice dice(seed ^ reading.fingerprint, 33);
    const double unit = std::min(image.width(), image.height());
    const QSizeF size(image.width() / unit, image.height() / unit);
    const double step = 1.0 / dice.whole(3, 4);
    const QList<Dot> dots = layOutDots(palette, size, step, dice.fork(1));
    const bool dyed = std::any_of(reading.colours.cbegin(), reading.colours.cend(),
                                  [&](const QColor &colour) { return colour != palette.ground; });
    {
        EmblemPress press(image, reading, seed ^ reading.fingerprint, ticker);
        int row = 0;
        quint64 part = 0;
        for (double y = step * 0.25; y < size.height() + step; y += step / 2, ++row) {
            int column = row / 2;
            for (double x = row % 2 == 0 ? 0.0 : step / 2; x < size.width() + step; x += step, ++column) {
                Mention motif = motifs.at((row + column) % motifs.size());
                if (!motif.colour && dyed) {
                    motif.colour = palette.inks.at((row * 2 + column) % palette.inks.size());
                }
                press.print(
                    motif,
                    {QPointF(x, y), step * dice.between(0.44, 0.54), dice.bell() * 16, dice.chance(0.5), ++part});
            }
        }
    }
    printDots(image, dots, palette.ground);
    return true;
}

} // namespace lightwell::sketchbook
