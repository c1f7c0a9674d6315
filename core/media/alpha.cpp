// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/alpha.h"

#include <QColorSpace>
#include <QPainter>

#include <algorithm>

namespace lightwell {

QImage flattened(const QImage &image, const QColor &matte)
{
    if (!image.hasAlphaChannel()) {
        return image;
    }
    const bool deep = image.depth() > 32;
    QImage ground(image.size(), deep ? QImage::Format_RGBX64 : QImage::Format_RGBX8888);
    if (ground.isNull()) {
        return {};
    }
    ground.fill(matte.isValid() ? QColor(matte.red(), matte.green(), matte.blue()) : QColor(Qt::white));
    QPainter painter(&ground);
    painter.drawImage(QPoint(0, 0), image);
    painter.end();
    ground.setColorSpace(image.colorSpace());
    return ground;
}

QImage withOneBitAlpha(const QImage &image, const QColor &matte)
{
    if (!image.hasAlphaChannel()) {
        return image;
    }
    const QImage source = image.convertToFormat(QImage::Format_RGBA8888);
    QImage result = flattened(source, matte).convertToFormat(QImage::Format_RGBA8888);
    for (int y = 0; y < result.height(); ++y) {
        const uchar *from = source.constScanLine(y);
        uchar *to = result.scanLine(y);
        for (int x = 0; x < result.width(); ++x) {
            if (from[4 * x + 3] < 128) {
                std::fill_n(to + 4 * static_cast<qsizetype>(x), 4, uchar(0));
            }
        }
    }
    return result;
}

} // namespace lightwell
