// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/pattern/emblems.h"

#include "providers/sketchbook/art/dice.h"
#include "providers/sketchbook/paint/emblem.h"

#include <algorithm>

namespace lightwell::sketchbook {

namespace {

/// Dots and small rings between the emblems.
void printFillers(QImage &image, const Palette &palette, const QSizeF &size, double step, Dice dice)
{
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double unit = std::min(image.width(), image.height());
    painter.scale(unit, unit);
    painter.setPen(Qt::NoPen);
    int row = 0;
    for (double y = 0; y < size.height() + step; y += step / 2, ++row) {
        for (double x = row % 2 == 0 ? step / 2 : 0; x < size.width() + step; x += step) {
            const QColor &ink = palette.inks.at(static_cast<qsizetype>(dice.next() % 5) % palette.inks.size());
            painter.setBrush(ink);
            const double r = step * dice.between(0.025, 0.05);
            painter.drawEllipse(QPointF(x, y), r, r);
            if (dice.chance(0.4)) {
                painter.setBrush(palette.ground);
                painter.drawEllipse(QPointF(x, y), r * 0.5, r * 0.5);
            }
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
    printFillers(image, palette, size, step, dice.fork(1));
    EmblemPress press(image, reading, seed ^ reading.fingerprint, ticker);
    const bool dyed = std::any_of(reading.colours.cbegin(), reading.colours.cend(),
                                  [&](const QColor &colour) { return colour != palette.ground; });
    int row = 0;
    quint64 part = 0;
    for (double y = step * 0.25; y < size.height() + step; y += step / 2, ++row) {
        int column = row / 2;
        for (double x = row % 2 == 0 ? 0.0 : step / 2; x < size.width() + step; x += step, ++column) {
            Mention motif = motifs.at((row + column) % motifs.size());
            if (!motif.colour && dyed) {
                motif.colour = palette.inks.at((row * 2 + column) % palette.inks.size());
            }
            press.print(motif,
                        {QPointF(x, y), step * dice.between(0.44, 0.54), dice.bell() * 16, dice.chance(0.5), ++part});
        }
    }
    return true;
}

} // namespace lightwell::sketchbook
