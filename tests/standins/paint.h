// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"

#include <QByteArray>
#include <QSize>

namespace lightwell::test {

/// A real picture of exactly this size and format: a gradient whose colours follow the seed. Png, Jpeg or Webp.
[[nodiscard]] QByteArray paintedPicture(QSize size, ImageFormat format, quint64 seed = 0);

/// A drawing (SVG) of this size.
[[nodiscard]] QByteArray paintedDrawing(QSize size);

} // namespace lightwell::test
