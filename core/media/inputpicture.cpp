// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/inputpicture.h"

#include "core/media/codecs/qtreader.h"
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

bool isPlain(const QByteArray &bytes, ImageFormat format)
{
    switch (format) {
    case ImageFormat::Png:
        return isPlainPng(bytes);
    case ImageFormat::Jpeg:
        return jpegComponents(bytes) == 3 && !codecs::isTurnedByItsFile(bytes, "jpeg");
    case ImageFormat::Webp:
        return !isAnimatedWebp(bytes);
    default:
        return false;
    }
}

Result<QByteArray> writtenAnew(const QByteArray &bytes, ImageFormat format, const DecodeLimits &limits)
{
    const Result<QImage> image = decodeImage(bytes, limits);
    if (!image) {
        return image.error();
    }
    constexpr int nextToNothingLost = 95;
    EncodeOptions options;
    options.format = formatIsLossy(format) && !image->hasAlphaChannel() ? ImageFormat::Jpeg : ImageFormat::Png;
    options.compression = nextToNothingLost;
    options.profile = unreadProfile(bytes);
    return encodeImage(
        image->convertToFormat(image->hasAlphaChannel() ? QImage::Format_RGBA8888 : QImage::Format_RGB888), options);
}

} // namespace

Result<QByteArray> preparedInput(const QByteArray &bytes, const DecodeLimits &limits)
{
    const Result<ImageInfo> info = probeImage(bytes, limits);
    if (!info) {
        return info.error();
    }
    if (!isPlain(bytes, info->format)) {
        return writtenAnew(bytes, info->format, limits);
    }
    std::optional<QByteArray> stripped = metadata::withoutPrivateData(bytes, info->format);
    if (!stripped) { // a decoder may make more of it
        return writtenAnew(bytes, info->format, limits);
    }
    // What leaves is what has to be sound: readers may look behind a part's end, where nothing is any more.
    const Status checked = checkImage(*stripped, limits);
    return checked ? Result<QByteArray>(std::move(*stripped)) : checked.error();
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
