// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/similarity.h"
#include "core/media/codec.h"
#include "tests/support/testpictures.h"

#include <QPainter>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestSimilarity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalPicturesAreEqual_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << QSize(640, 480);
        QTest::newRow("a point") << QSize(1, 1);
        QTest::newRow("a line") << QSize(300, 1);
        QTest::newRow("smaller than a window") << QSize(5, 7);
    }
    void equalPicturesAreEqual()
    {
        QFETCH(const QSize, size);
        QImage picture(size, QImage::Format_RGB32);
        picture.fill(QColor(200, 120, 40));
        QVERIFY(similarity(picture, picture) > 0.999999);
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
