// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"

#include <QByteArray>

#include <optional>

namespace lightwell::metadata {

/// The same file without what is nobody else's business: place, camera, owner, texts, thumbnails, provenance, and what
/// lies behind its end. Pixels and what says how to show them (ICC profile, gamma) stay as they are, byte for byte.
/// JPEG, PNG and WebP; nothing for a file of another format, or one that cannot be followed to its end.
[[nodiscard]] std::optional<QByteArray> withoutPrivateData(const QByteArray &bytes, ImageFormat format);

} // namespace lightwell::metadata
