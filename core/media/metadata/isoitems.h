// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/metadata/packets.h"

#include <optional>

/// EXIF and XMP as items of AVIF and HEIF files (ISO/IEC 23008-12, annex A), which are what readers look for.
namespace lightwell::metadata {

/// As they stand, EXIF behind four bytes that say how far its header is away; empty where there is none or the tables
/// make no sense.
[[nodiscard]] Packets isoItems(const QByteArray &bytes);
/// The finished file with both, in place of its own: their content lies behind everything, the tables say so, and all
/// positions follow. No pixel is touched. Nothing for a file that is more than pictures, or whose tables are of a kind
/// that cannot be followed.
[[nodiscard]] std::optional<QByteArray> withIsoItems(const QByteArray &bytes, const Packets &packets);

/// Whether that takes the place of all that the file says besides its pictures.
[[nodiscard]] bool isAllReplacedByItems(const QByteArray &bytes);

} // namespace lightwell::metadata
