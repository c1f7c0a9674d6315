// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/codec.h"
#include "core/media/codecs/pngdamage.h"
#include "core/media/codecs/pngwriter.h"
#include "core/media/codecs/qtreader.h"
#include "core/media/mediaerrors.h"
#include "core/media/metadata/iccprofile.h"
#include "core/media/metadata/pngwalker.h"

#include <limits>
#include <zlib.h>

namespace lightwell::codecs {

namespace {

bool hasRightSum(const metadata::PngWalker &chunk)
{
    // The sum is that of the type and the content.
    const QByteArrayView summed = chunk.whole().sliced(4, chunk.content().size() + 4);
    return crc32(0, reinterpret_cast<const Bytef *>(summed.data()), static_cast<uInt>(summed.size()))
        == chunk.checksum();
}

/// Read here, since Qt asks all its plug-ins for each picture that it is shown.
Result<QSize> probe(const QByteArray &bytes, const DecodeLimits &)
{
    constexpr qsizetype headBytes = 13;
    metadata::PngWalker walker(bytes);
    if (!walker.next() || walker.type() != "IHDR" || walker.content().size() != headBytes || !hasRightSum(walker)) {
        return mediaerrors::broken(ImageFormat::Png);
    }
    const auto width = qFromBigEndian<quint32>(walker.content().data());
    const auto height = qFromBigEndian<quint32>(walker.content().data() + 4);
    constexpr quint32 longest = std::numeric_limits<qint32>::max(); // as the format has it
    if (width == 0 || height == 0 || width > longest || height > longest) {
        return mediaerrors::broken(ImageFormat::Png);
    }
    return QSize(static_cast<int>(width), static_cast<int>(height));
}

Status check(const QByteArray &bytes)
{
    return isSoundPng(bytes) ? Status(Success()) : mediaerrors::broken(ImageFormat::Png);
}

/// Whether the file goes on to its end and the sums of what makes the picture are right. Qt shows what there is.
bool isWhole(const QByteArray &bytes)
{
    for (metadata::PngWalker walker(bytes); walker.next();) {
        if (walker.isCritical() && !hasRightSum(walker)) {
            return false;
        }
        if (walker.type() == "IEND") {
            return true;
        }
    }
    return false;
}

Result<QImage> decode(const QByteArray &bytes, const DecodeLimits &)
{
    if (!isWhole(bytes)) {
        return mediaerrors::broken(ImageFormat::Png);
    }
    return decodeWithQt(bytes, ImageFormat::Png, "png");
}

QByteArray profile(const QByteArray &bytes)
{
    return metadata::iccProfileIn(bytes, ImageFormat::Png);
}

} // namespace

const Codec &pngCodec()
{
    static const Codec codec {ImageFormat::Png, probe, decode, writePng, profile, false, check};
    return codec;
}

} // namespace lightwell::codecs
