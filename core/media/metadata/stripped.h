// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"

#include <QByteArray>

#include <optional>

namespace lightwell::metadata {

/// What stays of a PNG that is an animation.
enum class PngFrames { First, All };

/// The same file without what is nobody else's business: place, camera, owner, texts, thumbnails, provenance, and what
/// lies behind its end. Pixels and what says how to show them (ICC profile, gamma) stay as they are, byte for byte.
/// JPEG, PNG, WebP, GIF and JPEG XL; nothing for a file of another format, or one that cannot be followed to its end.
[[nodiscard]] std::optional<QByteArray> withoutPrivateData(const QByteArray &bytes, ImageFormat format,
                                                           PngFrames frames = PngFrames::First);

} // namespace lightwell::metadata
