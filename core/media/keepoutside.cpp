// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/keepoutside.h"

#include "core/media/codec.h"
#include "core/media/maskchannel.h"
#include "core/media/mediareasons.h"

#include <QColorSpace>
#include <QPainter>

#include <cmath>

namespace lightwell {

namespace {

QImage scaledTo(const QImage &image, QSize size)
{
    return image.size() == size ? image : image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QImage inColorSpaceOf(const QImage &made, QImage picture)
{
    const QColorSpace target = made.colorSpace().isValid() ? made.colorSpace() : QColorSpace(QColorSpace::SRgb);
    if (picture.colorSpace().isValid() && picture.colorSpace() != target) {
        picture.convertToColorSpace(target);
    }
    return picture;
}

} // namespace

bool haveSameShape(QSize one, QSize other)
{
    constexpr double most = 0.02;
    const double ratio = static_cast<double>(one.width()) / one.height();
    return std::abs(std::log(ratio * other.height() / other.width())) < most;
}

Result<QImage> keepOutsideMask(const QImage &made, const MaskedPicture &before)
{
    const Result<QImage> picture = decodeImage(before.picture);
    if (!picture) {
        return picture.error();
    }
    Result<QImage> painted = paintedChannel(readMask(before.mask));
    if (!painted) {
        return painted.error();
    }
    if (!haveSameShape(made.size(), picture->size())) {
        return notSent(ErrorKind::Unsupported, reasons::maskShapeDiffers(made.size(), picture->size()),
                       QStringLiteral("mask"));
    }
    QImage kept = painted.value();
    kept.invertPixels();
    kept = scaledTo(kept, made.size());
    kept.reinterpretAsFormat(QImage::Format_Alpha8);

    // What is kept replaces what was made, its transparency too: mixing premultiplied colours by the mask does that.
    QImage above =
        scaledTo(inColorSpaceOf(made, *picture), made.size()).convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QPainter cut(&above);
    cut.setCompositionMode(QPainter::CompositionMode_DestinationIn);
    cut.drawImage(0, 0, kept);
    cut.end();
    QImage whole = made.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&whole);
    painter.setCompositionMode(QPainter::CompositionMode_DestinationOut);
    painter.drawImage(0, 0, kept);
    painter.setCompositionMode(QPainter::CompositionMode_Plus);
    painter.drawImage(0, 0, above);
    painter.end();
    whole.setColorSpace(made.colorSpace());
    const bool hasAlpha = made.hasAlphaChannel() || picture->hasAlphaChannel();
    return whole.convertToFormat(hasAlpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
}

} // namespace lightwell
