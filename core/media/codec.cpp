// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"

#include "core/media/alpha.h"
#include "core/media/codecs/codec.h"
#include "core/media/codecs/colourprofile.h"
#include "core/media/compression.h"
#include "core/media/mediaerrors.h"
#include "core/media/mediareasons.h"
#include "core/media/metadata/hiddentext.h"
#include "core/media/metadata/iccprofile.h"
#include "core/media/metadata/packets.h"
#include "core/media/metadata/recipefiles.h"
#include "core/media/worker/worker.h"
#include "core/model/reasonsearch.h"

#include <QColorSpace>

namespace lightwell {

namespace {

/// Everything that can be refused without looking inside.
Result<const codecs::Codec *> codecForBytes(const QByteArray &bytes, const DecodeLimits &limits)
{
    if (bytes.isEmpty()) {
        return mediaerrors::empty();
    }
    if (bytes.size() > limits.maxBytes) {
        return mediaerrors::tooManyBytes(bytes.size(), limits.maxBytes);
    }
    const std::optional<ImageFormat> format = sniffFormat(bytes);
    const codecs::Codec *codec = format ? codecs::codecFor(*format) : nullptr;
    if (!codec) {
        return mediaerrors::notAPicture();
    }
    return codec;
}

bool isTooLarge(QSize size, const DecodeLimits &limits)
{
    return qint64(size.width()) * size.height() > limits.maxPixels;
}

QByteArray profileIn(const QByteArray &bytes, const codecs::Codec &codec)
{
    if (!codec.isConfined) {
        return codec.profile(bytes);
    }
    const Result<ImageInfo> info = probeImage(bytes);
    return info ? worker::profile({info->format, info->size, bytes, worker::Order::Part::Profile}) : QByteArray();
}

/// Of a picture whose head was `info`.
Result<QImage> pixelsIn(const QByteArray &bytes, const ImageInfo &info, const DecodeLimits &limits)
{
    const codecs::Codec &codec = *codecs::codecFor(info.format);
    Result<QImage> image =
        codec.isConfined ? worker::decode({info.format, info.size, bytes}) : codec.decode(bytes, limits);
    // A header can lie to one reader and not to the other.
    if (image && (image->isNull() || image->size() != info.size)) {
        return mediaerrors::broken(info.format);
    }
    return image ? codecs::withoutText(*image) : image;
}

/// The pixels as the format can hold them.
QImage pixelsFor(const QImage &image, const EncodeOptions &options)
{
    const bool keepDepth = options.format == ImageFormat::Png || options.format == ImageFormat::Tiff;
    const QImage pixels = metadata::withoutHiddenText(codecs::prepareForEncoding(image, keepDepth));
    if (options.format == ImageFormat::Gif) {
        return withOneBitAlpha(codecs::inStandardColours(pixels), options.matte);
    }
    return formatHasAlpha(options.format) ? pixels : flattened(pixels, options.matte);
}

} // namespace

Result<ImageInfo> probeImage(const QByteArray &bytes, const DecodeLimits &limits)
{
    const Result<const codecs::Codec *> codec = codecForBytes(bytes, limits);
    if (!codec) {
        return codec.error();
    }
    const codecs::Codec &reader = *codec.value();
    const Result<QSize> size = reader.probe(bytes, limits);
    if (!size) {
        return size.error();
    }
    if (size->isEmpty()) {
        return mediaerrors::broken(reader.format);
    }
    if (isTooLarge(*size, limits)) {
        return mediaerrors::tooManyPixels(*size, limits.maxPixels);
    }
    return ImageInfo {reader.format, *size};
}

Result<QImage> decodeImage(const QByteArray &bytes, const DecodeLimits &limits)
{
    const Result<ImageInfo> info = probeImage(bytes, limits);
    return info ? pixelsIn(bytes, *info, limits) : Result<QImage>(info.error());
}

Status checkImage(const QByteArray &bytes, const DecodeLimits &limits)
{
    const Result<ImageInfo> info = probeImage(bytes, limits);
    if (!info) {
        return info.error();
    }
    if (const codecs::Codec &codec = *codecs::codecFor(info->format); codec.check) {
        return codec.check(bytes);
    }
    const Result<QImage> image = pixelsIn(bytes, *info, limits);
    return image ? Status(Success()) : Status(image.error());
}

bool isDamage(const Error &error)
{
    return holdsReason(error.why(), reasons::pictureBroken.code);
}

QByteArray unreadProfile(const QByteArray &bytes)
{
    const std::optional<ImageFormat> format = sniffFormat(bytes);
    const codecs::Codec *codec = format ? codecs::codecFor(*format) : nullptr;
    const QByteArray profile = codec && codec->profile ? profileIn(bytes, *codec) : QByteArray();
    const bool isUnread = metadata::isRgbProfile(profile) && !QColorSpace::fromIccProfile(profile).isValid();
    return isUnread ? profile : QByteArray();
}

bool canEncode(ImageFormat format)
{
    const codecs::Codec *codec = codecs::codecFor(format);
    return codec && codec->encode && (!codec->canEncode || codec->canEncode());
}

Result<QByteArray> encodeImage(const QImage &image, const EncodeOptions &options)
{
    const codecs::Codec *codec = codecs::codecFor(options.format);
    if (!codec || !codec->encode) {
        return mediaerrors::cannotWrite(options.format);
    }
    QImage pixels = image.isNull() ? QImage() : pixelsFor(image, options);
    if (pixels.isNull()) {
        return mediaerrors::nothingToEncode();
    }
    codecs::EncodeSettings settings;
    if (!options.profile.isEmpty()) {
        pixels.setColorSpace({}); // a guess, beside it
    }
    settings.profile = options.profile.isEmpty() ? codecs::profileToWrite(pixels) : options.profile;
    settings.quality = codecQuality(options.format, options.compression.value_or(defaultCompression));
    settings.tuning = options.tuning;
    const bool isPackedByCodec =
        options.recipe && (options.format == ImageFormat::Avif || options.format == ImageFormat::Heif);
    if (isPackedByCodec) {
        metadata::PacketOrder order;
        order.aigc = options.labels.aigc;
        const metadata::Packets packets = metadata::packetsFor(*options.recipe, order);
        settings.exif = packets.exif;
        settings.xmp = packets.xmp;
    }
    Result<QByteArray> bytes = codec->encode(pixels, settings);
    if (!bytes || isPackedByCodec) {
        return bytes;
    }
    return options.recipe ? metadata::withRecipe(*bytes, options.format, *options.recipe, {0, options.labels.aigc})
                          : withLabels(*bytes, options.labels, options.createdAt);
}

} // namespace lightwell
