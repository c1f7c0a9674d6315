// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// The numbers an offer may have. A catalog can come from anywhere; with these, planning ends soon and its numbers mean
/// something.
namespace lightwell::offerlimits {

inline constexpr int largestSide = 65'536; ///< of a picture, in pixels
inline constexpr qint64 maxPixels = qint64(largestSide) * largestSide;
inline constexpr int largestMultiple = 4096; ///< of which sides are multiples
inline constexpr double largestRatio = 1000;

inline constexpr int maxPerCall = 100;
inline constexpr int maxInputImages = 1000;
inline constexpr int maxPromptLength = 100'000'000;
inline constexpr qint64 maxBytes = qint64(1) << 40;

inline constexpr double maxUsd = 10'000; ///< for one unit
inline constexpr double maxUnits = 1e9; ///< of one picture
inline constexpr qint64 maxPer = 1'000'000'000'000;
inline constexpr double minMegapixelPixels = 1000;
inline constexpr double maxMegapixelPixels = 1e9;

} // namespace lightwell::offerlimits
