// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"

#include <QByteArray>
#include <QImage>

#include <optional>

namespace lightwell::sketchbook {

/// The file the studio hands out; empty if the format cannot be written here. `compression`: 0 (smallest) to 100.
[[nodiscard]] QByteArray encodePicture(const QImage &image, ImageFormat format, std::optional<int> compression);

} // namespace lightwell::sketchbook
