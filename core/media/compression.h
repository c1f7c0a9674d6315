// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"

namespace lightwell {

/// What nobody asked for: good enough to look like the original, a fraction of its bytes.
inline constexpr int defaultCompression = 85;

/// Lightwell's one scale, 0 (smallest) to 100 (best), in the codec's own unit (see EncodeSettings::quality), so that
/// the same number looks about as good in JPEG, WebP, AVIF and JPEG XL. Values outside the scale are clamped.
/// Formats without a choice yield 0. The curves were measured with tests/media/measurecompression.cpp.
[[nodiscard]] double codecQuality(ImageFormat format, int compression);

} // namespace lightwell
