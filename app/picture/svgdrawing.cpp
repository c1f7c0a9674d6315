// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture/svgdrawing.h"

#include <QCoreApplication>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

namespace lightwell {

QImage drawnSvg(const QByteArray &document, QSize size)
{
    // Pictures in a drawing are PNG, which Qt reads by itself; no plug-in is asked.
    QCoreApplication::setLibraryPaths({});
    constexpr int mebibytesPerPicture = 256;
    QImageReader::setAllocationLimit(mebibytesPerPicture);

    QSvgRenderer renderer;
    if (!renderer.load(document)) {
        return {};
    }
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) {
        return {};
    }
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(size)));
    painter.end();
    return image;
}

} // namespace lightwell
