// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"

#include <QImage>
#include <QImageIOHandler>

namespace lightwell::metadata {

/// How the EXIF block of a PNG or WebP file says that its pixels are to be turned; their decoders do not. None for
/// other formats.
[[nodiscard]] QImageIOHandler::Transformations orientationIn(const QByteArray &bytes, ImageFormat format);

[[nodiscard]] QImage turned(const QImage &image, QImageIOHandler::Transformations how);

} // namespace lightwell::metadata
