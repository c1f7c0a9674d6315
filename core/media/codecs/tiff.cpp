// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TIFF: nothing Lightwell delivers by default, so what a Qt plugin does is good enough.
#include "core/media/codecs/codec.h"
#include "core/media/codecs/qtreader.h"
#include "core/media/mediaerrors.h"
#include "core/media/metadata/iccprofile.h"

#include <QImageWriter>

namespace lightwell::codecs {

namespace {

constexpr const char *pluginName = "tiff";

Result<QSize> probe(const QByteArray &bytes, const DecodeLimits &)
{
    return probeWithQt(bytes, ImageFormat::Tiff, pluginName);
}

Result<QImage> decode(const QByteArray &bytes, const DecodeLimits &)
{
    return decodeWithQt(bytes, ImageFormat::Tiff, pluginName);
}

bool isThere()
{
    static const bool isThere = QImageWriter::supportedImageFormats().contains(pluginName);
    return isThere;
}

Result<QByteArray> encode(const QImage &image, const EncodeSettings &settings)
{
    if (!isThere()) {
        return mediaerrors::cannotWrite(ImageFormat::Tiff);
    }
    constexpr int lzw = 1;
    QImageWriter writer;
    writer.setFormat("tiff");
    writer.setCompression(lzw);
    return encodeWithQt(image, ImageFormat::Tiff, writer, settings.profile);
}

QByteArray profile(const QByteArray &bytes)
{
    return metadata::iccProfileIn(bytes, ImageFormat::Tiff);
}

} // namespace

const Codec &tiffCodec()
{
    static const Codec codec {.format = ImageFormat::Tiff,
                              .probe = probe,
                              .decode = decode,
                              .encode = encode,
                              .profile = profile,
                              .isConfined = true,
                              .canEncode = isThere};
    return codec;
}

} // namespace lightwell::codecs
