// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Colours a prompt names are the colours of the picture: measured by the share of pixels near each hue.
#include "providers/sketchbook/art/colour.h"
#include "providers/sketchbook/art/palette.h"
#include "providers/sketchbook/painting.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::sketchbook;

namespace {

constexpr int seeds = 5;

/// Part of the pixels that are clearly of this hue (OKLCH, degrees), over several seeds.
double share(const QString &prompt, double hue, double reach, Style style = Style::Scene)
{
    Order order;
    order.style = style;
    order.prompt = prompt;
    order.size = QSize(72, 72);
    double near = 0;
    double all = 0;
    for (quint64 seed = 1; seed <= seeds; ++seed) {
        const QImage image = paint(order, seed);
        for (int y = 0; y < image.height(); y += 2) {
            for (int x = 0; x < image.width(); x += 2) {
                const Lch lch = toLch(QColor(image.pixel(x, y)));
                near += lch.chroma > 0.025 && std::abs(std::remainder(lch.hue - hue, 360.0)) < reach ? 1 : 0;
                ++all;
            }
        }
    }
    return near / all;
}

} // namespace

class TestSketchbookColours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneColour_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<double>("hue");
        const std::pair<const char *, double> rows[] = {{"red", 27},     {"orange", 52}, {"yellow", 90},
                                                        {"green", 147},  {"teal", 193},  {"blue", 257},
                                                        {"purple", 301}, {"pink", 3},    {"lavender", 297}};
        for (const auto &[name, hue] : rows) {
            const QString word = QString::fromLatin1(name);
            QTest::addRow("a %s landscape", name) << QString(u"a "_s + word + u" landscape"_s) << hue;
            QTest::addRow("%s alone", name) << word << hue;
            QTest::addRow("%s lake", name) << QString(u"a lake, everything "_s + word) << hue;
        }
    }
    void oneColour()
    {
        QFETCH(const QString, prompt);
        QFETCH(const double, hue);
        const double part = share(prompt, hue, 36);
        QVERIFY2(part > 0.5, qPrintable(QString::number(part)));
    }

    void twoColours_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<double>("one");
        QTest::addColumn<double>("other");
        QTest::newRow("green and purple") << u"green and purple"_s << 147.0 << 301.0;
        QTest::newRow("turquoise and orange") << u"turquoise and orange"_s << 193.0 << 52.0;
        QTest::newRow("blue and gold") << u"hills in blue and gold"_s << 257.0 << 80.0;
        QTest::newRow("red desert, teal sky") << u"a red desert under a teal sky"_s << 27.0 << 193.0;
        QTest::newRow("pink sky, green hills") << u"green hills, pink sky"_s << 147.0 << 3.0;
    }
    void twoColours()
    {
        QFETCH(const QString, prompt);
        QFETCH(const double, one);
        QFETCH(const double, other);
        for (const double hue : {one, other}) {
            const double part = share(prompt, hue, 36);
            QVERIFY2(part > 0.15, qPrintable(u"%1: %2"_s.arg(hue).arg(part)));
        }
    }

    void greenHillsHaveABlueSky()
    {
        QVERIFY(share(u"green hills at noon"_s, 147, 36) > 0.3);
        QVERIFY(share(u"green hills at noon"_s, 215, 45) > 0.2);
    }

    void placeOfAColour()
    {
        // The sky above, the land below.
        Order order;
        order.prompt = u"red desert under a teal sky"_s;
        order.size = QSize(72, 72);
        for (quint64 seed = 1; seed <= seeds; ++seed) {
            const QImage image = paint(order, seed);
            const Lch above = toLch(QColor(image.pixel(36, 4)));
            const Lch below = toLch(QColor(image.pixel(36, 66)));
            QVERIFY(std::abs(std::remainder(above.hue - 193, 360.0)) < 45);
            QVERIFY(std::abs(std::remainder(below.hue - 27, 360.0)) < 45);
        }
    }

    void withoutColour_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::newRow("black and white") << u"black and white"_s;
        QTest::newRow("in a scene") << u"a lighthouse at dusk in black and white"_s;
        QTest::newRow("monochrome") << u"monochrome mountains"_s;
        QTest::newRow("German") << u"Leuchtturm, schwarzweiss"_s;
    }
    void withoutColour()
    {
        QFETCH(const QString, prompt);
        Order order;
        order.prompt = prompt;
        order.size = QSize(72, 72);
        const QImage image = paint(order, 3);
        int darkest = 255;
        int brightest = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QRgb pixel = image.pixel(x, y);
                QVERIFY(qRed(pixel) == qGreen(pixel) && qGreen(pixel) == qBlue(pixel));
                darkest = std::min(darkest, qRed(pixel));
                brightest = std::max(brightest, qRed(pixel));
            }
        }
        QVERIFY(brightest - darkest > 60);
    }

    void patternsKeepToTheirColours_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<double>("hue");
        QTest::addColumn<double>("reach");
        QTest::newRow("autumn leaves") << u"autumn leaves, warm colours"_s << 60.0 << 50.0;
        QTest::newRow("ocean waves") << u"ocean waves"_s << 225.0 << 50.0;
        QTest::newRow("tropical leaves") << u"tropical leaves"_s << 135.0 << 50.0;
        QTest::newRow("blue tiles") << u"blue tiles"_s << 257.0 << 50.0;
    }
    void patternsKeepToTheirColours()
    {
        QFETCH(const QString, prompt);
        QFETCH(const double, hue);
        QFETCH(const double, reach);
        const double own = share(prompt, hue, reach, Style::Pattern);
        const double strange = share(prompt, hue + 180, 180 - reach - 15, Style::Pattern);
        QVERIFY2(own > 0.3 && strange < 0.06, qPrintable(u"%1 / %2"_s.arg(own).arg(strange)));
    }

    void paperIsWhatWasAsked()
    {
        const Palette palette = paletteFor(read(u"gold stars on black"_s), 4);
        QVERIFY(toLch(palette.ground).lightness < 0.35);
        QVERIFY(toLch(paletteFor(read(u"stars, white background"_s), 4).ground).lightness > 0.9);
    }

    void inksShowOnThePaper()
    {
        for (const QString &prompt : {u"white on white"_s, u"yellow on yellow"_s, u"black"_s, u"autumn night"_s}) {
            for (quint64 seed = 0; seed < 12; ++seed) {
                const Palette palette = paletteFor(read(prompt), seed);
                const double ground = toLch(palette.ground).lightness;
                QVERIFY(std::abs(toLch(palette.ink).lightness - ground) > 0.4);
            }
        }
    }
};

QTEST_MAIN(TestSketchbookColours)
#include "test_sketchbookcolours.moc"
