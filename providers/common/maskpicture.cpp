// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/maskpicture.h"

#include "core/adapter/vendorreasons.h"
#include "core/media/codec.h"
#include "core/model/error.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxPixels = 64LL * 1024 * 1024;

QImage readMask(const QByteArray &bytes)
{
    if (sniffFormat(bytes) == ImageFormat::Svg) {
        return {}; // drawn by another program, and adapters start none
    }
    const Result<QImage> mask = decodeImage(bytes, {.maxBytes = DecodeLimits().maxBytes, .maxPixels = kMaxPixels});
    return mask ? mask.value() : QImage();
}

/// Painting programs write an alpha channel whether it is used or not.
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

/// The one channel, with 255 where may be painted; or what is wrong with the mask.
Result<QImage> painted(const QImage &mask)
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

QByteArray asPng(const QImage &image)
{
    QByteArray result;
    QBuffer out(&result);
    return out.open(QIODevice::WriteOnly) && image.save(&out, "PNG") ? result : QByteArray();
}

} // namespace

Result<QByteArray> whiteMask(const QByteArray &bytes)
{
    const Result<QImage> channel = painted(readMask(bytes));
    return channel ? Result<QByteArray>(asPng(channel.value())) : channel.error();
}

Result<QByteArray> blackMask(const QByteArray &bytes)
{
    Result<QImage> channel = painted(readMask(bytes));
    if (!channel) {
        return channel.error();
    }
    channel.value().invertPixels();
    return asPng(channel.value());
}

Result<QByteArray> alphaMask(const QByteArray &bytes, qint64 maxBytes)
{
    const QImage mask = readMask(bytes);
    const Result<QImage> channel = painted(mask);
    if (!channel) {
        return channel.error();
    }
    // Transparent entries of a palette, or 16 bits, are not what vendors look for.
    const bool hasAlphaOfItsOwn = mask.depth() == 32 && hasTransparency(mask);
    if (bytes.startsWith("\x89PNG") && bytes.size() <= maxBytes && hasAlphaOfItsOwn) {
        return bytes;
    }
    QImage kept = channel.value();
    kept.invertPixels();
    kept.reinterpretAsFormat(QImage::Format_Alpha8);
    const QByteArray written = asPng(kept.convertToFormat(QImage::Format_ARGB32));
    if (written.size() > maxBytes) {
        return refused(reasons::maskTooHeavy((maxBytes + 1) / (1024LL * 1024)));
    }
    return written;
}

} // namespace lightwell
