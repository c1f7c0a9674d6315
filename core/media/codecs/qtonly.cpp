// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TIFF and HEIF: nothing Lightwell delivers by default, so what a Qt plugin does is good enough.
#include "core/media/codecs/codec.h"
#include "core/media/codecs/qtreader.h"
#include "core/media/mediaerrors.h"
#include "core/media/metadata/iccprofile.h"

#include <QImageWriter>

namespace lightwell::codecs {

namespace {

template<ImageFormat format>
constexpr const char *pluginName = nullptr;
template<>
constexpr const char *pluginName<ImageFormat::Tiff> = "tiff";
template<>
constexpr const char *pluginName<ImageFormat::Heif> = "heif";

template<ImageFormat format>
Result<QSize> probe(const QByteArray &bytes, const DecodeLimits &)
{
    return probeWithQt(bytes, format, pluginName<format>);
}

template<ImageFormat format>
Result<QImage> decode(const QByteArray &bytes, const DecodeLimits &)
{
    return decodeWithQt(bytes, format, pluginName<format>);
}

Result<QByteArray> encodeTiff(const QImage &image, const EncodeSettings &settings)
{
    if (!QImageWriter::supportedImageFormats().contains("tiff")) {
        return mediaerrors::cannotWrite(ImageFormat::Tiff);
    }
    constexpr int lzw = 1;
    QImageWriter writer;
    writer.setFormat("tiff");
    writer.setCompression(lzw);
    return encodeWithQt(image, ImageFormat::Tiff, writer, settings.profile);
}

QByteArray tiffProfile(const QByteArray &bytes)
{
    return metadata::iccProfileIn(bytes, ImageFormat::Tiff);
}

} // namespace

const Codec &tiffCodec()
{
    static const Codec codec {ImageFormat::Tiff, probe<ImageFormat::Tiff>, decode<ImageFormat::Tiff>, encodeTiff,
                              tiffProfile};
    return codec;
}

const Codec &heifCodec()
{
    static const Codec codec {ImageFormat::Heif, probe<ImageFormat::Heif>, decode<ImageFormat::Heif>, nullptr};
    return codec;
}

} // namespace lightwell::codecs
