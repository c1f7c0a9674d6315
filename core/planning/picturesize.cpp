// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/picturesize.h"

#include <QBuffer>
#include <QImageReader>

namespace lightwell {

QSize pictureSize(const InputImage &image)
{
    const std::optional<ImageFormat> format = sniffFormat(image.bytes);
    if (!format || format == ImageFormat::Svg) {
        return {};
    }
    QBuffer buffer;
    buffer.setData(image.bytes);
    buffer.open(QIODevice::ReadOnly);
    const QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (size.isEmpty()) {
        return {};
    }
    return reader.transformation() & QImageIOHandler::TransformationRotate90 ? size.transposed() : size;
}

} // namespace lightwell
