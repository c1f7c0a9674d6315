// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/maskpicture.h"

#include "core/adapter/vendorreasons.h"
#include "core/media/maskchannel.h"
#include "core/model/error.h"
#include "core/model/plan.h"

#include <QBuffer>
#include <QImage>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

Error refused(const Reason &reason)
{
    return notSent(ErrorKind::Invalid, reason, u"mask"_s);
}

/// With every pixel either 0 or 255: half and more counts as marked. A mask so faint that nothing of it is left would
/// be paid for in vain.
Result<QImage> hardChannel(const QByteArray &bytes)
{
    const Result<QImage> channel = paintedChannel(readMask(bytes));
    if (!channel) {
        return channel;
    }
    QImage hard = channel.value();
    bool paints = false;
    for (int y = 0; y < hard.height(); ++y) {
        uchar *line = hard.scanLine(y);
        for (int x = 0; x < hard.width(); ++x) {
            line[x] = line[x] < 128 ? 0 : 255;
            paints = paints || line[x] != 0;
        }
    }
    return paints ? Result<QImage>(hard) : refused(reasons::maskChangesNothing());
}

QByteArray asPng(const QImage &image)
{
    QByteArray result;
    QBuffer out(&result);
    return out.open(QIODevice::WriteOnly) && image.save(&out, "PNG") ? result : QByteArray();
}

} // namespace

Result<QByteArray> maskPicture(const QByteArray &bytes, MaskForm form)
{
    Result<QImage> channel = hasHardEdges(form) ? hardChannel(bytes) : paintedChannel(readMask(bytes));
    if (!channel) {
        return channel.error();
    }
    if (isSwapped(form)) {
        channel.value().invertPixels();
    }
    return asPng(channel.value());
}

Result<QByteArray> plannedMask(const Plan &plan, MaskForm usual)
{
    const MaskForm said = plan.offer.wire.maskAs;
    return maskPicture(plan.request.mask->bytes, said == MaskForm::Usual ? usual : said);
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
