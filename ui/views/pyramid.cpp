// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/pyramid.h"

#include <QColorSpace>

#include <algorithm>

namespace lightwell {

namespace {

constexpr int smallest = 96; ///< the longer side of the last level: as large as the small map

QSize halfOf(QSize size)
{
    return {std::max(1, (size.width() + 1) / 2), std::max(1, (size.height() + 1) / 2)};
}

} // namespace

const QImage &Pyramid::levelFor(int width) const
{
    for (auto level = levels.crbegin(); level != levels.crend(); ++level) {
        if (level->width() >= width) {
            return *level;
        }
    }
    return levels.constFirst();
}

qint64 Pyramid::bytes() const
{
    qint64 all = 0;
    for (const QImage &level : levels) {
        all += level.sizeInBytes();
    }
    return all;
}

QImage shownColours(const QImage &image)
{
    QImage shown = image;
    if (shown.colorSpace().isValid() && shown.colorSpace() != QColorSpace(QColorSpace::SRgb)) {
        shown.convertToColorSpace(QColorSpace::SRgb);
    }
    return std::move(shown).convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied
                                                                    : QImage::Format_RGB32);
}

Pyramid pyramidOf(const QImage &image, qint64 maxPixels)
{
    Pyramid pyramid {image.size(), {}};
    if (image.isNull()) {
        return pyramid;
    }
    QImage level = shownColours(image);
    while (static_cast<qint64>(level.width()) * level.height() > maxPixels) {
        level = level.scaled(halfOf(level.size()), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    pyramid.levels.append(level);
    while (std::max(level.width(), level.height()) > smallest) {
        level = level.scaled(halfOf(level.size()), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        pyramid.levels.append(level);
    }
    return pyramid;
}

} // namespace lightwell
