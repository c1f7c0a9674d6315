// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/maskchannel.h"

#include "core/adapter/vendorreasons.h"
#include "core/media/codec.h"
#include "core/model/error.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxPixels = 64LL * 1024 * 1024;

/// JPEG leaves a trace of colour in black and white, and a trace of grey in black.
constexpr int kTrace = 24;

/// A picture with colours in more than a twentieth of it is no black and white mask.
bool isColourful(const QImage &mask)
{
    if (mask.isGrayscale()) {
        return false;
    }
    const QImage picture = mask.convertToFormat(QImage::Format_RGB32);
    qint64 coloured = 0;
    for (int y = 0; y < picture.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        coloured += std::count_if(line, line + picture.width(), [](QRgb pixel) {
            const auto [low, high] = std::minmax({qRed(pixel), qGreen(pixel), qBlue(pixel)});
            return high - low > 2 * kTrace;
        });
    }
    return coloured * 20 > qint64(picture.width()) * picture.height();
}

bool paintsNothing(const QImage &painted)
{
    for (int y = 0; y < painted.height(); ++y) {
        const uchar *line = painted.constScanLine(y);
        if (std::any_of(line, line + painted.width(), [](uchar value) { return value > kTrace; })) {
            return false;
        }
    }
    return true;
}

Error refused(const Reason &reason)
{
    return notSent(ErrorKind::Invalid, reason, u"mask"_s);
}

} // namespace

QImage readMask(const QByteArray &bytes)
{
    if (sniffFormat(bytes) == ImageFormat::Svg) {
        return {}; // drawn by another program, and adapters start none
    }
    const Result<QImage> mask = decodeImage(bytes, {.maxBytes = DecodeLimits().maxBytes, .maxPixels = kMaxPixels});
    return mask ? mask.value() : QImage();
}

bool hasTransparency(const QImage &mask)
{
    if (!mask.hasAlphaChannel()) {
        return false;
    }
    const QImage alpha = mask.convertToFormat(QImage::Format_Alpha8);
    for (int y = 0; y < alpha.height(); ++y) {
        const uchar *line = alpha.constScanLine(y);
        if (std::any_of(line, line + alpha.width(), [](uchar value) { return value != 255; })) {
            return true;
        }
    }
    return false;
}

Result<QImage> paintedChannel(const QImage &mask)
{
    if (mask.isNull()) {
        return refused(reasons::maskUnreadable());
    }
    QImage channel;
    if (hasTransparency(mask)) {
        channel = mask.convertToFormat(QImage::Format_Alpha8);
        channel.reinterpretAsFormat(QImage::Format_Grayscale8);
        channel.invertPixels();
    } else if (isColourful(mask)) {
        return refused(reasons::maskWithoutTransparency());
    } else {
        channel = mask.convertToFormat(QImage::Format_Grayscale8);
    }
    if (paintsNothing(channel)) {
        return refused(reasons::maskChangesNothing());
    }
    return channel;
}

} // namespace lightwell
