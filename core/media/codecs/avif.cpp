// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/codec.h"
#include "core/media/codecs/colourprofile.h"
#include "core/media/codecs/threads.h"
#include "core/media/mediaerrors.h"

#include <QTransform>

#include <avif/avif.h>
#include <limits>

namespace lightwell::codecs {

namespace {

using Decoder = std::unique_ptr<avifDecoder, decltype(&avifDecoderDestroy)>;
using Encoder = std::unique_ptr<avifEncoder, decltype(&avifEncoderDestroy)>;
using Picture = std::unique_ptr<avifImage, decltype(&avifImageDestroy)>;

const uint8_t *data(const QByteArray &bytes)
{
    return reinterpret_cast<const uint8_t *>(bytes.constData());
}

/// Has read the container, no pixel; nothing when it is broken. The bytes must outlive it.
Decoder openContainer(const QByteArray &bytes, qint64 maxPixels)
{
    Decoder decoder(avifDecoderCreate(), &avifDecoderDestroy);
    if (!decoder) {
        return decoder;
    }
    decoder->maxThreads = threadsForCodec();
    // Files from the wild often miss a detail of the standard and are still good pictures.
    decoder->strictFlags = AVIF_STRICT_DISABLED;
    // One picture is wanted, and whoever lists a million makes libavif keep a list of a million.
    decoder->imageCountLimit = 20'000;
    decoder->imageDimensionLimit = 65'536;
    decoder->imageSizeLimit = uint32_t(qBound<qint64>(1, maxPixels, qint64(AVIF_DEFAULT_IMAGE_SIZE_LIMIT)));
    if (avifDecoderSetIOMemory(decoder.get(), data(bytes), size_t(bytes.size())) != AVIF_RESULT_OK
        || avifDecoderParse(decoder.get()) != AVIF_RESULT_OK) {
        decoder.reset();
    }
    return decoder;
}

bool turnsOnItsSide(const avifImage &image)
{
    return (image.transformFlags & AVIF_TRANSFORM_IROT) && image.irot.angle % 2 == 1;
}

Result<QSize> probe(const QByteArray &bytes, const DecodeLimits &)
{
    const Decoder decoder = openContainer(bytes, AVIF_DEFAULT_IMAGE_SIZE_LIMIT);
    if (!decoder) {
        return mediaerrors::broken(ImageFormat::Avif);
    }
    const avifImage &image = *decoder->image;
    const QSize size(int(image.width), int(image.height));
    return turnsOnItsSide(image) ? size.transposed() : size;
}

QByteArray profileOf(const avifImage &image)
{
    return {reinterpret_cast<const char *>(image.icc.data), qsizetype(image.icc.size)};
}

QByteArray profile(const QByteArray &bytes)
{
    const Decoder decoder = openContainer(bytes, AVIF_DEFAULT_IMAGE_SIZE_LIMIT);
    return decoder ? profileOf(*decoder->image) : QByteArray();
}

QColorSpace colourSpaceOf(const avifImage &image)
{
    if (image.icc.size > 0) {
        return colourSpaceFrom(profileOf(image));
    }
    constexpr int displayP3 = 12; // SMPTE EG 432-1 in the code points of ITU-T H.273
    if (int(image.colorPrimaries) == displayP3) {
        return QColorSpace::DisplayP3;
    }
    if (image.transferCharacteristics == AVIF_TRANSFER_CHARACTERISTICS_LINEAR) {
        return QColorSpace::SRgbLinear;
    }
    return QColorSpace::SRgb;
}

/// The rotation and mirroring that the container asks for, in the order of the standard.
QImage upright(const QImage &image, const avifImage &source)
{
    QImage result = image;
    if ((source.transformFlags & AVIF_TRANSFORM_IROT) && source.irot.angle > 0) {
        result = result.transformed(QTransform().rotate(-90.0 * source.irot.angle));
    }
    if (source.transformFlags & AVIF_TRANSFORM_IMIR) {
#if AVIF_VERSION >= 1000000
        const int axis = source.imir.axis;
#else
        const int axis = source.imir.mode;
#endif
        result = result.mirrored(axis == 1, axis == 0);
    }
    return result;
}

Result<QImage> decode(const QByteArray &bytes, const DecodeLimits &limits)
{
    const Decoder decoder = openContainer(bytes, limits.maxPixels);
    if (!decoder || avifDecoderNextImage(decoder.get()) != AVIF_RESULT_OK) {
        return mediaerrors::broken(ImageFormat::Avif);
    }
    const avifImage &source = *decoder->image;
    const bool alpha = source.alphaPlane != nullptr;
    QImage image(int(source.width), int(source.height), alpha ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
    if (image.isNull()) {
        return mediaerrors::broken(ImageFormat::Avif);
    }
    image.fill(Qt::white); // libavif does not always write the byte behind the colours where it is to be ignored
    avifRGBImage rgb;
    avifRGBImageSetDefaults(&rgb, &source);
    rgb.depth = 8;
    rgb.format = AVIF_RGB_FORMAT_RGBA;
    rgb.ignoreAlpha = alpha ? AVIF_FALSE : AVIF_TRUE;
    rgb.pixels = image.bits();
    rgb.rowBytes = uint32_t(image.bytesPerLine());
    if (avifImageYUVToRGB(&source, &rgb) != AVIF_RESULT_OK) {
        return mediaerrors::broken(ImageFormat::Avif);
    }
    image.setColorSpace(colourSpaceOf(source));
    return upright(image, source);
}

avifPixelFormat layoutFor(const QImage &image, const EncodeSettings &settings)
{
    if (image.allGray()) {
        return AVIF_PIXEL_FORMAT_YUV400;
    }
    constexpr double fullColourFrom = 12; // below this quantizer, halved colour would be the worst error left
    const bool isFine = settings.tuning.isLossless || settings.quality <= fullColourFrom;
    const Chroma usual = isFine ? Chroma::Full444 : Chroma::Quarter420;
    switch (settings.tuning.isLossless ? usual : settings.tuning.chroma.value_or(usual)) {
    case Chroma::Full444:
        return AVIF_PIXEL_FORMAT_YUV444;
    case Chroma::Half422:
        return AVIF_PIXEL_FORMAT_YUV422;
    case Chroma::Quarter420:
        break;
    }
    return AVIF_PIXEL_FORMAT_YUV420;
}

/// Our RGB as the YUV that AV1 stores, with its colour space and metadata.
Result<Picture> pictureFor(const QImage &image, const EncodeSettings &settings)
{
    const avifPixelFormat layout = layoutFor(image, settings);
    Picture picture(avifImageCreate(uint32_t(image.width()), uint32_t(image.height()), 8, layout), &avifImageDestroy);
    if (!picture) {
        return mediaerrors::encodingFailed(ImageFormat::Avif);
    }
    const bool isRgb = settings.tuning.isLossless && layout == AVIF_PIXEL_FORMAT_YUV444; // YUV would round
    picture->matrixCoefficients = isRgb ? AVIF_MATRIX_COEFFICIENTS_IDENTITY : AVIF_MATRIX_COEFFICIENTS_BT601;
    const QByteArray &profile = settings.profile;
    if (profile.isEmpty()) {
        picture->colorPrimaries = AVIF_COLOR_PRIMARIES_BT709;
        picture->transferCharacteristics = AVIF_TRANSFER_CHARACTERISTICS_SRGB;
    }
    // Whether these can fail depends on the version of libavif; an empty one stays unset.
    (void)avifImageSetProfileICC(picture.get(), data(profile), size_t(profile.size()));
    (void)avifImageSetMetadataExif(picture.get(), data(settings.exif), size_t(settings.exif.size()));
    (void)avifImageSetMetadataXMP(picture.get(), data(settings.xmp), size_t(settings.xmp.size()));
    if (picture->icc.size != size_t(profile.size()) || picture->xmp.size != size_t(settings.xmp.size())) {
        return mediaerrors::encodingFailed(ImageFormat::Avif);
    }
    avifRGBImage rgb;
    avifRGBImageSetDefaults(&rgb, picture.get());
    rgb.format = AVIF_RGB_FORMAT_RGBA;
    rgb.ignoreAlpha = image.hasAlphaChannel() ? AVIF_FALSE : AVIF_TRUE;
    rgb.pixels = const_cast<uint8_t *>(image.constBits()); // only read from
    rgb.rowBytes = uint32_t(image.bytesPerLine());
    const avifResult result = avifImageRGBToYUV(picture.get(), &rgb);
    if (result != AVIF_RESULT_OK) {
        return mediaerrors::encodingFailed(ImageFormat::Avif, QString::fromLatin1(avifResultToString(result)));
    }
    return picture;
}

void setUp(avifEncoder &encoder, const EncodeSettings &settings)
{
    // Speed 7 of 10: for the same similarity speed 8 takes a few per cent more bytes, half as many again where surfaces
    // are flat; speed 6, which is export's, saves another tenth or two in up to twice the time.
    constexpr int usualEffort = 3;
    encoder.speed = AVIF_SPEED_FASTEST - settings.tuning.effort.value_or(usualEffort);
    const double quantizer = settings.tuning.isLossless ? AVIF_QUANTIZER_LOSSLESS : settings.quality;
    encoder.maxThreads = threadsForCodec();
    encoder.autoTiling = AVIF_TRUE;
    const int level = qBound(AVIF_QUANTIZER_BEST_QUALITY, qRound(quantizer), AVIF_QUANTIZER_WORST_QUALITY);
#if AVIF_VERSION >= 1000000
    encoder.quality = qRound(100 - level * 100.0 / 63);
    encoder.qualityAlpha = qMax(encoder.quality, 80);
#else
    encoder.minQuantizer = level;
    encoder.maxQuantizer = level;
    encoder.minQuantizerAlpha = qMin(level, 12); // frayed outlines are seen first
    encoder.maxQuantizerAlpha = qMin(level, 12);
#endif
}

Result<QByteArray> encode(const QImage &image, const EncodeSettings &settings)
{
    constexpr int longestEdge = 65535; // what an AV1 frame header can say
    if (qMax(image.width(), image.height()) > longestEdge) {
        return mediaerrors::tooLargeForFormat(ImageFormat::Avif, longestEdge);
    }
    const Result<Picture> picture = pictureFor(image, settings);
    if (!picture) {
        return picture.error();
    }
    const Encoder encoder(avifEncoderCreate(), &avifEncoderDestroy);
    if (!encoder) {
        return mediaerrors::encodingFailed(ImageFormat::Avif);
    }
    setUp(*encoder, settings);
    avifRWData output = AVIF_DATA_EMPTY;
    const avifResult result = avifEncoderWrite(encoder.get(), picture->get(), &output);
    const QByteArray bytes(reinterpret_cast<const char *>(output.data), qsizetype(output.size));
    avifRWDataFree(&output);
    if (result != AVIF_RESULT_OK) {
        return mediaerrors::encodingFailed(ImageFormat::Avif, QString::fromLatin1(avifResultToString(result)));
    }
    return bytes;
}

} // namespace

const Codec &avifCodec()
{
    static const Codec codec {ImageFormat::Avif, probe, decode, encode, profile};
    return codec;
}

} // namespace lightwell::codecs
