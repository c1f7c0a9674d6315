// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/codec.h"
#include "core/media/codecs/qtreader.h"
#include "core/media/mediaerrors.h"
#include "core/media/metadata/iccprofile.h"
#include "core/media/metadata/pngwalker.h"

#include <QImageWriter>

#include <zlib.h>

namespace lightwell::codecs {

namespace {

Result<QSize> probe(const QByteArray &bytes, const DecodeLimits &)
{
    return probeWithQt(bytes, ImageFormat::Png, "png");
}

/// Whether the file goes on to its end and the sums of what makes the picture are right. libpng would find out, too,
/// but it writes so to the standard error of the whole program.
bool isWhole(const QByteArray &bytes)
{
    for (metadata::PngWalker walker(bytes); walker.next();) {
        // The sum is that of the type and the content.
        const QByteArrayView summed = walker.whole().sliced(4, walker.content().size() + 4);
        const auto *data = reinterpret_cast<const Bytef *>(summed.data());
        if (walker.isCritical() && crc32(0, data, static_cast<uInt>(summed.size())) != walker.checksum()) {
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

Result<QByteArray> encode(const QImage &image, const EncodeSettings &settings)
{
    // Qt turns 0 to 100 into zlib's 0 to 9. Beyond level 2 a painted picture takes several times longer to
    // write and gets only a few per cent smaller.
    constexpr int level2 = 22;
    QImageWriter writer;
    writer.setFormat("png");
    writer.setCompression(level2);
    return encodeWithQt(image, ImageFormat::Png, writer, settings.profile);
}

QByteArray profile(const QByteArray &bytes)
{
    return metadata::iccProfileIn(bytes, ImageFormat::Png);
}

} // namespace

const Codec &pngCodec()
{
    static const Codec codec {ImageFormat::Png, probe, decode, encode, profile};
    return codec;
}

} // namespace lightwell::codecs
