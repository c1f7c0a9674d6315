// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QList>

#include <utility>

/// Chunks of a WebP file beside its pixels ("ICCP", "EXIF", "XMP "), through libwebpmux.
namespace lightwell::metadata {

[[nodiscard]] QByteArray webpChunk(const QByteArray &bytes, const char *fourcc); ///< empty where there is none
/// Sets each chunk, replacing one of the same name.
[[nodiscard]] Result<QByteArray> withWebpChunks(const QByteArray &bytes,
                                                const QList<std::pair<const char *, QByteArray>> &chunks);

} // namespace lightwell::metadata
