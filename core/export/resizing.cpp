// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/resizing.h"

#include "core/media/codec.h"

namespace lightwell {

namespace {

Fit fitOf(ResizeFit fit)
{
    switch (fit) {
    case ResizeFit::Crop:
        return Fit::Crop;
    case ResizeFit::Contain:
        return Fit::Contain;
    case ResizeFit::Inside: // of the same shape, but for a fraction of a pixel
    case ResizeFit::Stretch:
        break;
    }
    return Fit::Stretch;
}

/// The largest of the wished shape that needs no enlarging.
QSize withoutEnlarging(QSize size, QSize wished, ResizeFit fit)
{
    switch (fit) {
    case ResizeFit::Crop:
        return wished.width() <= size.width() && wished.height() <= size.height()
            ? wished
            : wished.scaled(size, Qt::KeepAspectRatio).expandedTo({1, 1});
    case ResizeFit::Contain: // the ground shrinks around the picture
        return wished.boundedTo(wished.scaled(size, Qt::KeepAspectRatioByExpanding));
    case ResizeFit::Inside:
    case ResizeFit::Stretch:
        break;
    }
    return wished.boundedTo(size);
}

} // namespace

QSize resizedTo(QSize size, const ExportOptions &options)
{
    if (options.resize.isEmpty() || size.isEmpty()) {
        return size;
    }
    const QSize wished = options.fit == ResizeFit::Inside
        ? size.scaled(options.resize, Qt::KeepAspectRatio).expandedTo({1, 1})
        : options.resize;
    return options.mayEnlarge ? wished : withoutEnlarging(size, wished, options.fit);
}

QImage resized(const QImage &image, const ExportOptions &options)
{
    const QSize size = resizedTo(image.size(), options);
    if (size == image.size()) {
        return image;
    }
    return fitImage(image, size, fitOf(options.fit), options.matte);
}

} // namespace lightwell
