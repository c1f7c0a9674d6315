// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One number for four codecs: more of it means more bytes and a better picture, and the same number looks the same.
#include "core/media/codec.h"
#include "core/media/compression.h"
#include "tests/support/ssim.h"
#include "tests/support/testpictures.h"

#include <algorithm>
#include <numeric>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

constexpr ImageFormat lossyFormats[] = {ImageFormat::Jpeg, ImageFormat::Webp, ImageFormat::Avif, ImageFormat::Jxl};

QByteArray encoded(const QImage &image, ImageFormat format, std::optional<int> compression)
{
    const Result<QByteArray> bytes = encodeImage(image, {.format = format, .compression = compression});
    return bytes ? *bytes : QByteArray();
}

/// Over all kinds of pictures.
double meanSimilarity(const QList<test::NamedPicture> &pictures, ImageFormat format, int compression)
{
    double sum = 0;
    for (const test::NamedPicture &entry : pictures) {
        const Result<QImage> back = decodeImage(encoded(entry.picture, format, compression));
        sum += back ? test::Ssim::of(entry.picture, *back) : 0;
    }
    return sum / double(pictures.size());
}

} // namespace

class TestCompression : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_pictures = test::opaquePictures({320, 240}); }

    void bytesGrowWithTheNumber_data()
    {
        QTest::addColumn<ImageFormat>("format");
        for (const ImageFormat format : lossyFormats) {
            QTest::newRow(qPrintable(formatName(format))) << format;
        }
    }
    void bytesGrowWithTheNumber()
    {
        QFETCH(const ImageFormat, format);
        // All pictures together at every fifth number; each alone at every tenth, because an encoder's choices
        // between neighbouring settings may save a few bytes in a small picture.
        QList<qsizetype> tenBefore(m_pictures.size(), 0);
        qsizetype fiveBefore = 0;
        for (int compression = 0; compression <= 100; compression += 5) {
            QList<qsizetype> sizes;
            for (const test::NamedPicture &entry : std::as_const(m_pictures)) {
                sizes.append(encoded(entry.picture, format, compression).size());
            }
            const qsizetype total = std::accumulate(sizes.begin(), sizes.end(), qsizetype(0));
            QVERIFY2(total > fiveBefore, qPrintable(QString::number(compression)));
            fiveBefore = total;
            if (compression % 10 == 0) {
                for (qsizetype i = 0; i < sizes.size(); ++i) {
                    QVERIFY2(sizes.at(i) > tenBefore.at(i), qPrintable(u"%1 at %2"_s.arg(i).arg(compression)));
                }
                tenBefore = sizes;
            }
        }
    }

    void equalNumbersLookEqual_data()
    {
        QTest::addColumn<int>("compression");
        QTest::addColumn<double>("band"); // between the best and the worst codec
        QTest::newRow("30") << 30 << 0.012;
        QTest::newRow("50") << 50 << 0.008;
        QTest::newRow("70") << 70 << 0.007;
        QTest::newRow("85") << 85 << 0.003;
        QTest::newRow("95") << 95 << 0.0025;
        QTest::newRow("100") << 100 << 0.0025;
    }
    void equalNumbersLookEqual()
    {
        QFETCH(const int, compression);
        QFETCH(const double, band);
        QList<double> similarities;
        QString shown;
        for (const ImageFormat format : lossyFormats) {
            similarities.append(meanSimilarity(m_pictures, format, compression));
            shown += u"%1 %2  "_s.arg(formatName(format)).arg(similarities.last(), 0, 'f', 4);
        }
        const auto [worst, best] = std::minmax_element(similarities.begin(), similarities.end());
        QVERIFY2(*best - *worst <= band, qPrintable(shown));
    }

    void everyStepOfTheScaleIsOrdered()
    {
        for (const ImageFormat format : lossyFormats) {
            const double towardsBest = format == ImageFormat::Jpeg || format == ImageFormat::Webp ? 1 : -1;
            for (int compression = 1; compression <= 100; ++compression) {
                QVERIFY(towardsBest * (codecQuality(format, compression) - codecQuality(format, compression - 1)) > 0);
            }
            QCOMPARE(codecQuality(format, -5), codecQuality(format, 0));
            QCOMPARE(codecQuality(format, 1000), codecQuality(format, 100));
        }
    }

    void nothingAskedIsEightyFive()
    {
        for (const ImageFormat format : lossyFormats) {
            const QImage picture = m_pictures.first().picture;
            QCOMPARE(encoded(picture, format, {}), encoded(picture, format, 85));
        }
    }

    void newerFormatsAreSmallerAtEightyFive()
    {
        qsizetype sizes[std::size(lossyFormats)] {};
        for (std::size_t i = 0; i < std::size(lossyFormats); ++i) {
            for (const test::NamedPicture &entry : std::as_const(m_pictures)) {
                sizes[i] += encoded(entry.picture, lossyFormats[i], 85).size();
            }
        }
        QVERIFY(sizes[1] < sizes[0]); // WebP beats JPEG
        QVERIFY(sizes[2] < sizes[0]); // AVIF too
        QVERIFY(sizes[3] < sizes[0]); // and JPEG XL
    }

private:
    QList<test::NamedPicture> m_pictures;
};

QTEST_GUILESS_MAIN(TestCompression)
#include "test_compression.moc"
