// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"

#include <QColorSpace>
#include <QPainter>

namespace lightwell {

namespace {

/// The largest part around the centre that has the asked shape.
QRect centrePart(QSize whole, QSize shape)
{
    const QSize part = shape.scaled(whole, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    return {QPoint((whole.width() - part.width()) / 2, (whole.height() - part.height()) / 2), part};
}

/// More than eight bits a channel.
bool isDeep(const QImage &image)
{
    return image.format() == QImage::Format_Grayscale16 || image.depth() > 32 || image.pixelFormat().redSize() > 8;
}

/// Qt scales and paints these without going through eight bits.
QImage::Format deepFormat(bool alpha)
{
    return alpha ? QImage::Format_RGBA64_Premultiplied : QImage::Format_RGBX64;
}

/// The same picture in a format that scaling and painting keep whole.
QImage withRoom(const QImage &image)
{
    return isDeep(image) ? image.convertToFormat(deepFormat(image.hasAlphaChannel())) : image;
}

QImage scaledTo(const QImage &image, QSize size)
{
    if (image.size() == size) {
        return image;
    }
    QImage scaled = withRoom(image).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    scaled.setColorSpace(image.colorSpace());
    return scaled;
}

/// A matte is chosen on a screen, in sRGB; the picture may count its colours otherwise.
QColor inColorSpaceOf(const QImage &image, const QColor &matte)
{
    const QColorSpace space = image.colorSpace();
    if (!space.isValid() || space == QColorSpace(QColorSpace::SRgb)) {
        return matte;
    }
    return QColorSpace(QColorSpace::SRgb).transformationToColorSpace(space).map(matte);
}

QImage contained(const QImage &image, QSize size, const QColor &matte)
{
    const QSize inner = image.size().scaled(size, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    if (inner == size) {
        return scaledTo(image, size);
    }
    QImage ground(size, isDeep(image) ? deepFormat(true) : QImage::Format_ARGB32_Premultiplied);
    if (ground.isNull()) {
        return {};
    }
    ground.fill(matte.isValid() ? inColorSpaceOf(image, matte) : QColor(Qt::transparent));
    QPainter painter(&ground);
    painter.drawImage(QPoint((size.width() - inner.width()) / 2, (size.height() - inner.height()) / 2),
                      scaledTo(withRoom(image), inner));
    painter.end();
    ground.setColorSpace(image.colorSpace());
    return ground;
}

} // namespace

QImage fitImage(const QImage &image, QSize size, Fit fit, const QColor &matte)
{
    if (image.isNull() || size.isEmpty() || fit == Fit::Closest || image.size() == size) {
        return image;
    }
    switch (fit) {
    case Fit::Crop:
        return scaledTo(image.copy(centrePart(image.size(), size)), size);
    case Fit::Contain:
        return contained(image, size, matte);
    case Fit::Stretch:
        return scaledTo(image, size);
    case Fit::Closest:
        break;
    }
    return image;
}

} // namespace lightwell
