// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of another shape made exactly as large as asked.
#include "core/media/codec.h"
#include "tests/support/ssim.h"
#include "tests/support/testpictures.h"

#include <QColorSpace>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

/// A red edge around blue: shows what was cut and what was not.
QImage framed(QSize size, int edge)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int y = edge; y < size.height() - edge; ++y) {
        for (int x = edge; x < size.width() - edge; ++x) {
            image.setPixelColor(x, y, Qt::blue);
        }
    }
    return image;
}

bool isRed(const QColor &colour)
{
    return colour.red() > 200 && colour.blue() < 55 && colour.alpha() == 255;
}

bool isBlue(const QColor &colour)
{
    return colour.blue() > 200 && colour.red() < 55 && colour.alpha() == 255;
}

} // namespace

class TestFit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactlyTheAskedPixels_data()
    {
        QTest::addColumn<QSize>("from");
        QTest::addColumn<QSize>("to");
        QTest::newRow("smaller") << QSize(320, 240) << QSize(100, 75);
        QTest::newRow("larger") << QSize(32, 24) << QSize(100, 75);
        QTest::newRow("wider") << QSize(134, 57) << QSize(153, 64);
        QTest::newRow("from upright to wide") << QSize(90, 160) << QSize(160, 90);
        QTest::newRow("to a line") << QSize(90, 160) << QSize(160, 1);
        QTest::newRow("from a line") << QSize(500, 1) << QSize(20, 20);
        QTest::newRow("from a dot") << QSize(1, 1) << QSize(20, 30);
    }
    void exactlyTheAskedPixels()
    {
        QFETCH(const QSize, from);
        QFETCH(const QSize, to);
        const QImage image = test::posterPicture(from);
        for (const Fit fit : {Fit::Crop, Fit::Contain, Fit::Stretch}) {
            QCOMPARE(fitImage(image, to, fit, Qt::white).size(), to);
        }
        QCOMPARE(fitImage(image, to, Fit::Closest, Qt::white), image);
    }

    void cropCutsAroundTheCentre()
    {
        const QImage cropped = fitImage(framed({300, 100}, 10), {100, 100}, Fit::Crop, Qt::white);
        QVERIFY(isBlue(cropped.pixelColor(2, 50)));
        QVERIFY(isBlue(cropped.pixelColor(97, 50)));
        QVERIFY(isRed(cropped.pixelColor(50, 2)));
        QVERIFY(isRed(cropped.pixelColor(50, 97)));
    }

    void containShowsAllOnTheMatte()
    {
        const QImage contained = fitImage(framed({300, 100}, 10), {150, 150}, Fit::Contain, QColor(0, 255, 0));
        QCOMPARE(contained.pixelColor(75, 10), QColor(0, 255, 0));
        QCOMPARE(contained.pixelColor(75, 140), QColor(0, 255, 0));
        QVERIFY(isRed(contained.pixelColor(1, 75)));
        QVERIFY(isRed(contained.pixelColor(148, 75)));
        QVERIFY(isBlue(contained.pixelColor(75, 75)));
    }

    void containCanLeaveTheRestTransparent()
    {
        for (const QColor &matte : {QColor(Qt::transparent), QColor()}) {
            const QImage contained = fitImage(framed({300, 100}, 10), {150, 150}, Fit::Contain, matte);
            QCOMPARE(contained.pixelColor(75, 10).alpha(), 0);
            QCOMPARE(contained.pixelColor(75, 75).alpha(), 255);
        }
    }

    void stretchShowsAll()
    {
        const QImage stretched = fitImage(framed({300, 100}, 10), {100, 200}, Fit::Stretch, Qt::white);
        for (const QPoint &edge : {QPoint(0, 100), QPoint(99, 100), QPoint(50, 1), QPoint(50, 198)}) {
            QVERIFY(isRed(stretched.pixelColor(edge)));
        }
    }

    void scalingIsSmooth()
    {
        // A fine checkerboard must become grey, not noise.
        QImage checkers(400, 400, QImage::Format_RGB32);
        for (int y = 0; y < 400; ++y) {
            for (int x = 0; x < 400; ++x) {
                checkers.setPixelColor(x, y, (x + y) % 2 == 0 ? Qt::black : Qt::white);
            }
        }
        const QImage small = fitImage(checkers, {90, 90}, Fit::Stretch, Qt::white);
        for (int i = 5; i < 85; i += 7) {
            QVERIFY(qAbs(small.pixelColor(i, 90 - i).red() - 128) < 24);
        }
    }

    void colourSpaceAndTransparencyStay()
    {
        QImage disc = test::discPicture({200, 100});
        disc.setColorSpace(QColorSpace::DisplayP3);
        for (const Fit fit : {Fit::Crop, Fit::Contain, Fit::Stretch}) {
            const QImage fitted = fitImage(disc, {80, 80}, fit, Qt::transparent);
            QCOMPARE(fitted.colorSpace(), QColorSpace(QColorSpace::DisplayP3));
            QVERIFY(fitted.hasAlphaChannel());
            QCOMPARE(fitted.pixelColor(40, 40).alpha(), 255);
        }
    }

    void sixteenBitsStay_data()
    {
        QTest::addColumn<QImage::Format>("format");
        QTest::newRow("opaque") << QImage::Format_RGBX64;
        QTest::newRow("with alpha") << QImage::Format_RGBA64;
        QTest::newRow("premultiplied") << QImage::Format_RGBA64_Premultiplied;
        QTest::newRow("grey") << QImage::Format_Grayscale16;
    }
    void sixteenBitsStay()
    {
        QFETCH(const QImage::Format, format);
        // A ramp finer than eight bits can tell: 256 columns within three of the 256 steps.
        QImage ramp(256, 64, QImage::Format_RGBA64);
        for (int y = 0; y < 64; ++y) {
            for (int x = 0; x < 256; ++x) {
                const auto value = static_cast<quint16>(30000 + x * 3);
                ramp.setPixelColor(x, y, QColor::fromRgba64(value, value, value));
            }
        }
        QImage image = ramp.convertToFormat(format);
        if (format == QImage::Format_Grayscale16) {
            for (int y = 0; y < 64; ++y) { // Qt's own conversion to grey is not exact
                auto *line = reinterpret_cast<quint16 *>(image.scanLine(y));
                for (int x = 0; x < 256; ++x) {
                    line[x] = static_cast<quint16>(30000 + x * 3);
                }
            }
        }
        for (const Fit fit : {Fit::Crop, Fit::Contain, Fit::Stretch}) {
            const QImage fitted = fitImage(image, {128, 96}, fit, Qt::white);
            QCOMPARE(fitted.size(), QSize(128, 96));
            QSet<quint16> levels;
            for (int x = 30; x < 98; ++x) {
                levels.insert(fitted.pixelColor(x, 48).rgba64().red());
            }
            QVERIFY2(levels.size() > 30, qPrintable(QString::number(levels.size())));
        }
    }

    void matteIsMeantInSrgb()
    {
        QImage image = test::posterPicture({300, 100});
        image.setColorSpace(QColorSpace::DisplayP3);
        const QImage contained = fitImage(image, {150, 150}, Fit::Contain, QColor(255, 0, 0));
        const QColor stored = contained.pixelColor(75, 5);
        QVERIFY(stored != QColor(255, 0, 0)); // sRGB's red lies inside Display P3
        const QColor seen = contained.convertedToColorSpace(QColorSpace::SRgb).pixelColor(75, 5);
        QVERIFY(qAbs(seen.red() - 255) <= 2 && seen.green() <= 3 && seen.blue() <= 3);
    }

    void nothingStaysNothing()
    {
        QVERIFY(fitImage({}, {10, 10}, Fit::Crop, Qt::white).isNull());
        const QImage image = test::posterPicture({20, 20});
        QCOMPARE(fitImage(image, {}, Fit::Crop, Qt::white), image);
        QCOMPARE(fitImage(image, {0, 10}, Fit::Stretch, Qt::white), image);
    }
};

QTEST_GUILESS_MAIN(TestFit)
#include "test_fit.moc"
