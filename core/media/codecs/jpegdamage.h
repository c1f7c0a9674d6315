// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>

namespace lightwell::codecs {

/// Whether pixels are missing in a JPEG file, or wrong: it ends early, a part of its scans is gone, or a code in them
/// makes no sense. Decoders fill these with grey and only warn. What a camera merely writes in its own way is no
/// damage. Reads the scans to their end without making pixels of them; true also where that takes longer than `most`.
[[nodiscard]] bool isJpegDamaged(const QByteArray &bytes, std::chrono::milliseconds most);

} // namespace lightwell::codecs
