// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/maskpicture.h"

#include "core/adapter/vendorreasons.h"
#include "core/media/maskchannel.h"
#include "core/model/error.h"

#include <QBuffer>
#include <QImage>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

Error refused(const Reason &reason)
{
    return notSent(ErrorKind::Invalid, reason, u"mask"_s);
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
    const Result<QImage> channel = paintedChannel(readMask(bytes));
    return channel ? Result<QByteArray>(asPng(channel.value())) : channel.error();
}

Result<QByteArray> alphaMask(const QByteArray &bytes, qint64 maxBytes)
{
    const QImage mask = readMask(bytes);
    const Result<QImage> channel = paintedChannel(mask);
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
