// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/inputpicture.h"
#include "core/media/metadata/pngtext.h"
#include "core/media/metadata/webpchunks.h"
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

/// 48x32 pixels of one blue (#4080c0) in the four inks of print, as Photoshop and ImageMagick write them.
constexpr const char *cmykJpeg =
    "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAUDg8SDw0UEhASFxUUGB4yIR4cHB49LC4kMklATEtHQEZFUFpzYlBVbVZFRmSIZW13e4GC"
    "gU5gjZeMfZZzfoF8/9sAQwEVFxceGh47ISE7fFNGU3x8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8"
    "fHx8fHx8/8AAFAgAIAAwBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAEBf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/"
    "xAAVAQEBAAAAAAAAAAAAAAAAAAAABf/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAhEDEQQAAD8AkASVNtAAAAAAAAAAAAAA"
    "AAAA/9k=";

/// A TIFF stream that says how to turn a picture, and words that must not leave.
QByteArray exifBlock(char orientation)
{
    return QByteArray("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19) + orientation
        + QByteArray("\0\0\0\0\0\0 secret place", 19);
}

/// A picture whose upper left corner is red, so that one sees how it lies.
QImage cornered(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::blue);
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 8; ++x) {
            image.setPixelColor(x, y, Qt::red);
        }
    }
    return image;
}

QByteArray turnedPng(const QImage &image, char orientation)
{
    return *metadata::withPngChunks(saved(image, "PNG"), {{"eXIf", exifBlock(orientation)}});
}

QByteArray turnedWebp(const QImage &image, char orientation, const QByteArray &before = {})
{
    EncodeOptions options;
    options.format = ImageFormat::Webp;
    options.compression = 100;
    return *metadata::withWebpChunks(*encodeImage(image, options), {{"EXIF", before + exifBlock(orientation)}});
}

/// With an EXIF block that turns it and holds words that must not leave.
QByteArray turnedJpeg(const QImage &image, char orientation)
{
    const QByteArray exif = QByteArray("Exif\0\0", 6) + exifBlock(orientation);
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
    void labelsGoAlong_data();
    void labelsGoAlong();
    void whatLeavesIsSound();
    void liesAsItIsShown_data();
    void liesAsItIsShown();
    void masksLieAsTheirPicture_data();
    void masksLieAsTheirPicture();
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
    QTest::newRow("png on its side") << turnedPng(picture(QImage::Format_RGB32), 6) << ImageFormat::Png
                                     << flat.transposed();
    QTest::newRow("webp on its side") << turnedWebp(picture(QImage::Format_RGB32), 8) << ImageFormat::Jpeg
                                      << flat.transposed();
    QTest::newRow("inks of print") << QByteArray::fromBase64(cmykJpeg) << ImageFormat::Jpeg << flat;
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
void TestInputPicture::labelsGoAlong_data()
{
    QTest::addColumn<ImageFormat>("format");
    for (const ImageFormat format : deliverableFormats()) {
        QTest::newRow(qPrintable(formatName(format))) << format;
    }
}

/// China's label may not be taken away; the rest of XMP is nobody's business.
void TestInputPicture::labelsGoAlong()
{
    QFETCH(const ImageFormat, format);
    const AiLabels labels {.digitalSourceType = u"trainedAlgorithmicMedia"_s, .aigc = u"{\"Label\":\"2\"}"_s};
    EncodeOptions options;
    options.format = format;
    options.labels = labels;
    options.labels.system = u"secret model"_s;
    const QByteArray bytes = encodeImage(picture(QImage::Format_RGB32), options).value();
    QCOMPARE(readLabels(bytes), labels);
    const QByteArray prepared = preparedInput(bytes).value();
    QCOMPARE(readLabels(prepared), labels);
    QVERIFY(!prepared.contains("secret"));
    QCOMPARE(preparedInput(prepared).value(), prepared);
    // With a recipe, which is as private as a place.
    options.recipe = Recipe();
    options.recipe->prompt = u"secret prompt"_s;
    const QByteArray withRecipe = preparedInput(encodeImage(picture(QImage::Format_RGB32), options).value()).value();
    QCOMPARE(readLabels(withRecipe), labels);
    QVERIFY(!withRecipe.contains("secret"));
    QVERIFY(!readRecipe(withRecipe));
}

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
    constexpr qsizetype behindJfif = 20;
    QTest::newRow("jpeg with a small picture")
        << saved(picture(QImage::Format_RGB32), "JPEG")
               .insert(behindJfif, segment('\xe0', QByteArray("JFXX\0 secret", 12)));
    QTest::newRow("turned png") << turnedPng(picture(QImage::Format_RGB32), 6);
    QTest::newRow("upright png") << turnedPng(picture(QImage::Format_RGB32), 1);
    QTest::newRow("turned webp") << turnedWebp(picture(QImage::Format_RGB32), 6);
    QTest::newRow("upright webp") << turnedWebp(picture(QImage::Format_RGB32), 1);
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

void TestInputPicture::liesAsItIsShown_data()
{
    QTest::addColumn<int>("orientation"); ///< as EXIF counts
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QPoint>("red"); ///< the middle of the red corner
    const QSize flat(48, 32);
    const QSize tall(32, 48);
    QTest::newRow("as it is") << 1 << flat << QPoint(3, 3);
    QTest::newRow("mirrored") << 2 << flat << QPoint(44, 3);
    QTest::newRow("upside down") << 3 << flat << QPoint(44, 28);
    QTest::newRow("flipped") << 4 << flat << QPoint(3, 28);
    QTest::newRow("over the diagonal") << 5 << tall << QPoint(3, 3);
    QTest::newRow("to the right") << 6 << tall << QPoint(28, 3);
    QTest::newRow("over the other diagonal") << 7 << tall << QPoint(28, 44);
    QTest::newRow("to the left") << 8 << tall << QPoint(3, 44);
    QTest::newRow("no such number") << 9 << flat << QPoint(3, 3);
}

void TestInputPicture::liesAsItIsShown()
{
    QFETCH(int, orientation);
    QFETCH(QPoint, red);
    const QImage image = cornered({48, 32});
    const auto number = static_cast<char>(orientation);
    for (const QByteArray &bytes : {turnedJpeg(image, number), turnedPng(image, number), turnedWebp(image, number),
                                    turnedWebp(image, number, QByteArray("Exif\0\0", 6))}) {
        const Result<QByteArray> prepared = preparedInput(bytes);
        QVERIFY(prepared.ok());
        const QImage shown = *decodeImage(*prepared);
        QTEST(shown.size(), "size");
        QVERIFY(shown.pixelColor(red).red() > 200);
        QVERIFY(shown.pixelColor(red).blue() < 60);
    }
}

void TestInputPicture::masksLieAsTheirPicture_data()
{
    QTest::addColumn<QByteArray>("picture");
    QTest::addColumn<QSize>("mask");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QPoint>("hole"); ///< where its upper left corner went
    const QImage image = picture(QImage::Format_RGB32);
    const QSize flat(48, 32);
    const QSize tall(32, 48);
    for (const auto &[name, turnedPicture] : {std::pair("jpeg", &turnedJpeg), std::pair("png", &turnedPng)}) {
        QTest::addRow("of the pixels, %s", name) << turnedPicture(image, 6) << flat << tall << QPoint(31, 0);
        QTest::addRow("to the left, %s", name) << turnedPicture(image, 8) << flat << tall << QPoint(0, 47);
        QTest::addRow("of what is shown, %s", name) << turnedPicture(image, 6) << tall << tall << QPoint(0, 0);
        QTest::addRow("upside down, %s", name) << turnedPicture(image, 3) << flat << flat << QPoint(0, 0);
        QTest::addRow("upright, %s", name) << turnedPicture(image, 1) << tall << tall << QPoint(0, 0);
        QTest::addRow("of another size, %s", name)
            << turnedPicture(image, 6) << QSize(24, 16) << QSize(24, 16) << QPoint(0, 0);
    }
}

void TestInputPicture::masksLieAsTheirPicture()
{
    QFETCH(QByteArray, picture);
    QFETCH(QSize, mask);
    QFETCH(QPoint, hole);
    QImage image(mask, QImage::Format_ARGB32);
    image.fill(Qt::white);
    image.setPixelColor(0, 0, Qt::transparent);
    const Result<QByteArray> prepared = preparedMask(saved(image, "PNG"), picture);
    QVERIFY(prepared.ok());
    const QImage shown = *decodeImage(*prepared);
    QTEST(shown.size(), "size");
    QCOMPARE(shown.pixelColor(hole).alpha(), 0);
}

QTEST_GUILESS_MAIN(TestInputPicture)
#include "test_inputpicture.moc"
