// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/adapter/encode.h"

#include "core/media/codec.h"

namespace lightwell::sketchbook {

QByteArray encodePicture(const QImage &image, ImageFormat format, std::optional<int> compression)
{
    EncodeOptions options;
    options.format = format;
    options.compression = compression;
    const Result<QByteArray> encoded = encodeImage(image, options);
    return encoded.ok() ? encoded.value() : QByteArray();
}

} // namespace lightwell::sketchbook
