// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/metadata/packets.h"

namespace lightwell::metadata {

/// What an AVIF file keeps as items beside its pixels; both empty where it is broken.
[[nodiscard]] Packets avifPackets(const QByteArray &bytes);

} // namespace lightwell::metadata
