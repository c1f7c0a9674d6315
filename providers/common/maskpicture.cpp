// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/maskpicture.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

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

} // namespace

QByteArray whiteMask(const QByteArray &bytes)
{
    QImage mask = readMask(bytes);
    if (mask.isNull()) {
        return {};
    }
    if (mask.hasAlphaChannel()) {
        mask = mask.convertToFormat(QImage::Format_Alpha8);
        mask.reinterpretAsFormat(QImage::Format_Grayscale8);
        mask.invertPixels();
    }
    QByteArray result;
    QBuffer out(&result);
    if (!out.open(QIODevice::WriteOnly) || !mask.save(&out, "PNG")) {
        return {};
    }
    return result;
}

} // namespace lightwell
