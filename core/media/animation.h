// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/codec.h"

#include <QList>

namespace lightwell {

inline constexpr int shortestDelay = 10; ///< milliseconds
inline constexpr int longestDelay = 60'000;
inline constexpr int maxFrames = 1000;

/// Pictures that are shown one after another, without an end.
[[nodiscard]] bool canAnimate(ImageFormat format); ///< PNG (APNG), GIF and WebP
/// One file of `frames`, which are of one size; each stands for `delay` milliseconds (GIF: hundredths of a second).
/// Colours become sRGB. A recipe is not written, labels are. Takes its time: call it on the thread pool.
[[nodiscard]] Result<QByteArray> encodeAnimation(const QList<QImage> &frames, int delay, const EncodeOptions &options);
/// Whether a file shows more than one picture: decodeImage() reads its first alone. Decodes no pixel.
[[nodiscard]] bool isAnimated(const QByteArray &bytes);

} // namespace lightwell
