// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/codec.h"

#include <optional>

namespace lightwell::bench {

/// Our own encoding that looks as much like the original as another's.
struct Match
{
    int compression = 0; ///< the smallest that is at least as similar (EncodeOptions::compression)
    double similarity = 0; ///< there
    /// At exactly the wished similarity: between this compression and the one below, so that the steps of a scale
    /// favour nobody. Where there is no quality: what there is.
    double bytes = 0;
};

/// SSIM (tests/support/ssim.h) of a picture and of what is left of it in a file; 0 where that cannot be read.
[[nodiscard]] double similarityOf(const QImage &picture, const QByteArray &bytes);
/// By bisection over all compressions. Nothing: even the best one comes out less similar, or it cannot be written.
[[nodiscard]] std::optional<Match> equalTo(double similarity, const QImage &picture, EncodeOptions options);

} // namespace lightwell::bench
