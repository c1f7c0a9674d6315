// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/art/colour.h"
#include "providers/sketchbook/paint/emblem.h"
#include "providers/sketchbook/paint/weather.h"
#include "providers/sketchbook/poster/headline.h"
#include "providers/sketchbook/poster/lettering.h"
#include "providers/sketchbook/poster/shapes.h"
#include "providers/sketchbook/styles.h"

namespace lightwell::sketchbook {

namespace {

Shapes shapesFor(const Reading &reading, Dice &dice)
{
    QList<Shapes> fitting;
    if (reading.speaksOf(Place::Sea) || reading.speaksOf(Place::Lake) || reading.speaksOf(Place::Coast)
        || reading.speaksOf(Place::River) || reading.speaksOf(Place::Harbour)) {
        fitting = {printSwells, printSunAndBands};
    } else if (reading.place == Place::City || reading.place == Place::Village) {
        fitting = {printBlocks, printGrid};
    } else if (reading.place == Place::Portrait || reading.place == Place::Table) {
        fitting = {printOverlaps, printArcs};
    } else if (reading.place != Place::None) {
        fitting = {printSunAndBands, printSunAndBands, printRays};
    } else if (reading.hour == Hour::Dawn || reading.hour == Hour::Noon || reading.shows(Subject::Sun)) {
        fitting = {printRays, printSunAndBands};
    } else {
        fitting = {printArcs, printGrid, printDiagonals, printOverlaps, printRays};
    }
    return dice.pick(fitting);
}

struct Sheet
{
    QRectF art;
    QRectF title;
    QRectF text;
};

/// Where art and type go, for tall, square and wide sheets.
Sheet layOut(const QSizeF &size, bool words, Dice &dice)
{
    const double m = 0.06 * std::min(size.width(), size.height());
    const QRectF inner(m, m, size.width() - 2 * m, size.height() - 2 * m);
    if (!words) {
        return {inner, {}, {}};
    }
    Sheet sheet;
    if (size.width() > size.height() * 1.25) {
        const double column = inner.width() * 0.4;
        const bool left = dice.chance(0.5);
        const double x = left ? inner.left() : inner.right() - column;
        sheet.art = QRectF(left ? inner.left() + column + m : inner.left(), inner.top(), inner.width() - column - m,
                           inner.height());
        sheet.title = QRectF(x, inner.top(), column, inner.height() * 0.68);
        sheet.text = QRectF(x, inner.top() + inner.height() * 0.74, column, inner.height() * 0.26);
        return sheet;
    }
    const double band = inner.height() * 0.25;
    const bool above = dice.chance(0.35);
    const double y = above ? inner.top() : inner.bottom() - band;
    sheet.art =
        QRectF(inner.left(), above ? inner.top() + band + m : inner.top(), inner.width(), inner.height() - band - m);
    sheet.title = QRectF(inner.left(), y, inner.width() * 0.66, band);
    sheet.text = QRectF(inner.left() + inner.width() * 0.71, y, inner.width() * 0.29, band);
    return sheet;
}

void setType(QPainter &painter, const Sheet &sheet, const Lettering &lettering, const Wording &wording,
             const Palette &palette)
{
    const double largest = std::min(sheet.title.height() * 0.85, sheet.title.width() * 0.5);
    painter.fillPath(lettering.set(wording.title, sheet.title, largest, 0.012, Face::Headline, 0.98), palette.ink);
    if (!wording.text.isEmpty()) {
        painter.fillRect(QRectF(sheet.text.left(), sheet.text.top() - 0.018, sheet.text.width(), 0.0035), palette.ink);
        painter.fillPath(lettering.set(wording.text, sheet.text, 0.034, 0.011, Face::Text, 1.28), palette.ink);
    }
}

/// The first thing the prompt names that can stand alone on a poster.
std::optional<Mention> emblemOf(const Reading &reading)
{
    for (const Mention &mention : reading.mentions) {
        if (EmblemPress::suits(mention.subject)) {
            return mention;
        }
    }
    return std::nullopt;
}

/// The thing itself, large, on a disc that frees it from the shapes behind.
void printEmblem(QImage &image, const Reading &reading, const Mention &mention, const QRectF &art,
                 const Palette &palette, quint64 seed, const Ticker &ticker)
{
    const double side = std::min(art.width(), art.height());
    const QPointF centre = art.center();
    const double unit = std::min(image.width(), image.height());
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(unit, unit);
        painter.setPen(Qt::NoPen);
        painter.setBrush(
            mix(palette.ground, toLch(palette.ground).lightness < 0.5 ? palette.ink : rgb(0xffffff), 0.12));
        painter.drawEllipse(centre, side * 0.37, side * 0.37);
    }
    EmblemPress press(image, reading, seed, ticker);
    press.clip(art);
    const int count = std::clamp(mention.count, 1, 3);
    for (int i = 0; i < count; ++i) {
        const double offset = (i - (count - 1) / 2.0) * side * 0.25;
        press.print(mention,
                    {centre + QPointF(offset, 0), side * (count > 1 ? 0.34 : 0.54), 0, false, static_cast<quint64>(i)});
    }
}

} // namespace

QImage paintPoster(const Order &order, quint64 seed, const Ticker &ticker)
{
    const Reading reading = read(order.prompt, order.negativePrompt);
    QImage image(order.size, QImage::Format_RGB32);
    const double unit = std::min(image.width(), image.height());
    const QSizeF size(image.width() / unit, image.height() / unit);
    Dice dice(seed ^ reading.fingerprint, 50);
    const Palette palette = paletteFor(reading, seed);
    image.fill(palette.ground);
    if (!ticker(0.1)) {
        return {};
    }
    const Lettering lettering;
    const QStringList words = lettering.settable(order.prompt).words;
    const Sheet sheet = layOut(size, !words.isEmpty(), dice);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.scale(unit, unit);
        painter.save();
        painter.setClipRect(sheet.art);
        Print print {painter, sheet.art, palette, dice.fork(1), toLch(palette.ground).lightness < 0.5};
        shapesFor(reading, dice)(print);
        painter.restore();
    }
    if (const auto emblem = emblemOf(reading)) {
        printEmblem(image, reading, *emblem, sheet.art, palette, seed, ticker);
    }
    if (!ticker(0.6)) {
        return {};
    }
    if (!words.isEmpty()) {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(unit, unit);
        setType(painter, sheet, lettering, wordingOf(words), palette);
    }
    finish(image, seed, 0.25);
    return ticker(0.9) ? image : QImage();
}

QImage paintAbstract(const Order &order, const Reading &reading, quint64 seed, const Ticker &ticker)
{
    QImage image(order.size, QImage::Format_RGB32);
    const double unit = std::min(image.width(), image.height());
    Dice dice(seed ^ reading.fingerprint, 52);
    const Palette palette = paletteFor(reading, seed);
    image.fill(palette.ground);
    if (!ticker(0.1)) {
        return {};
    }
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.scale(unit, unit);
        const QRectF all(0, 0, image.width() / unit, image.height() / unit);
        Print print {painter, all, palette, dice.fork(1), toLch(palette.ground).lightness < 0.5};
        dice.pick(QList<Shapes> {printOverlaps, printArcs, printDiagonals, printSwells})(print);
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        if (!ticker(0.5)) {
            return {};
        }
        Print second {painter, all.adjusted(0.12, 0.12, -0.12, -0.12), palette, dice.fork(2), print.dark};
        dice.pick(QList<Shapes> {printOverlaps, printDiagonals})(second);
    }
    finish(image, seed, 0.5);
    return ticker(0.9) ? image : QImage();
}

QStringList wordsLeftOut(const Order &order)
{
    return order.style == Style::Poster ? Lettering().settable(order.prompt).missing : QStringList();
}

} // namespace lightwell::sketchbook
