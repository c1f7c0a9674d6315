// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/codec.h"
#include "core/media/codecs/qtreader.h"
#include "core/media/metadata/iccprofile.h"

#include <QImageWriter>

namespace lightwell::codecs {

namespace {

Result<QSize> probe(const QByteArray &bytes, const DecodeLimits &)
{
    return probeWithQt(bytes, ImageFormat::Png, "png");
}

Result<QImage> decode(const QByteArray &bytes, const DecodeLimits &)
{
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
