// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"
#include "core/media/codecs/jpegdamage.h"
#include "core/media/mediareasons.h"
#include "tests/support/testpictures.h"

#include <QBuffer>
#include <QImageWriter>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

QByteArray encoded(ImageFormat format)
{
    EncodeOptions options;
    options.format = format;
    return *encodeImage(test::cloudPicture({160, 120}), options);
}

QByteArray sequentialJpeg()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.write(test::cloudPicture({160, 120}).convertToFormat(QImage::Format_RGB32));
    return buffer.data();
}

QByteArray pngOf(const QImage &image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return buffer.data();
}

/// Three by three greys, as Adam7 has them.
QByteArray interlacedPng()
{
    return QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAMAAAADCAAAAAEERNr1AAAAF0lEQVR4nGMQYDBgCEhgUGBwYBAUEgYA"
                                  "DDkBh8/MLFAAAAAASUVORK5CYII=");
}

QByteArray flipped(QByteArray bytes, qsizetype at)
{
    bytes[at] = static_cast<char>(bytes.at(at) ^ 0x55);
    return bytes;
}

} // namespace

/// A picture that ends early, or whose check sum is wrong, is broken; its decoder would show what there is.
class TestDamaged : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isNoticed_data();
    void isNoticed();
    void soundOnesPass_data();
    void soundOnesPass();
    void unreadIsNoDamage_data();
    void unreadIsNoDamage();
    void slowIsNoDamage();
};

void TestDamaged::isNoticed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QList<ImageFormat> formats = {ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Webp, ImageFormat::Avif,
                                        ImageFormat::Gif, ImageFormat::Jxl,  ImageFormat::Tiff};
    for (const ImageFormat format : formats) {
        const QByteArray whole = encoded(format);
        QTest::addRow("%s cut in half", qPrintable(formatName(format))) << whole.left(whole.size() / 2);
        QTest::addRow("%s without its last part", qPrintable(formatName(format))) << whole.left(whole.size() - 24);
    }
    const QByteArray jpeg = sequentialJpeg();
    QTest::newRow("sequential jpeg cut") << jpeg.left(jpeg.size() * 2 / 3);
    QTest::newRow("jpeg without its middle") << QByteArray(jpeg.left(jpeg.size() / 2) + jpeg.right(2));
    QTest::newRow("jpeg without its end marker") << jpeg.left(jpeg.size() - 2);
    const QByteArray png = encoded(ImageFormat::Png);
    const qsizetype data = png.indexOf("IDAT");
    QTest::newRow("png with a wrong check sum") << flipped(png, png.indexOf("IEND") - 5);
    QTest::newRow("png with a wrong byte") << flipped(png, data + 200);
}

void TestDamaged::isNoticed()
{
    QFETCH(QByteArray, bytes);
    const Result<QImage> image = decodeImage(bytes);
    QVERIFY(!image.ok());
    QCOMPARE(image.error().why().code, QLatin1StringView(reasons::pictureBroken.code));
    QCOMPARE(checkImage(bytes).error().why().code, QLatin1StringView(reasons::pictureBroken.code));
}

void TestDamaged::soundOnesPass_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const ImageFormat format : {ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Webp, ImageFormat::Avif,
                                     ImageFormat::Gif, ImageFormat::Jxl, ImageFormat::Tiff}) {
        QTest::addRow("%s", qPrintable(formatName(format))) << encoded(format);
    }
    QTest::newRow("sequential jpeg") << sequentialJpeg();
    // Some programs put more behind the end.
    QTest::newRow("jpeg and more") << QByteArray(sequentialJpeg() + QByteArray(500, 'x'));
    const QImage clouds = test::cloudPicture({160, 120});
    QTest::newRow("png with a palette") << pngOf(clouds.convertToFormat(QImage::Format_Indexed8));
    QTest::newRow("png of two colours") << pngOf(clouds.convertToFormat(QImage::Format_Mono));
    QTest::newRow("png of greys") << pngOf(clouds.convertToFormat(QImage::Format_Grayscale16));
    QTest::newRow("png with deep colours") << pngOf(clouds.convertToFormat(QImage::Format_RGBA64));
    QTest::newRow("png in passes") << interlacedPng();
    QTest::newRow("png and more") << QByteArray(encoded(ImageFormat::Png) + QByteArray(500, 'x'));
}

void TestDamaged::soundOnesPass()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(decodeImage(bytes).ok());
    QVERIFY(checkImage(bytes).ok());
}

void TestDamaged::unreadIsNoDamage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto withFrame = [](char marker, char precision) {
        QByteArray bytes = sequentialJpeg();
        const qsizetype frame = bytes.indexOf("\xff\xc0");
        bytes[frame + 1] = marker;
        bytes[frame + 4] = precision;
        return bytes;
    };
    QTest::newRow("twelve bits") << withFrame('\xc1', 12);
    QTest::newRow("without loss") << withFrame('\xc3', 8);
    QTest::newRow("of differences") << withFrame('\xc5', 8);
}

/// A kind of JPEG that no reader here knows may be what a vendor was paid for.
void TestDamaged::unreadIsNoDamage()
{
    QFETCH(QByteArray, bytes);
    const Result<QImage> image = decodeImage(bytes);
    QVERIFY(!image.ok());
    QCOMPARE(image.error().why().code, QLatin1StringView(reasons::readerMissing.code));
    QVERIFY(!isDamage(checkImage(bytes).error()));
}

void TestDamaged::slowIsNoDamage()
{
    using codecs::JpegState;
    const QByteArray jpeg = sequentialJpeg();
    QCOMPARE(codecs::jpegState(jpeg, std::chrono::seconds(20)), JpegState::Sound);
    QCOMPARE(codecs::jpegState(jpeg, std::chrono::seconds(0)), JpegState::TooCostly);
    QCOMPARE(codecs::jpegState(jpeg.left(jpeg.size() / 2), std::chrono::seconds(20)), JpegState::Damaged);
}

QTEST_GUILESS_MAIN(TestDamaged)
#include "test_damaged.moc"
