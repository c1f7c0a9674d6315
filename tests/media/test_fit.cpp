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
