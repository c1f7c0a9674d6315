// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shapes are whole: no dot of a pattern lies half under a motif, no bar of an abstract scene ends in a straight cut.
#include "providers/sketchbook/art/palette.h"
#include "providers/sketchbook/painting.h"
#include "providers/sketchbook/words/reading.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::sketchbook;

namespace {

QImage picture(const QString &prompt, Style style, QSize size, quint64 seed)
{
    Order order;
    order.style = style;
    order.prompt = prompt;
    order.size = size;
    return paint(order, seed);
}

/// An area of one colour, with its neighbours above, below, left and right.
struct Patch
{
    QRect box;
    int pixels = 0;
};

Patch patchAt(const QImage &image, QPoint from, QImage &seen)
{
    const QRgb colour = image.pixel(from);
    Patch patch;
    QList<QPoint> open {from};
    seen.setPixel(from, 1);
    while (!open.isEmpty()) {
        const QPoint at = open.takeLast();
        patch.box |= QRect(at, QSize(1, 1));
        ++patch.pixels;
        for (const QPoint &step : {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)}) {
            const QPoint next = at + step;
            if (image.rect().contains(next) && seen.pixelIndex(next) == 0 && image.pixel(next) == colour) {
                seen.setPixel(next, 1);
                open.append(next);
            }
        }
    }
    return patch;
}

/// The areas in exactly one of the inks, away from the picture's edge: dots are flat, motifs are shaded. Only those
/// large enough that their soft rim does not count.
QList<Patch> dots(const QImage &image, const Palette &palette)
{
    QImage seen(image.size(), QImage::Format_Indexed8);
    seen.setColorCount(2);
    seen.fill(0);
    QList<Patch> found;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QPoint at(x, y);
            const QColor colour = image.pixelColor(at);
            const bool inked = std::any_of(palette.inks.cbegin(), palette.inks.cend(),
                                           [&](const QColor &ink) { return ink.rgb() == colour.rgb(); });
            if (!inked || seen.pixelIndex(at) != 0) {
                continue;
            }
            const Patch patch = patchAt(image, at, seen);
            if (std::max(patch.box.width(), patch.box.height()) >= 18
                && image.rect().adjusted(1, 1, -1, -1).contains(patch.box)) {
                found.append(patch);
            }
        }
    }
    return found;
}

/// The part of a line of the picture, upright or level, along which the colour changes suddenly from one side to the
/// other. A shape that crosses the line changes it in a few places only.
double cutAlong(const QImage &image, bool upright, int line)
{
    const int length = upright ? image.height() : image.width();
    int sudden = 0;
    for (int i = 0; i < length; ++i) {
        const QRgb a = upright ? image.pixel(line - 1, i) : image.pixel(i, line - 1);
        const QRgb b = upright ? image.pixel(line + 1, i) : image.pixel(i, line + 1);
        const int distance =
            std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
        sudden += distance > 60 ? 1 : 0;
    }
    return double(sudden) / length;
}

} // namespace

class TestSketchbookShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dotsAreWhole_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QSize>("size");
        for (const QString &prompt : {u"fox"_s, u"parrots and robots"_s, u"a mushroom"_s, u"sailboat"_s}) {
            for (const QSize &size : {QSize(1024, 1024), QSize(1536, 1024), QSize(1024, 1536)}) {
                QTest::addRow("%s %dx%d", qPrintable(prompt), size.width(), size.height()) << prompt << size;
            }
        }
    }
    void dotsAreWhole()
    {
        QFETCH(const QString, prompt);
        QFETCH(const QSize, size);
        for (quint64 seed = 1; seed <= 3; ++seed) {
            const Palette palette = paletteFor(read(prompt), seed);
            const QList<Patch> found = dots(picture(prompt, Style::Pattern, size, seed), palette);
            QVERIFY2(found.size() >= 6, qPrintable(u"seed %1: %2 dots"_s.arg(seed).arg(found.size())));
            for (const Patch &dot : found) {
                const int across = dot.box.width();
                const QString text = u"seed %1: %2x%3 with %4 pixels at %5, %6"_s.arg(seed)
                                         .arg(across)
                                         .arg(dot.box.height())
                                         .arg(dot.pixels)
                                         .arg(dot.box.x())
                                         .arg(dot.box.y());
                QVERIFY2(std::abs(across - dot.box.height()) <= 1, qPrintable(text));
                // A disc fills 0.79 of its square, a ring the more of it the wider it is.
                QVERIFY2(dot.pixels >= across * across * 0.4, qPrintable(text));
            }
        }
    }

    void barsAreNotCut_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QSize>("size");
        for (const QString &prompt : {u"abstract"_s, u"abstract blue and orange"_s, u"abstract, night"_s}) {
            for (const QSize &size : {QSize(800, 800), QSize(1200, 500), QSize(500, 900)}) {
                QTest::addRow("%s %dx%d", qPrintable(prompt), size.width(), size.height()) << prompt << size;
            }
        }
    }
    /// The front shapes are laid out within a margin; it must not be seen.
    void barsAreNotCut()
    {
        QFETCH(const QString, prompt);
        QFETCH(const QSize, size);
        const int margin = qRound(0.12 * std::min(size.width(), size.height()));
        for (quint64 seed = 1; seed <= 10; ++seed) {
            const QImage image = picture(prompt, Style::Scene, size, seed);
            for (int shift = -1; shift <= 1; ++shift) {
                const double cut = std::max(
                    {cutAlong(image, true, margin + shift), cutAlong(image, true, size.width() - margin + shift),
                     cutAlong(image, false, margin + shift), cutAlong(image, false, size.height() - margin + shift)});
                QVERIFY2(cut < 0.22, qPrintable(u"seed %1: %2"_s.arg(seed).arg(cut)));
            }
        }
    }
};

QTEST_MAIN(TestSketchbookShapes)
#include "test_sketchbookshapes.moc"
