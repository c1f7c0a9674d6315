// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/metadata/packets.h"
#include "core/model/result.h"

namespace lightwell::metadata {

/// A TIFF file with what a recipe says among what it says itself: both packets are taken apart and their fields set
/// (by Exiv2). UserComment comes in the order of bytes that the file has. `xmp` alone is enough.
[[nodiscard]] Result<QByteArray> withTiffPackets(const QByteArray &bytes, const Packets &packets);

} // namespace lightwell::metadata
