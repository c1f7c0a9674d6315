// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/similarity.h"
#include "core/media/codec.h"
#include "tests/support/testpictures.h"

#include <QPainter>
#include <QTest>

#include <functional>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

using Painting = std::function<QImage(int more, QSize size)>;
Q_DECLARE_METATYPE(Painting)

namespace {

/// A usual one, and those below a window, beside it and no multiple of anything.
QList<QSize> sizes()
{
    return {{1, 1}, {2, 2}, {5, 7}, {8, 8}, {9, 9}, {11, 11}, {31, 17}, {300, 1}, {160, 120}};
}

QImage flat(const QColor &colour, QSize size)
{
    QImage picture(size, QImage::Format_ARGB32);
    picture.fill(colour);
    return picture;
}

/// Left and right; of a picture of one column there is only the right one.
QImage halves(const QColor &left, const QColor &right, QSize size)
{
    QImage picture = flat(right, size);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width() / 2; ++x) {
            picture.setPixelColor(x, y, left);
        }
    }
    return picture;
}

/// Grey, from left to right; of one column: the last.
QImage gradient(int from, int to, QSize size)
{
    QImage picture(size, QImage::Format_ARGB32);
    for (int x = 0; x < size.width(); ++x) {
        const int level = from + (to - from) * (x + 1) / size.width();
        for (int y = 0; y < size.height(); ++y) {
            picture.setPixelColor(x, y, QColor(level, level, level));
        }
    }
    return picture;
}

} // namespace

class TestSimilarity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalPicturesAreEqual_data()
    {
        QTest::addColumn<QImage>("picture");
        for (const QSize size : sizes()) {
            QTest::addRow("flat %dx%d", size.width(), size.height()) << flat(QColor(200, 120, 40), size);
            QTest::addRow("halves %dx%d", size.width(), size.height()) << halves(Qt::black, Qt::white, size);
            QTest::addRow("gradient %dx%d", size.width(), size.height()) << gradient(0, 255, size);
            QTest::addRow("transparent %dx%d", size.width(), size.height()) << flat(Qt::transparent, size);
        }
    }
    void equalPicturesAreEqual()
    {
        QFETCH(const QImage, picture);
        QVERIFY(similarity(picture, picture) > 0.999999);
        QVERIFY(similarity(picture, picture) <= 1);
    }

    /// A flat picture has no structure: levels alone tell it from another one, alike in the dark and in the light.
    void flatColoursDifferAsTheyLook_data()
    {
        QTest::addColumn<QColor>("one");
        QTest::addColumn<QColor>("other");
        QTest::addColumn<Difference>("difference");
        for (const int level : {0, 20, 128, 240}) {
            const QColor grey(level, level, level);
            const auto row = [level, grey](int more, Difference difference) {
                const int other = level + more;
                QTest::addRow("grey %d and %d", level, other) << grey << QColor(other, other, other) << difference;
            };
            row(1, Difference::None);
            row(2, Difference::None);
            row(3, Difference::Small);
            row(5, Difference::Visible);
            row(15, Difference::Visible);
        }
        QTest::newRow("white and black") << QColor(Qt::white) << QColor(Qt::black) << Difference::Visible;
        QTest::newRow("a little bluer") << QColor(200, 120, 40) << QColor(200, 120, 44) << Difference::None;
        QTest::newRow("bluer") << QColor(200, 120, 40) << QColor(200, 120, 60) << Difference::Visible;
        QTest::newRow("as bright, but red") << QColor(76, 76, 76) << QColor(255, 0, 0) << Difference::Visible;
    }
    void flatColoursDifferAsTheyLook()
    {
        QFETCH(const QColor, one);
        QFETCH(const QColor, other);
        QFETCH(const Difference, difference);
        for (const QSize size : sizes()) {
            const double alike = similarity(flat(one, size), flat(other, size));
            const QString seen = u"%1 at %2 x %3"_s.arg(alike).arg(size.width()).arg(size.height());
            QVERIFY2(alike >= 0 && alike < 1, qPrintable(seen));
            QVERIFY2(differenceOf(alike) == difference, qPrintable(seen));
            QCOMPARE(similarity(flat(other, size), flat(one, size)), alike);
        }
    }

    /// The larger the difference, the less alike; every value is a number from 0 to 1.
    void growsWithTheDifference_data()
    {
        QTest::addColumn<Painting>("painting");
        QTest::newRow("flat") << Painting([](int more, QSize size) { return flat(QColor(more, more, more), size); });
        QTest::newRow("flat, coloured") << Painting(
            [](int more, QSize size) { return flat(QColor(more, 100, 255 - more), size); });
        QTest::newRow("one of two halves")
            << Painting([](int more, QSize size) { return halves(Qt::white, QColor(more, more, more), size); });
        QTest::newRow("a gradient's slope") << Painting([](int more, QSize size) { return gradient(0, more, size); });
        QTest::newRow("a gradient's ground")
            << Painting([](int more, QSize size) { return gradient(more / 2, more / 2 + 100, size); });
        QTest::newRow("cover") << Painting([](int more, QSize size) { return flat(QColor(9, 99, 199, more), size); });
    }
    void growsWithTheDifference()
    {
        QFETCH(const Painting, painting);
        for (const QSize size : sizes()) {
            const QImage first = painting(0, size);
            double before = 1.0000001;
            for (const int more : {0, 4, 8, 16, 32, 64, 128, 255}) {
                const double alike = similarity(first, painting(more, size));
                const QString seen = u"%1 after %2 at %3, %4 x %5"_s.arg(alike)
                                         .arg(before)
                                         .arg(more)
                                         .arg(size.width())
                                         .arg(size.height());
                QVERIFY2(alike >= 0 && alike < before, qPrintable(seen));
                before = alike;
            }
            QCOMPARE(differenceOf(before), Difference::Visible);
        }
    }

    /// Also in the last line and column of a size that no window and no half fits into.
    void everyPointCounts()
    {
        for (const QSize size : sizes()) {
            const QImage white = flat(Qt::white, size);
            for (const QPoint point : {QPoint(0, 0), QPoint(size.width() - 1, size.height() - 1)}) {
                QImage dotted = white;
                dotted.setPixelColor(point, Qt::black);
                QVERIFY2(similarity(white, dotted) < 0.99999,
                         qPrintable(u"%1 x %2"_s.arg(size.width()).arg(size.height())));
            }
        }
    }

    /// What is hidden by transparency is not seen; transparency itself is no colour of any ground.
    void transparentIsNoColour()
    {
        for (const QSize size : sizes()) {
            const QImage nothing = flat(QColor(0, 0, 0, 0), size);
            QVERIFY(similarity(nothing, flat(QColor(250, 10, 90, 0), size)) > 0.999999);
            for (const QColor &colour : {QColor(Qt::black), QColor(Qt::white), QColor(128, 128, 128)}) {
                QCOMPARE(differenceOf(similarity(nothing, flat(colour, size))), Difference::Visible);
            }
        }
    }

    void whatCannotBeComparedIsUnlike()
    {
        QCOMPARE(similarity({}, {}), 0.0);
        QCOMPARE(similarity(QImage(4, 4, QImage::Format_RGB32), QImage(4, 5, QImage::Format_RGB32)), 0.0);
    }

    /// The better the quality, the more alike.
    void followsTheQuality_data()
    {
        QTest::addColumn<ImageFormat>("format");
        QTest::newRow("jpeg") << ImageFormat::Jpeg;
        QTest::newRow("webp") << ImageFormat::Webp;
        QTest::newRow("avif") << ImageFormat::Avif;
    }
    void followsTheQuality()
    {
        QFETCH(const ImageFormat, format);
        const QImage picture = portraitPicture({512, 384});
        double before = 0;
        for (const int quality : {5, 30, 60, 85, 97}) {
            EncodeOptions options;
            options.format = format;
            options.compression = quality;
            const double now = similarity(picture, decodeImage(encodeImage(picture, options).value()).value());
            QVERIFY2(now > before, qPrintable(u"%1: %2 after %3"_s.arg(quality).arg(now).arg(before)));
            before = now;
        }
        QCOMPARE(differenceOf(before), Difference::None);
    }

    void badPicturesDifferVisibly()
    {
        const QImage picture = portraitPicture({512, 384});
        EncodeOptions options;
        options.format = ImageFormat::Jpeg;
        options.compression = 5;
        const QImage bad = decodeImage(encodeImage(picture, options).value()).value();
        QCOMPARE(differenceOf(similarity(picture, bad)), Difference::Visible);
    }

    void seesOtherColoursOfTheSameBrightness()
    {
        QImage one(256, 256, QImage::Format_RGB32);
        QImage other = one;
        one.fill(QColor(255, 0, 0));
        other.fill(QColor(76, 76, 76));
        QCOMPARE(differenceOf(similarity(one, other)), Difference::Visible);
    }

    void seesAnOutlineOfTransparency()
    {
        QImage one(256, 256, QImage::Format_ARGB32);
        one.fill(Qt::black);
        QImage other = one;
        for (int y = 64; y < 192; ++y) {
            for (int x = 64; x < 192; ++x) {
                other.setPixel(x, y, qRgba(0, 0, 0, 0));
            }
        }
        QCOMPARE(differenceOf(similarity(one, other)), Difference::Visible);
    }
};

QTEST_GUILESS_MAIN(TestSimilarity)
#include "test_similarity.moc"
