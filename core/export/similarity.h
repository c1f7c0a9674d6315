// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace lightwell {

/// How alike two pictures of one size look at 100 %, from 0 to 1 (equal): structural similarity at five scales (Wang,
/// Simoncelli, Bovik 2003) of brightness, and of colour at half its scale, which the eye sees less sharply; how bright
/// and coloured they are is compared by levels, so that flat pictures differ as they look. Windows are squares of 8
/// pixels, 4 apart, smaller in smaller pictures. Where something is transparent, it is the lower value on black and on
/// white. The same on every system, never NaN. 0 where the sizes differ. Colours are compared as they are stored: both
/// have to be in one colour space.
[[nodiscard]] double similarity(const QImage &one, const QImage &other);

enum class Difference {
    None, ///< nobody sees one at 100 %, and it is safe to say so
    Small,
    Visible,
};
inline constexpr double noDifferenceFrom = 0.994;
inline constexpr double smallDifferenceFrom = 0.975;
[[nodiscard]] Difference differenceOf(double similarity);

} // namespace lightwell
