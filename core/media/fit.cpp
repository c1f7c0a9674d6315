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

QImage scaledTo(const QImage &image, QSize size)
{
    if (image.size() == size) {
        return image;
    }
    QImage scaled = image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    scaled.setColorSpace(image.colorSpace());
    return scaled;
}

QImage contained(const QImage &image, QSize size, const QColor &matte)
{
    const QSize inner = image.size().scaled(size, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    if (inner == size) {
        return scaledTo(image, size);
    }
    QImage ground(size, QImage::Format_ARGB32_Premultiplied);
    if (ground.isNull()) {
        return {};
    }
    ground.fill(matte.isValid() ? matte : QColor(Qt::transparent));
    QPainter painter(&ground);
    painter.drawImage(QPoint((size.width() - inner.width()) / 2, (size.height() - inner.height()) / 2),
                      scaledTo(image, inner));
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
