// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/inputpicture.h"

#include "core/media/codecs/qtreader.h"
#include "core/media/metadata/hiddentext.h"
#include "core/media/metadata/orientation.h"
#include "core/media/metadata/stripped.h"

#include <QtEndian>

namespace lightwell {

namespace {

/// Eight bits, red, green and blue, perhaps with alpha.
bool isPlainPng(const QByteArray &bytes)
{
    constexpr qsizetype depth = 24;
    constexpr char truecolour = 2;
    constexpr char truecolourWithAlpha = 6;
    const char type = bytes.size() > depth + 1 ? bytes.at(depth + 1) : '\0';
    return bytes.size() > depth + 1 && bytes.at(depth) == 8 && (type == truecolour || type == truecolourWithAlpha);
}

/// Of the first frame of a JPEG: 1 is grey, 4 are the inks of print; 0: none was found.
int jpegComponents(const QByteArray &bytes)
{
    qsizetype at = 2;
    while (at + 9 < bytes.size() && quint8(bytes.at(at)) == 0xff) {
        const auto marker = quint8(bytes.at(at + 1));
        if (marker == 0xff) {
            ++at;
            continue;
        }
        if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
            return quint8(bytes.at(at + 9));
        }
        at += 2 + qFromBigEndian<quint16>(bytes.constData() + at + 2);
    }
    return 0;
}

bool isAnimatedWebp(const QByteArray &bytes)
{
    constexpr qsizetype flags = 20;
    constexpr int animation = 0x02;
    return bytes.size() > flags && bytes.mid(12, 4) == "VP8X" && (bytes.at(flags) & animation);
}

/// By its EXIF block, whoever reads that.
QImageIOHandler::Transformations orientationOf(const QByteArray &bytes, ImageFormat format)
{
    return format == ImageFormat::Jpeg ? codecs::turnedByItsFile(bytes, "jpeg")
                                       : metadata::orientationIn(bytes, format);
}

bool isPlain(const QByteArray &bytes, ImageFormat format)
{
    const bool isTurned = orientationOf(bytes, format) != QImageIOHandler::TransformationNone;
    switch (format) {
    case ImageFormat::Png:
        return isPlainPng(bytes) && !isTurned;
    case ImageFormat::Jpeg:
        return jpegComponents(bytes) == 3 && !isTurned;
    case ImageFormat::Webp:
        return !isAnimatedWebp(bytes) && !isTurned;
    default:
        return false;
    }
}

Result<QByteArray> written(const QImage &image, ImageFormat format, const QByteArray &profile)
{
    constexpr int nextToNothingLost = 95;
    EncodeOptions options;
    options.format = formatIsLossy(format) && !image.hasAlphaChannel() ? ImageFormat::Jpeg : ImageFormat::Png;
    options.compression = nextToNothingLost;
    options.profile = profile;
    return encodeImage(image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_RGBA8888 : QImage::Format_RGB888),
                       options);
}

Result<QByteArray> writtenAnew(const QByteArray &bytes, ImageFormat format, const DecodeLimits &limits)
{
    const Result<QImage> image = decodeImage(bytes, limits);
    if (!image) {
        return image.error();
    }
    return written(metadata::turned(*image, metadata::orientationIn(bytes, format)), format, unreadProfile(bytes));
}

/// What leaves is what has to be sound: readers may look behind a part's end, where nothing is any more.
Result<QByteArray> checkedPixels(const QByteArray &stripped, ImageFormat format, const DecodeLimits &limits)
{
    if (format == ImageFormat::Jpeg) { // it keeps no lowest bit
        const Status checked = checkImage(stripped, limits);
        return checked ? Result<QByteArray>(stripped) : checked.error();
    }
    const Result<QImage> image = decodeImage(stripped, limits);
    if (!image) {
        return image.error();
    }
    return metadata::hidesText(*image) ? written(*image, format, unreadProfile(stripped))
                                       : Result<QByteArray>(stripped);
}

Result<QByteArray> preparedPixels(const QByteArray &bytes, const DecodeLimits &limits)
{
    const Result<ImageInfo> info = probeImage(bytes, limits);
    if (!info) {
        return info.error();
    }
    const std::optional<QByteArray> stripped =
        isPlain(bytes, info->format) ? metadata::withoutPrivateData(bytes, info->format) : std::nullopt;
    // Where a file cannot be followed to its end, a decoder may make more of it.
    return stripped ? checkedPixels(*stripped, info->format, limits) : writtenAnew(bytes, info->format, limits);
}

} // namespace

Result<QByteArray> preparedInput(const QByteArray &bytes, const DecodeLimits &limits)
{
    const Result<QByteArray> pixels = preparedPixels(bytes, limits);
    return pixels ? Result<QByteArray>(withLabels(*pixels, readLabels(bytes))) : pixels;
}

Result<QByteArray> preparedMask(const QByteArray &bytes, const QByteArray &picture, const DecodeLimits &limits)
{
    Result<QByteArray> mask = preparedInput(bytes, limits);
    const Result<ImageInfo> info = mask ? probeImage(*mask, limits) : Result<ImageInfo>(mask.error());
    const Result<ImageInfo> shown = probeImage(picture, limits);
    if (!info || !shown) {
        return mask;
    }
    const QImageIOHandler::Transformations how = orientationOf(picture, shown->format);
    const bool isTurnedByReader = shown->format == ImageFormat::Jpeg;
    const QSize raw = isTurnedByReader ? shown->size.transposed() : shown->size;
    const bool isSquare = raw.width() == raw.height();
    if (!(how & QImageIOHandler::TransformationRotate90) || isSquare || info->size != raw) {
        return mask;
    }
    const Result<QImage> image = decodeImage(*mask, limits);
    return image ? written(metadata::turned(*image, how), ImageFormat::Png, {}) : mask;
}

QString inputName(const QString &name, const QByteArray &picture)
{
    const std::optional<ImageFormat> format = sniffFormat(picture);
    if (!format || formatFromName(name.section(u'.', -1)) == format) {
        return name;
    }
    const QString stem = name.contains(u'.') ? name.section(u'.', 0, -2) : name;
    return (stem.isEmpty() ? QStringLiteral("image") : stem) + u'.' + formatSuffix(*format);
}

} // namespace lightwell
