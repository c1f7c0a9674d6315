// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/maskpixels.h"

#include <QColorSpace>
#include <QPainter>

#include <numeric>

namespace lightwell {

double paintedShare(const QImage &painted)
{
    qint64 sum = 0;
    for (int y = 0; y < painted.height(); ++y) {
        const uchar *line = painted.constScanLine(y);
        sum += std::accumulate(line, line + painted.width(), qint64(0));
    }
    const qint64 all = 255 * qint64(painted.width()) * painted.height();
    return all > 0 ? static_cast<double>(sum) / static_cast<double>(all) : 0;
}

QImage transparentWhere(const QImage &painted)
{
    QImage mask(painted.size(), QImage::Format_RGBA8888);
    for (int y = 0; y < painted.height(); ++y) {
        const uchar *from = painted.constScanLine(y);
        uchar *to = mask.scanLine(y);
        for (int x = 0; x < painted.width(); ++x, to += 4) {
            to[0] = to[1] = to[2] = 0;
            to[3] = 255 - from[x];
        }
    }
    return mask;
}

QImage grownPicture(const QImage &picture, const QMargins &growth)
{
    QImage canvas(picture.size().grownBy(growth), QImage::Format_ARGB32);
    canvas.fill(Qt::transparent);
    canvas.setColorSpace(picture.colorSpace());
    QPainter painter(&canvas);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(growth.left(), growth.top(), picture);
    painter.end();
    return canvas;
}

} // namespace lightwell
