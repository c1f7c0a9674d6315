// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sizerule.h"

namespace lightwell {

/// What is looked for: a shape, an area, and perhaps pixels that the result should cover (fit: crop).
struct SizeWish
{
    double ratio = 1; ///< width / height
    double pixels = 1024.0 * 1024.0;
    std::optional<QSize> cover;
    /// In a range every ratio is near some size, so shape and area are weighed against each other.
    double weightOfRatio = 10;
};

/// A size to choose, and the shape it stands for: the pixels a vendor makes of 16:9 are seldom quite 16:9.
struct SizeChoice
{
    QSize size;
    double ratio = 1;
};

/// The choice that comes nearest: those that cover (or nearly, within a few per cent) come first; then the ratio by
/// |ln|, where what rounding to whole pixels does is no difference; then the area by |ln|, ties to the larger. -1 if
/// there are none.
[[nodiscard]] int nearestOf(const QList<SizeChoice> &choices, const SizeWish &wish);

/// The legal size that keeps the ratio as well as the rule lets it and comes nearest to the area. Nothing if the
/// rule allows no size at all.
[[nodiscard]] std::optional<QSize> nearestInRange(const SizeRange &rule, const SizeWish &wish);

/// The same with what it took.
struct RangeFind
{
    std::optional<QSize> size;
    int looked = 0; ///< at so many sizes
};

[[nodiscard]] RangeFind searchRange(const SizeRange &rule, const SizeWish &wish);

} // namespace lightwell
