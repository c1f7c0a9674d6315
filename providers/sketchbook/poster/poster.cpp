// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/art/colour.h"
#include "providers/sketchbook/paint/weather.h"
#include "providers/sketchbook/poster/lettering.h"
#include "providers/sketchbook/poster/shapes.h"
#include "providers/sketchbook/styles.h"
#include "providers/sketchbook/words/lexicon.h"

namespace lightwell::sketchbook {

using namespace Qt::StringLiterals;

namespace {

Shapes shapesFor(const Reading &reading, Dice &dice)
{
    QList<Shapes> fitting;
    if (reading.speaksOf(Place::Sea) || reading.speaksOf(Place::Lake) || reading.speaksOf(Place::Coast)
        || reading.speaksOf(Place::River)) {
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

/// Up to three words that carry the prompt; short prompts stand as they are.
QStringList headline(const QStringList &words)
{
    if (words.size() <= 4) {
        return words;
    }
    QStringList known;
    QStringList longest = words;
    for (const QString &word : words) {
        const QStringList plain = splitWords(word);
        const auto meaning = plain.isEmpty() ? std::nullopt : lookUp(plain.first());
        const bool strong = meaning
            && (std::holds_alternative<Subject>(meaning->sense) || std::holds_alternative<Place>(meaning->sense));
        if (strong && known.size() < 3) {
            known.append(word);
        }
    }
    std::stable_sort(longest.begin(), longest.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
    QStringList title = known.isEmpty() ? QStringList {longest.first()} : known;
    for (QString &word : title) {
        while (!word.isEmpty() && word.back().isPunct()) {
            word.chop(1);
        }
    }
    title.removeAll(QString());
    return title;
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

void setType(QPainter &painter, const Sheet &sheet, const Lettering &lettering, const QStringList &words,
             const Palette &palette)
{
    const QStringList title = headline(words);
    const double largest = std::min(sheet.title.height() * 0.85, sheet.title.width() * 0.5);
    painter.fillPath(lettering.set(title, sheet.title, largest, 0.012, 800, 0.98), palette.ink);
    if (title != words) {
        painter.fillRect(QRectF(sheet.text.left(), sheet.text.top() - 0.018, sheet.text.width(), 0.0035), palette.ink);
        painter.fillPath(lettering.set(words, sheet.text, 0.032, 0.011, 500, 1.28), palette.ink);
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
    const QStringList words = lettering.settable(order.prompt);
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
        if (!ticker(0.6)) {
            return {};
        }
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        if (!words.isEmpty()) {
            setType(painter, sheet, lettering, words, palette);
        }
    }
    finish(image, seed, 0.25);
    return ticker(0.9) ? image : QImage();
}

} // namespace lightwell::sketchbook
