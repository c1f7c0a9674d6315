// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/nearest.h"

#include <cmath>

/// How far sizes are from what is looked for.
namespace lightwell::sizedistance {

constexpr double tiny = 1e-9; ///< less is no difference

inline double pixelsOf(QSize size)
{
    return static_cast<double>(size.width()) * size.height();
}

inline double ofRatio(double ratio, double wanted)
{
    return std::abs(std::log(ratio / wanted));
}

inline double ofArea(double pixels, double wanted)
{
    return std::abs(std::log(pixels / wanted));
}

inline bool covers(QSize size, const SizeWish &wish, double enlarged = 1)
{
    return !wish.cover
        || (size.width() * enlarged >= wish.cover->width() && size.height() * enlarged >= wish.cover->height());
}

/// Whether the first is nearer; equal distances go to the larger size.
inline bool isNearer(double distance, QSize size, double bestDistance, QSize best)
{
    if (std::abs(distance - bestDistance) > tiny) {
        return distance < bestDistance;
    }
    return pixelsOf(size) > pixelsOf(best);
}

} // namespace lightwell::sizedistance
