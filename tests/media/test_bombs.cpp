// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Small files that stand for a lot of work: they are refused, or read with the memory a picture of their size takes.
#include "core/media/codec.h"
#include "core/media/metadata/heifsize.h"
#include "core/media/metadata/webpchunks.h"
#include "core/media/worker/worker.h"
#include "tests/media/handmade.h"
#include "tests/support/peakmemory.h"
#include "tests/support/testpictures.h"

#include <QtEndian>

#include <avif/avif.h>
#include <jxl/encode.h>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebibyte = 1024LL * 1024;

QByteArray jxlOfChannels(int channels)
{
    const std::unique_ptr<JxlEncoder, decltype(&JxlEncoderDestroy)> encoder(JxlEncoderCreate(nullptr),
                                                                            &JxlEncoderDestroy);
    JxlEncoderUseContainer(encoder.get(), JXL_TRUE);
    JxlEncoderSetCodestreamLevel(encoder.get(), 10);
    JxlBasicInfo info;
    JxlEncoderInitBasicInfo(&info);
    info.xsize = info.ysize = 32;
    info.bits_per_sample = 8;
    info.num_color_channels = 3;
    info.num_extra_channels = uint32_t(channels);
    info.uses_original_profile = JXL_TRUE;
    JxlEncoderSetBasicInfo(encoder.get(), &info);
    JxlExtraChannelInfo extra;
    JxlEncoderInitExtraChannelInfo(JXL_CHANNEL_OPTIONAL, &extra);
    for (int i = 0; i < channels; ++i) {
        JxlEncoderSetExtraChannelInfo(encoder.get(), size_t(i), &extra);
    }
    JxlColorEncoding srgb;
    JxlColorEncodingSetToSRGB(&srgb, JXL_FALSE);
    JxlEncoderSetColorEncoding(encoder.get(), &srgb);
    JxlEncoderFrameSettings *frame = JxlEncoderFrameSettingsCreate(encoder.get(), nullptr);
    JxlEncoderFrameSettingsSetOption(frame, JXL_ENC_FRAME_SETTING_EFFORT, 1);
    JxlEncoderSetFrameLossless(frame, JXL_TRUE);
    const JxlPixelFormat colours {3, JXL_TYPE_UINT8, JXL_NATIVE_ENDIAN, 0};
    const JxlPixelFormat single {1, JXL_TYPE_UINT8, JXL_NATIVE_ENDIAN, 0};
    const QByteArray zeros(32 * 32 * 3, '\0');
    JxlEncoderAddImageFrame(frame, &colours, zeros.constData(), size_t(zeros.size()));
    for (int i = 0; i < channels; ++i) {
        JxlEncoderSetExtraChannelBuffer(frame, &single, zeros.constData(), 32 * 32, uint32_t(i));
    }
    JxlEncoderCloseInput(encoder.get());
    QByteArray bytes(256LL * 1024, '\0');
    auto *next = reinterpret_cast<uint8_t *>(bytes.data());
    auto left = size_t(bytes.size());
    const bool whole = JxlEncoderProcessOutput(encoder.get(), &next, &left) == JXL_ENC_SUCCESS;
    return whole ? bytes.left(bytes.size() - qsizetype(left)) : QByteArray();
}

/// An AVIF whose container says another size than its picture has.
QByteArray avifThatSays(QSize real, quint32 width, quint32 height)
{
    QImage image(real, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes = *encodeImage(image, {.format = ImageFormat::Avif});
    const qsizetype at = bytes.indexOf("ispe") + 8;
    qToBigEndian(width, bytes.data() + at);
    qToBigEndian(height, bytes.data() + at + 4);
    return bytes;
}

/// A picture put together of many.
QByteArray avifGrid(uint32_t columns, uint32_t rows)
{
    const std::unique_ptr<avifImage, decltype(&avifImageDestroy)> tile(
        avifImageCreate(64, 64, 8, AVIF_PIXEL_FORMAT_YUV420), &avifImageDestroy);
#if AVIF_VERSION >= 1000000
    (void)avifImageAllocatePlanes(tile.get(), AVIF_PLANES_YUV);
#else
    avifImageAllocatePlanes(tile.get(), AVIF_PLANES_YUV);
#endif
    for (int plane = 0; plane < 3; ++plane) {
        memset(tile->yuvPlanes[plane], 100, size_t(tile->yuvRowBytes[plane]) * (plane ? 32 : 64));
    }
    const QList<const avifImage *> tiles(qsizetype(columns) * rows, tile.get());
    const std::unique_ptr<avifEncoder, decltype(&avifEncoderDestroy)> encoder(avifEncoderCreate(), &avifEncoderDestroy);
    encoder->speed = AVIF_SPEED_FASTEST;
    avifRWData output = AVIF_DATA_EMPTY;
    QByteArray bytes;
    if (avifEncoderAddImageGrid(encoder.get(), columns, rows, tiles.constData(), AVIF_ADD_IMAGE_FLAG_SINGLE)
            == AVIF_RESULT_OK
        && avifEncoderFinish(encoder.get(), &output) == AVIF_RESULT_OK) {
        bytes = QByteArray(reinterpret_cast<const char *>(output.data), qsizetype(output.size));
    }
    avifRWDataFree(&output);
    return bytes;
}

} // namespace

class TestBombs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stayWithinTheirSize_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("readable");
        constexpr qsizetype plenty = 300 * mebibyte;
        const auto row = [](const char *name, const QByteArray &bytes, bool readable) {
            QTest::newRow(name) << bytes << readable;
        };
        const QByteArray zeros = packedZeros(plenty);
        QByteArray liar(132, '\0'); // the head of a profile of its size
        qToBigEndian(quint32(plenty), liar.data());
        liar.replace(16, 4, "RGB ").replace(36, 4, "acsp");
        row("PNG, profile", pngWith(pngChunk("iCCP", QByteArray("x\0\0", 3) + zeros)), true);
        row("PNG, text",
            pngWith(pngChunk("iCCP", QByteArray("x\0\0", 3) + qCompress(liar).mid(4))
                    + pngChunk("zTXt", QByteArray("Raw profile type exif\0\0", 23) + zeros)),
            true);
        row("PNG, packet", pngWith(pngChunk("iTXt", QByteArray("XML:com.adobe.xmp\0\1\0\0\0", 22) + zeros)), true);
        row("PNG, many texts", pngWith(pngChunk("tEXt", QByteArray("a\0b", 3)).repeated(200'000)), true);
        row("PNG, more pixels than it says", pngWith({}, plenty), true);
        row("JPEG, a million comments", jpegWith(QByteArray("\xff\xfe\0\x03x", 5).repeated(1'000'000)), false);
        row("JPEG, a few comments", jpegWith(QByteArray("\xff\xfe\0\x03x", 5).repeated(100)), true);
        row("JPEG, some scans", jpegOfScans({256, 256}, 20), true);
        row("JPEG, scans without end", jpegOfScans({256, 256}, 100'000), false);
        row("JPEG, large, many scans", jpegOfScans({6000, 6000}, 100), false);
        row("WebP, a large canvas", webpOfFrames({10'000, 10'000}, 1), true);
        row("WebP, too large a canvas", webpOfFrames({16'777'216, 255}, 1), false);
        row("WebP, frames", webpOfFrames({64, 64}, 100'000), true);
        row("WebP, frames beyond the canvas", webpOfFrames({8, 8}, 10), false);
        row("GIF, a large screen", gifOfFrames({10'000, 10'000}, 1), true);
        row("GIF, too large a screen", gifOfFrames({65'535, 65'535}, 1), false);
        row("GIF, frames", gifOfFrames({1, 1}, 1'000'000), true);
        row("TIFF, a strip that is not there", tiffThatSays({10'000, 10'000}), false);
        row("TIFF, a huge tile", tiffThatSays({64, 64}, {46'336, 46'336}), false);
        row("TIFF, samples", tiffThatSays({5000, 5000}, {}, 65'535), false);
        row("TIFF, a directory that is its own next",
            QByteArray("II*\0\x08\0\0\0\x01\0\0\x01\x04\0\x01\0\0\0\x05\0\0\0\x08\0\0\0", 26), false);
        row("JPEG XL, channels", jxlOfChannels(200), false);
        row("JPEG XL, a few channels", jxlOfChannels(2), true);
        row("AVIF, larger than its picture", avifThatSays({64, 64}, 9'000, 9'000), true);
        row("AVIF, far larger", avifThatSays({64, 64}, 60'000, 60'000), false);
        row("AVIF, endless", avifThatSays({64, 64}, 0xffffffffU, 0xffffffffU), false);
        row("AVIF, smaller than its picture", avifThatSays({2000, 2000}, 64, 64), true);
        row("AVIF, a grid", avifGrid(12, 12), true);
        row("HEIF, too large", heifThatSays({60'000, 60'000}), false);
        row("HEIF, a picture that is not there", heifThatSays({64, 64}), false);
    }
    void stayWithinTheirSize()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, readable);
        QVERIFY(!bytes.isEmpty());
        const PeakMemory peak;
        const Result<ImageInfo> info = probeImage(bytes);
        if (peak.works()) { // nothing was decoded
            QVERIFY(peak.mebibytes() < 100 + 2 * bytes.size() / mebibyte);
        }
        const Result<QImage> image = decodeImage(bytes);
        (void)unreadProfile(bytes);
        (void)readRecipe(bytes);
        QCOMPARE(image.ok(), readable);
        if (image) {
            QCOMPARE(image->size(), info->size);
        } else {
            QCOMPARE(image.error().billing, Billing::NotBilled);
        }
        const qint64 pixels = info ? qint64(info->size.width()) * info->size.height() : 0;
        if (peak.works()) {
            QVERIFY2(peak.mebibytes() < 150 + (12 * pixels + 4 * bytes.size()) / mebibyte,
                     qPrintable(u"%1 MiB"_s.arg(peak.mebibytes())));
        }
        QVERIFY2(peak.milliseconds() < 60'000, qPrintable(u"%1 ms"_s.arg(peak.milliseconds())));
    }

    /// Chunks are set through a list that is searched for each.
    void framesAreNotListed()
    {
        const PeakMemory peak;
        QVERIFY(!metadata::withWebpChunks(webpOfFrames({64, 64}, 100'000), {{"XMP ", "x"}}).ok());
        QVERIFY(metadata::withWebpChunks(webpOfFrames({64, 64}, 100), {{"XMP ", "x"}}).ok());
        QVERIFY(peak.milliseconds() < 30'000);
    }

    void animationsShowTheirFirstFrame()
    {
        const Result<QImage> image = decodeImage(webpOfFrames({100, 80}, 3));
        QVERIFY(image.ok());
        QCOMPARE(image->size(), QSize(100, 80));
        QCOMPARE(image->pixelColor(30, 30).alpha(), 255);
        QVERIFY(qAbs(image->pixelColor(30, 30).blue() - QColor(Qt::darkCyan).blue()) < 6);
        QCOMPARE(image->pixelColor(90, 70).alpha(), 0);
    }

    void sizeOfHeif_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QSize>("size"); ///< invalid: none
        QTest::newRow("plain") << heifThatSays({400, 300}) << QSize(400, 300);
        QTest::newRow("turned") << heifThatSays({400, 300}, {}, true) << QSize(300, 400);
        QTest::newRow("cut") << heifThatSays({400, 300}, {200, 100}) << QSize(200, 100);
        QTest::newRow("cut and turned") << heifThatSays({400, 300}, {200, 100}, true) << QSize(100, 200);
        QTest::newRow("cut wider than it is") << heifThatSays({400, 300}, {9000, 9000}) << QSize(400, 300);
        QTest::newRow("nothing") << heifThatSays({0, 300}) << QSize();
        QTest::newRow("half") << heifThatSays({400, 300}).left(60) << QSize();
    }
    void sizeOfHeif()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QSize, size);
        const std::optional<QSize> found = metadata::heifSize(bytes);
        QCOMPARE(found.has_value(), size.isValid());
        QCOMPARE(found.value_or(QSize()), size);
    }

    /// A file that is not what the order says does not come through.
    void workersAnswerMustFit()
    {
        const QByteArray bytes = *encodeImage(discPicture({40, 30}), {.format = ImageFormat::Jxl});
        QVERIFY(worker::decode({ImageFormat::Jxl, {40, 30}, bytes}).ok());
        QVERIFY(!worker::decode({ImageFormat::Jxl, {40, 31}, bytes}).ok());
        QVERIFY(!worker::decode({ImageFormat::Jxl, {1, 1}, bytes}).ok());
        QVERIFY(!worker::decode({ImageFormat::Tiff, {40, 30}, bytes}).ok());
    }
};

QTEST_GUILESS_MAIN(TestBombs)
#include "test_bombs.moc"
