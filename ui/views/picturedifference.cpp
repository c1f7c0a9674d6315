// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/picturedifference.h"

#include "ui/views/abstage.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace lightwell {

namespace {

/// What `overlap` cuts out of a picture that lies at `place`, in `size` pixels.
QImage cut(const QImage &image, const QRectF &place, const QRectF &overlap, QSize size)
{
    const double x = image.width() / place.width();
    const double y = image.height() / place.height();
    const QRect part = QRectF((overlap.left() - place.left()) * x, (overlap.top() - place.top()) * y,
                              overlap.width() * x, overlap.height() * y)
                           .toRect()
                           .intersected(image.rect());
    const QImage cut = part == image.rect() ? image : image.copy(part);
    return (cut.size() == size ? cut : cut.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation))
        .convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

} // namespace

PictureDifference differenceOf(const QImage &a, const QImage &b, int gain)
{
    if (a.isNull() || b.isNull()) {
        return {};
    }
    const AbStage stage = abStage(a.size(), b.size());
    const QRectF overlap = stage.overlap();
    const QSize size = overlap.size().toSize().expandedTo(QSize(1, 1));
    const QImage first = cut(a, stage.a, overlap, size);
    const QImage second = cut(b, stage.b, overlap, size);
    std::array<uchar, 256> shown {};
    for (int apart = 0; apart < 256; ++apart) {
        shown[static_cast<size_t>(apart)] = static_cast<uchar>(std::min(255, apart * gain));
    }
    QImage image(size, QImage::Format_RGB32);
    qint64 sum = 0;
    for (int y = 0; y < size.height(); ++y) {
        const auto *left = reinterpret_cast<const QRgb *>(first.constScanLine(y));
        const auto *right = reinterpret_cast<const QRgb *>(second.constScanLine(y));
        auto *out = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const int through = std::abs(qAlpha(left[x]) - qAlpha(right[x]));
            const int red = std::max(through, std::abs(qRed(left[x]) - qRed(right[x])));
            const int green = std::max(through, std::abs(qGreen(left[x]) - qGreen(right[x])));
            const int blue = std::max(through, std::abs(qBlue(left[x]) - qBlue(right[x])));
            sum += red + green + blue;
            out[x] = qRgb(shown[static_cast<size_t>(red)], shown[static_cast<size_t>(green)],
                          shown[static_cast<size_t>(blue)]);
        }
    }
    const double all = 255.0 * 3 * size.width() * size.height();
    return {image, 100 * static_cast<double>(sum) / all};
}

} // namespace lightwell
