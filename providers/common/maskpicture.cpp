// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/maskpicture.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

#include <algorithm>

namespace lightwell {

namespace {

constexpr qint64 kMaxPixels = 64LL * 1024 * 1024;

QImage readMask(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly)) {
        return {};
    }
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > kMaxPixels) {
        return {};
    }
    return reader.read();
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

/// The one channel, with 255 where may be painted.
QImage painted(const QImage &mask)
{
    if (!hasTransparency(mask)) {
        return mask.convertToFormat(QImage::Format_Grayscale8);
    }
    QImage alpha = mask.convertToFormat(QImage::Format_Alpha8);
    alpha.reinterpretAsFormat(QImage::Format_Grayscale8);
    alpha.invertPixels();
    return alpha;
}

QByteArray asPng(const QImage &image)
{
    QByteArray result;
    QBuffer out(&result);
    return out.open(QIODevice::WriteOnly) && image.save(&out, "PNG") ? result : QByteArray();
}

} // namespace

QByteArray whiteMask(const QByteArray &bytes)
{
    const QImage mask = readMask(bytes);
    return mask.isNull() ? QByteArray() : asPng(painted(mask));
}

QByteArray alphaMask(const QByteArray &bytes)
{
    const QImage mask = readMask(bytes);
    if (mask.isNull()) {
        return {};
    }
    if (hasTransparency(mask) && bytes.startsWith("\x89PNG")) {
        return bytes;
    }
    QImage kept = painted(mask);
    kept.invertPixels();
    kept.reinterpretAsFormat(QImage::Format_Alpha8);
    return asPng(kept.convertToFormat(QImage::Format_ARGB32));
}

} // namespace lightwell
