// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/codec.h"
#include "core/media/codecs/jpegdamage.h"
#include "core/media/codecs/jpegwriter.h"
#include "core/media/codecs/qtreader.h"
#include "core/media/mediaerrors.h"
#include "core/media/metadata/iccprofile.h"
#include "core/media/metadata/jpegmarkers.h"

namespace lightwell::codecs {

namespace {

Status check(const QByteArray &bytes)
{
    constexpr std::chrono::seconds maxScanTime(20); // the largest take one
    switch (jpegState(bytes, maxScanTime)) {
    case JpegState::Sound:
        return Success();
    case JpegState::Damaged:
        break;
    case JpegState::TooCostly:
        return mediaerrors::tooDear(ImageFormat::Jpeg);
    case JpegState::Unreadable:
        return mediaerrors::cannotRead(ImageFormat::Jpeg);
    }
    return mediaerrors::broken(ImageFormat::Jpeg);
}

Result<QSize> probe(const QByteArray &bytes, const DecodeLimits &)
{
    const metadata::JpegMarkers markers = metadata::jpegMarkers(bytes);
    // libjpeg walks along all comments for each further one.
    constexpr int maxSegments = 10'000;
    if (markers.segments > maxSegments) {
        return mediaerrors::tooDear(ImageFormat::Jpeg);
    }
    const Result<QSize> size = probeWithQt(bytes, ImageFormat::Jpeg, "jpeg");
    if (!size) {
        const Status checked = check(bytes); // which knows why
        return checked ? size.error() : checked.error();
    }
    // Each scan is a pass over all pixels, and an empty one has some fifty bytes. Ten are usual.
    constexpr qint64 maxScans = 200;
    constexpr qint64 maxPasses = 3'000'000'000;
    const bool isTooMuch = markers.scans > 1
        && (markers.scans > maxScans || qint64(size->width()) * size->height() * markers.scans > maxPasses);
    return isTooMuch ? mediaerrors::tooDear(ImageFormat::Jpeg) : size;
}

Result<QImage> decode(const QByteArray &bytes, const DecodeLimits &)
{
    if (const Status checked = check(bytes); !checked) {
        return checked.error();
    }
    return decodeWithQt(bytes, ImageFormat::Jpeg, "jpeg");
}

Result<QByteArray> encode(const QImage &image, const EncodeSettings &settings)
{
    constexpr int longestEdge = 65500; // libjpeg's JPEG_MAX_DIMENSION
    if (qMax(image.width(), image.height()) > longestEdge) {
        return mediaerrors::tooLargeForFormat(ImageFormat::Jpeg, longestEdge);
    }
    return writeJpeg(image, settings);
}

QByteArray profile(const QByteArray &bytes)
{
    return metadata::iccProfileIn(bytes, ImageFormat::Jpeg);
}

} // namespace

const Codec &jpegCodec()
{
    static const Codec codec {ImageFormat::Jpeg, probe, decode, encode, profile, false, check};
    return codec;
}

} // namespace lightwell::codecs
