// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TIFF and HEIF: nothing Lightwell delivers by default, so what a Qt plugin does is good enough.
#include "core/media/codecs/codec.h"
#include "core/media/codecs/qtreader.h"
#include "core/media/mediaerrors.h"
#include "core/media/metadata/heifsize.h"
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

/// The plug-in would decode the picture to tell its size.
Result<QSize> probeHeif(const QByteArray &bytes, const DecodeLimits &)
{
    if (!qtReads(pluginName<ImageFormat::Heif>)) {
        return mediaerrors::cannotRead(ImageFormat::Heif);
    }
    const std::optional<QSize> size = metadata::heifSize(bytes);
    return size ? Result<QSize>(*size) : mediaerrors::broken(ImageFormat::Heif);
}

template<ImageFormat format>
Result<QImage> decode(const QByteArray &bytes, const DecodeLimits &)
{
    return decodeWithQt(bytes, format, pluginName<format>);
}

bool canEncodeTiff()
{
    static const bool isThere = QImageWriter::supportedImageFormats().contains("tiff");
    return isThere;
}

Result<QByteArray> encodeTiff(const QImage &image, const EncodeSettings &settings)
{
    if (!canEncodeTiff()) {
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
    static const Codec codec {.format = ImageFormat::Tiff,
                              .probe = probe<ImageFormat::Tiff>,
                              .decode = decode<ImageFormat::Tiff>,
                              .encode = encodeTiff,
                              .profile = tiffProfile,
                              .isConfined = true,
                              .canEncode = canEncodeTiff};
    return codec;
}

const Codec &heifCodec()
{
    static const Codec codec {ImageFormat::Heif, probeHeif, decode<ImageFormat::Heif>, nullptr, nullptr, true};
    return codec;
}

} // namespace lightwell::codecs
