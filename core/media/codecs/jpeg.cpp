// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/codec.h"
#include "core/media/codecs/qtreader.h"
#include "core/media/mediaerrors.h"
#include "core/media/metadata/iccprofile.h"

#include <QImageWriter>

namespace lightwell::codecs {

namespace {

Result<QSize> probe(const QByteArray &bytes, const DecodeLimits &)
{
    return probeWithQt(bytes, ImageFormat::Jpeg, "jpeg");
}

Result<QImage> decode(const QByteArray &bytes, const DecodeLimits &)
{
    return decodeWithQt(bytes, ImageFormat::Jpeg, "jpeg");
}

Result<QByteArray> encode(const QImage &image, const EncodeSettings &settings)
{
    constexpr int longestEdge = 65500; // libjpeg's JPEG_MAX_DIMENSION
    if (qMax(image.width(), image.height()) > longestEdge) {
        return mediaerrors::tooLargeForFormat(ImageFormat::Jpeg, longestEdge);
    }
    QImageWriter writer;
    writer.setFormat("jpeg");
    writer.setQuality(qBound(0, qRound(settings.quality), 100));
    writer.setOptimizedWrite(true);
    writer.setProgressiveScanWrite(true);
    return encodeWithQt(image, ImageFormat::Jpeg, writer, settings.profile);
}

QByteArray profile(const QByteArray &bytes)
{
    return metadata::iccProfileIn(bytes, ImageFormat::Jpeg);
}

} // namespace

const Codec &jpegCodec()
{
    static const Codec codec {ImageFormat::Jpeg, probe, decode, encode, profile};
    return codec;
}

} // namespace lightwell::codecs
