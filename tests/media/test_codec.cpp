// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every format Lightwell delivers: written, looked at, read again.
#include "core/media/codec.h"
#include "core/media/contactsheet.h"
#include "core/media/metadata/pngtext.h"
#include "core/wording/wording.h"
#include "tests/support/ssim.h"
#include "tests/support/testpictures.h"

#include <QColorSpace>
#include <QTest>

#include <avif/avif.h>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

void everyFormat()
{
    QTest::addColumn<ImageFormat>("format");
    for (const ImageFormat format : deliverableFormats()) {
        QTest::newRow(qPrintable(formatName(format))) << format;
    }
}

QByteArray encoded(const QImage &image, ImageFormat format, std::optional<int> compression = {})
{
    const Result<QByteArray> bytes = encodeImage(image, {.format = format, .compression = compression});
    return bytes ? *bytes : QByteArray();
}

QImage decoded(const QByteArray &bytes)
{
    const Result<QImage> image = decodeImage(bytes);
    return image ? *image : QImage();
}

/// White with a dark upper left quarter, to be shown turned.
QByteArray turnedAvif(int quarterTurnsLeft)
{
    avifImage *picture = avifImageCreate(64, 32, 8, AVIF_PIXEL_FORMAT_YUV400);
    (void)avifImageAllocatePlanes(picture, AVIF_PLANES_YUV);
    for (uint32_t y = 0; y < picture->height; ++y) {
        for (uint32_t x = 0; x < picture->width; ++x) {
            picture->yuvPlanes[0][y * picture->yuvRowBytes[0] + x] = x < 32 && y < 16 ? 20 : 255;
        }
    }
    picture->transformFlags = quarterTurnsLeft == 0 ? AVIF_TRANSFORM_NONE : AVIF_TRANSFORM_IROT;
    picture->irot.angle = uint8_t(quarterTurnsLeft);
    avifEncoder *encoder = avifEncoderCreate();
    encoder->speed = 10;
    avifRWData output = AVIF_DATA_EMPTY;
    (void)avifEncoderWrite(encoder, picture, &output);
    const QByteArray bytes(reinterpret_cast<const char *>(output.data), qsizetype(output.size));
    avifRWDataFree(&output);
    avifEncoderDestroy(encoder);
    avifImageDestroy(picture);
    return bytes;
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas_data() { everyFormat(); }
    void comesBackAsItWas()
    {
        QFETCH(const ImageFormat, format);
        const QImage picture = test::cloudPicture({203, 117});
        const Result<QByteArray> bytes = encodeImage(picture, {.format = format});
        QVERIFY2(bytes.ok(), qPrintable(bytes ? QString() : wording::sentence(bytes.error()) + bytes.error().detail));
        const Result<ImageInfo> info = probeImage(*bytes);
        QVERIFY(info.ok());
        QCOMPARE(info->format, format);
        QCOMPARE(info->size, picture.size());
        const Result<QImage> back = decodeImage(*bytes);
        QVERIFY(back.ok());
        QCOMPARE(back->size(), picture.size());
        const double similarity = test::Ssim::of(picture, *back);
        QVERIFY2(similarity > 0.93, qPrintable(QString::number(similarity)));
    }

    void pngLosesNothing()
    {
        const QImage picture = test::discPicture({64, 48});
        QCOMPARE(decoded(encoded(picture, ImageFormat::Png)).convertToFormat(QImage::Format_ARGB32), picture);
    }

    void aHeadAloneTellsTheSize()
    {
        const QByteArray head = metadata::pngHead(QSize(4096, 3000));
        const Result<ImageInfo> info = probeImage(head);
        QVERIFY(info.ok());
        QCOMPARE(info->format, ImageFormat::Png);
        QCOMPARE(info->size, QSize(4096, 3000));
        QCOMPARE(head.size(), 33); // there is nothing behind it
        QVERIFY(!decodeImage(head).ok());
    }

    void transparencyIsKeptOrLaidOnTheMatte_data() { everyFormat(); }
    void transparencyIsKeptOrLaidOnTheMatte()
    {
        QFETCH(const ImageFormat, format);
        const Result<QByteArray> bytes =
            encodeImage(test::discPicture({128, 128}), {.format = format, .matte = QColor(0, 0, 255)});
        QVERIFY(bytes.ok());
        const QImage back = decoded(*bytes);
        QCOMPARE(back.hasAlphaChannel(), formatHasAlpha(format));
        const QColor corner = back.pixelColor(0, 0);
        const QColor centre = back.pixelColor(64, 64);
        if (formatHasAlpha(format)) {
            QVERIFY(corner.alpha() <= 2);
        } else {
            QVERIFY2(corner.blue() > 240 && corner.red() < 15, qPrintable(corner.name()));
        }
        QCOMPARE(centre.alpha(), 255);
        QVERIFY2(qAbs(centre.red() - 200) < 12 && qAbs(centre.green() - 40) < 12, qPrintable(centre.name()));
    }

    void gifHasOneBitOfTransparency()
    {
        const QImage back =
            decoded(encoded(test::discPicture({128, 128}), ImageFormat::Gif)).convertToFormat(QImage::Format_ARGB32);
        QSet<int> alphas;
        for (int y = 0; y < back.height(); ++y) {
            for (int x = 0; x < back.width(); ++x) {
                alphas.insert(qAlpha(back.pixel(x, y)));
            }
        }
        QCOMPARE(alphas, (QSet<int> {0, 255}));
    }

    void colourSpaceSurvives_data()
    {
        QTest::addColumn<ImageFormat>("format");
        for (const ImageFormat format : {ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Webp, ImageFormat::Avif,
                                         ImageFormat::Jxl, ImageFormat::Tiff}) {
            QTest::newRow(qPrintable(formatName(format))) << format;
        }
    }
    void colourSpaceSurvives()
    {
        QFETCH(const ImageFormat, format);
        for (const QColorSpace::NamedColorSpace named : {QColorSpace::DisplayP3, QColorSpace::AdobeRgb}) {
            QImage picture = test::cloudPicture({96, 96});
            picture.setColorSpace(named);
            const QImage back = decoded(encoded(picture, format, 95));
            QCOMPARE(back.colorSpace().primaries(), picture.colorSpace().primaries());
            // The numbers must mean the same, not only the name.
            const QImage seen = back.convertedToColorSpace(QColorSpace::SRgb);
            const QImage expected = picture.convertedToColorSpace(QColorSpace::SRgb);
            QVERIFY2(test::Ssim::of(seen, expected) > 0.95,
                     qPrintable(QString::number(test::Ssim::of(seen, expected))));
        }
    }

    void gifGetsTheSameLookInStandardColours()
    {
        QImage picture(8, 8, QImage::Format_RGB32);
        picture.fill(QColor(180, 90, 60));
        picture.setColorSpace(QColorSpace::AdobeRgb);
        const QColor expected = picture.convertedToColorSpace(QColorSpace::SRgb).pixelColor(0, 0);
        QVERIFY(expected.red() > 190);
        const QColor seen = decoded(encoded(picture, ImageFormat::Gif)).pixelColor(0, 0);
        QVERIFY2(qAbs(seen.red() - expected.red()) <= 2, qPrintable(seen.name()));
    }

    void unusualPixelsAreTaken_data()
    {
        QTest::addColumn<QImage::Format>("pixels");
        for (const QImage::Format pixels :
             {QImage::Format_Mono, QImage::Format_Indexed8, QImage::Format_RGB16, QImage::Format_Grayscale8,
              QImage::Format_Grayscale16, QImage::Format_RGBA64, QImage::Format_RGBX64,
              QImage::Format_A2RGB30_Premultiplied, QImage::Format_ARGB32_Premultiplied, QImage::Format_RGB888,
              QImage::Format_BGR888, QImage::Format_RGBA16FPx4, QImage::Format_Alpha8}) {
            QTest::newRow(qPrintable(QString::number(int(pixels)))) << pixels;
        }
    }
    void unusualPixelsAreTaken()
    {
        QFETCH(const QImage::Format, pixels);
        const QImage picture = test::posterPicture({61, 33}).convertToFormat(pixels);
        for (const ImageFormat format : deliverableFormats()) {
            QCOMPARE(decoded(encoded(picture, format)).size(), picture.size());
        }
    }

    void pngKeepsSixteenBits()
    {
        QImage picture(16, 16, QImage::Format_RGBX64);
        picture.fill(QColor::fromRgba64(1000, 2000, 3000));
        QCOMPARE(decoded(encoded(picture, ImageFormat::Png)).pixelColor(3, 3).rgba64().red(), quint16(1000));
    }

    /// Of every kind of pixel, in every way of packing, and where there are fewer lines than are tried out.
    void pngKeepsEveryPixel_data()
    {
        QTest::addColumn<QImage>("picture");
        QTest::addColumn<int>("effort");
        for (const QSize size : {QSize(1, 1), QSize(1, 40), QSize(40, 1), QSize(5, 31), QSize(203, 117)}) {
            const QImage clouds = test::cloudPicture(size);
            QImage deep = clouds.convertToFormat(QImage::Format_RGBA64);
            deep.setPixelColor(0, 0, QColor::fromRgba64(1, 258, 65535, 513));
            const auto add = [size](const char *kind, const QImage &picture) {
                for (const int effort : {EncodeTuning::minEffort, EncodeTuning::maxEffort}) {
                    QTest::addRow("%s, %dx%d, %d", kind, size.width(), size.height(), effort) << picture << effort;
                }
            };
            add("opaque", clouds.convertToFormat(QImage::Format_RGBX8888));
            add("flat", test::posterPicture(size).convertToFormat(QImage::Format_RGBX8888));
            add("transparent", test::discPicture(size).convertToFormat(QImage::Format_RGBA8888));
            add("deep", deep);
            add("deep and opaque", clouds.convertToFormat(QImage::Format_RGBX64));
        }
    }
    void pngKeepsEveryPixel()
    {
        QFETCH(const QImage, picture);
        QFETCH(const int, effort);
        EncodeOptions options;
        options.tuning.effort = effort;
        QCOMPARE(decoded(encodeImage(picture, options).value()).convertToFormat(picture.format()), picture);
    }

    /// What suits one kind of picture makes a quarter to several times more of another. By libpng 1.6.39 and
    /// zlib 1.2.13 they are 289,714, 492,860 and 8,404 bytes.
    void pngIsPackedAsSuitsThePicture()
    {
        QVERIFY(encoded(test::cloudPicture({640, 480}), ImageFormat::Png).size() < 300'000); // runs, 375,640 by matches
        QVERIFY(encoded(test::portraitPicture({640, 480}), ImageFormat::Png).size() < 510'000); // 517,131 as clouds
        QVERIFY(encoded(test::posterPicture({640, 480}), ImageFormat::Png).size() < 10'000); // 12,796 as clouds
    }

    /// Filters are chosen for each line, and matches looked for, where they take several times longer.
    void pngTakesItsTimeWhereEffortIsAskedFor()
    {
        const QImage picture = test::portraitPicture({640, 480});
        EncodeOptions options;
        options.tuning.effort = 6;
        QVERIFY(encodeImage(picture, options).value().size() < 450'000); // 435,164, and 492,860 unasked
    }

    /// More pixels in a line than libpng takes.
    void pngThatCannotBeWrittenIsAnError()
    {
        QImage line(1'100'000, 1, QImage::Format_RGBX8888);
        line.fill(Qt::red);
        QVERIFY(!encodeImage(line, {}).ok());
    }

    void pngSaysThatItIsStandardColours()
    {
        QImage picture = test::cloudPicture({32, 32});
        QVERIFY(!encoded(picture, ImageFormat::Png).contains("sRGB"));
        picture.setColorSpace(QColorSpace::SRgb);
        const QByteArray bytes = encoded(picture, ImageFormat::Png);
        QVERIFY(bytes.contains("sRGB"));
        QVERIFY(!bytes.contains("iCCP"));
        QCOMPARE(decoded(bytes).colorSpace(), QColorSpace(QColorSpace::SRgb));
    }

    /// Halved in libwebp's plain way, colour takes up to 44 levels of brightness along at these edges; in its slow
    /// way 28.
    void hardColoursKeepTheirEdgesInWebp()
    {
        QImage grid(96, 96, QImage::Format_RGB32);
        for (int y = 0; y < grid.height(); ++y) {
            for (int x = 0; x < grid.width(); ++x) {
                const bool isRed = x / 3 % 4 == 0 || y / 5 % 6 == 0;
                grid.setPixelColor(x, y, isRed ? QColor(220, 0, 0) : QColor(255, 255, 255));
            }
        }
        const QImage back = decoded(encoded(grid, ImageFormat::Webp)).convertToFormat(QImage::Format_RGB32);
        const auto brightness = [](QRgb pixel) {
            return 0.299 * qRed(pixel) + 0.587 * qGreen(pixel) + 0.114 * qBlue(pixel);
        };
        double most = 0;
        for (int y = 0; y < grid.height(); ++y) {
            for (int x = 0; x < grid.width(); ++x) {
                most = qMax(most, qAbs(brightness(back.pixel(x, y)) - brightness(grid.pixel(x, y))));
            }
        }
        QVERIFY2(most < 36, qPrintable(QString::number(most)));
    }

    /// Where there are none, the plain way: the slow one took a tenth more bytes.
    void softColoursAreHalvedPlainlyInWebp()
    {
        const QImage picture = test::cloudPicture({640, 480});
        QVERIFY(encoded(picture, ImageFormat::Webp, 59).size() < 10'300); // 9876 bytes at libwebp's 60; 10896 before
    }

    void tiniestPicture_data() { everyFormat(); }
    void tiniestPicture()
    {
        QFETCH(const ImageFormat, format);
        QImage picture(1, 1, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QCOMPARE(decoded(encoded(picture, format)).size(), QSize(1, 1));
    }

    void whatAFormatCannotHoldIsSaid()
    {
        QImage wide(20000, 2, QImage::Format_RGB32);
        wide.fill(Qt::red);
        const Result<QByteArray> bytes = encodeImage(wide, {.format = ImageFormat::Webp});
        QVERIFY(!bytes.ok());
        QCOMPARE(bytes.error().kind, ErrorKind::Unsupported);
        QVERIFY(!encodeImage({}, {}).ok());
        QCOMPARE(encodeImage(wide, {.format = ImageFormat::Svg}).error().kind, ErrorKind::Unsupported);
    }

    void avifIsTurnedAsItsFileSays_data()
    {
        QTest::addColumn<int>("quarterTurnsLeft");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QPoint>("darkCorner");
        QTest::newRow("not at all") << 0 << QSize(64, 32) << QPoint(4, 4);
        QTest::newRow("left") << 1 << QSize(32, 64) << QPoint(4, 59);
        QTest::newRow("over") << 2 << QSize(64, 32) << QPoint(59, 27);
        QTest::newRow("right") << 3 << QSize(32, 64) << QPoint(27, 4);
    }
    void avifIsTurnedAsItsFileSays()
    {
        QFETCH(const int, quarterTurnsLeft);
        QFETCH(const QSize, size);
        QFETCH(const QPoint, darkCorner);
        const QByteArray bytes = turnedAvif(quarterTurnsLeft);
        QCOMPARE(probeImage(bytes)->size, size);
        const QImage image = decoded(bytes);
        QCOMPARE(image.size(), size);
        QVERIFY(image.pixelColor(darkCorner).lightness() < 60);
        QVERIFY(image.pixelColor(QPoint(size.width() - 1, size.height() - 1) - darkCorner).lightness() > 200);
    }

    void contactSheetWithoutFonts()
    {
        // This program has no QGuiApplication, so there are none.
        const ContactSheetTile tile {test::posterPicture({40, 30}), {u"model"_s, u"provider"_s}, true};
        const QImage page = makeContactSheet(u"title"_s, {tile}, {.tileWidth = 200, .note = u"note"_s});
        QCOMPARE(page.size(), QSize(280, 230));
    }

    void shownUpright()
    {
        // A JPEG lying on its side, as cameras write them: orientation 6 is a quarter turn to the right.
        QByteArray bytes = encoded(test::posterPicture({80, 40}), ImageFormat::Jpeg);
        const QByteArray exif = QByteArray::fromHex("457869660000"
                                                    "4d4d002a00000008"
                                                    "0001"
                                                    "0112000300000001"
                                                    "00060000"
                                                    "00000000");
        bytes.insert(2, QByteArray::fromHex("ffe1") + char(0) + char(exif.size() + 2) + exif);
        QCOMPARE(probeImage(bytes)->size, QSize(40, 80));
        QCOMPARE(decoded(bytes).size(), QSize(40, 80));
    }
};

QTEST_GUILESS_MAIN(TestCodec)
#include "test_codec.moc"
