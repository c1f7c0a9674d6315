// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/inputpicture.h"
#include "tests/support/testpictures.h"

#include <QBuffer>
#include <QImageWriter>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

QByteArray saved(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 95);
    return bytes;
}

QByteArray segment(char marker, const QByteArray &content)
{
    const qsizetype length = content.size() + 2;
    return QByteArray("\xff", 1) + marker + static_cast<char>(length >> 8) + static_cast<char>(length & 0xff) + content;
}

/// With an EXIF block that turns it and holds words that must not leave.
QByteArray turnedJpeg(const QImage &image, char orientation)
{
    const QByteArray exif = QByteArray("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25) + orientation
        + QByteArray("\0\0\0\0\0\0 secret place", 19);
    const QByteArray jpeg = saved(image, "JPEG");
    return jpeg.left(2) + segment('\xe1', exif) + segment('\xfe', " secret note") + jpeg.mid(2) + " secret rest";
}

/// With two bytes between its tables and its scan: readers pass over them.
QByteArray withStrayBytes(QByteArray jpeg)
{
    return jpeg.insert(jpeg.indexOf("\xff\xda"), "xx");
}

QImage picture(QImage::Format format)
{
    return test::cloudPicture({48, 32}).convertToFormat(format);
}

} // namespace

class TestInputPicture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void becomesPlain_data();
    void becomesPlain();
    void plainPixelsStay_data();
    void plainPixelsStay();
    void transparencyStays_data();
    void transparencyStays();
    void secretsStayHere_data();
    void secretsStayHere();
    void whatLeavesIsSound();
};

void TestInputPicture::becomesPlain_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ImageFormat>("format");
    QTest::addColumn<QSize>("size");
    const QSize flat(48, 32);
    QTest::newRow("grey png") << saved(picture(QImage::Format_Grayscale8), "PNG") << ImageFormat::Png << flat;
    QTest::newRow("palette") << saved(picture(QImage::Format_Indexed8), "PNG") << ImageFormat::Png << flat;
    QTest::newRow("black and white") << saved(picture(QImage::Format_Mono), "PNG") << ImageFormat::Png << flat;
    QTest::newRow("16 bits") << saved(picture(QImage::Format_RGBX64), "PNG") << ImageFormat::Png << flat;
    QTest::newRow("16 bits of grey") << saved(picture(QImage::Format_Grayscale16), "PNG") << ImageFormat::Png << flat;
    QTest::newRow("grey jpeg") << saved(picture(QImage::Format_Grayscale8), "JPEG") << ImageFormat::Jpeg << flat;
    QTest::newRow("turned") << turnedJpeg(picture(QImage::Format_RGB32), 6) << ImageFormat::Jpeg << flat.transposed();
    QTest::newRow("upside down") << turnedJpeg(picture(QImage::Format_RGB32), 3) << ImageFormat::Jpeg << flat;
    QTest::newRow("a drawing") << R"(<svg xmlns="http://www.w3.org/2000/svg" width="48" height="32"><rect width="48" )"
                                  R"(height="32" fill="red"/></svg>)"_ba
                               << ImageFormat::Png << flat;
    for (const ImageFormat format : {ImageFormat::Gif, ImageFormat::Avif, ImageFormat::Tiff}) {
        EncodeOptions options;
        options.format = format;
        QTest::addRow("%s", qPrintable(formatName(format)))
            << *encodeImage(picture(QImage::Format_RGB32), options)
            << (formatIsLossy(format) ? ImageFormat::Jpeg : ImageFormat::Png) << flat;
    }
}

void TestInputPicture::becomesPlain()
{
    QFETCH(QByteArray, bytes);
    const Result<QByteArray> prepared = preparedInput(bytes);
    QVERIFY(prepared.ok());
    const Result<ImageInfo> info = probeImage(*prepared);
    QVERIFY(info.ok());
    QTEST(info->format, "format");
    QTEST(info->size, "size");
    const Result<QImage> image = decodeImage(*prepared);
    QVERIFY(image.ok());
    QCOMPARE(image->depth(), 32);
    QCOMPARE(*preparedInput(*prepared), *prepared); // it is what it shall be
}

void TestInputPicture::plainPixelsStay_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("png") << saved(picture(QImage::Format_RGB32), "PNG");
    QTest::newRow("png with alpha") << saved(test::discPicture({32, 32}), "PNG");
    QTest::newRow("jpeg") << saved(picture(QImage::Format_RGB32), "JPEG");
    EncodeOptions options;
    options.format = ImageFormat::Webp;
    QTest::newRow("webp") << *encodeImage(picture(QImage::Format_RGB32), options);
}

void TestInputPicture::plainPixelsStay()
{
    QFETCH(QByteArray, bytes);
    const Result<QByteArray> prepared = preparedInput(bytes);
    QVERIFY(prepared.ok());
    QCOMPARE(*decodeImage(*prepared), *decodeImage(bytes));
    QVERIFY(prepared->size() <= bytes.size());
}

void TestInputPicture::transparencyStays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QImage indexed(8, 8, QImage::Format_Indexed8);
    indexed.setColorTable({qRgba(0, 0, 0, 0), qRgb(255, 255, 255)});
    indexed.fill(1);
    indexed.setPixel(0, 0, 0);
    QTest::newRow("of a palette") << saved(indexed, "PNG");
    QTest::newRow("of 16 bits") << saved(test::discPicture({8, 8}).convertToFormat(QImage::Format_RGBA64), "PNG");
}

void TestInputPicture::transparencyStays()
{
    QFETCH(QByteArray, bytes);
    const Result<QByteArray> prepared = preparedInput(bytes);
    QVERIFY(prepared.ok());
    const QImage image = *decodeImage(*prepared);
    QVERIFY(image.hasAlphaChannel());
    QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
}

/// A WebP whose last codes lie behind the end of its only part: with them it can be read, and they do not leave.
void TestInputPicture::whatLeavesIsSound()
{
    const QByteArray bytes =
        QByteArray::fromBase64("UklGRkwAAABXRUJQVlA4TEAAAAAvEIACEM0pBBAABU1EPP9jhaLYNqgAcmgnjr22f/bezGxPiZq2DRgA"
                               "pTrB9C9VIQFBYgpfZYBx/7/A0A4IxHFkAw==");
    QVERIFY(decodeImage(bytes));
    const Result<QByteArray> prepared = preparedInput(bytes);
    QVERIFY(!prepared || decodeImage(*prepared));
}

void TestInputPicture::secretsStayHere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("turned jpeg") << turnedJpeg(picture(QImage::Format_RGB32), 6);
    QTest::newRow("upright jpeg") << turnedJpeg(picture(QImage::Format_RGB32), 1);
    QTest::newRow("jpeg with stray bytes") << withStrayBytes(turnedJpeg(picture(QImage::Format_RGB32), 1));
    const QByteArray png = saved(picture(QImage::Format_RGB32), "PNG");
    QImage written = picture(QImage::Format_RGB32);
    written.setText(u"Comment"_s, u"a secret"_s);
    QTest::newRow("png with a text") << saved(written, "PNG");
    QTest::newRow("png and more") << QByteArray(png + "a secret");
}

void TestInputPicture::secretsStayHere()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(bytes.contains("secret"));
    const Result<QByteArray> prepared = preparedInput(bytes);
    QVERIFY(prepared.ok());
    QVERIFY(!prepared->contains("secret"));
    QVERIFY(!prepared->contains("Exif"));
    QVERIFY(decodeImage(*prepared).ok());
}

QTEST_GUILESS_MAIN(TestInputPicture)
#include "test_inputpicture.moc"
