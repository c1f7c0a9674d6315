// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/nearest.h"

#include "core/planning/sizedistance.h"

#include <algorithm>
#include <limits>

namespace lightwell {

namespace {

using namespace sizedistance;

/// Shape first, then area.
int nearestAmong(const QList<SizeChoice> &choices, const QList<int> &candidates, const SizeWish &wish)
{
    constexpr double byRounding = 0.002;
    double shape = std::numeric_limits<double>::max();
    for (const int i : candidates) {
        shape = std::min(shape, ofRatio(choices.at(i).ratio, wish.ratio));
    }
    int best = -1;
    for (const int i : candidates) {
        const SizeChoice &choice = choices.at(i);
        if (ofRatio(choice.ratio, wish.ratio) > shape + byRounding) {
            continue;
        }
        const auto distance = [&wish](QSize size) { return ofArea(pixelsOf(size), wish.pixels); };
        const QSize nearest = best < 0 ? QSize() : choices.at(best).size;
        if (best < 0 || isNearer(distance(choice.size), choice.size, distance(nearest), nearest)) {
            best = i;
        }
    }
    return best;
}

} // namespace

int nearestOf(const QList<SizeChoice> &choices, const SizeWish &wish)
{
    // Nobody sees a picture enlarged by a few per cent; the next tier would cost nearly twice as much.
    constexpr double enlarged = 1.05;
    QList<int> all;
    QList<int> covering;
    for (int i = 0; i < choices.size(); ++i) {
        all.append(i);
        if (covers(choices.at(i).size, wish, enlarged)) {
            covering.append(i);
        }
    }
    return nearestAmong(choices, covering.isEmpty() ? all : covering, wish);
}

std::optional<QSize> nearestInRange(const SizeRange &rule, const SizeWish &wish)
{
    return searchRange(rule, wish).size;
}

} // namespace lightwell
