// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/nearest.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lightwell {

namespace {

constexpr double tiny = 1e-9;

double pixelsOf(QSize size)
{
    return static_cast<double>(size.width()) * size.height();
}

double ratioDistance(double ratio, double wanted)
{
    return std::abs(std::log(ratio / wanted));
}

double areaDistance(QSize size, double pixels)
{
    return std::abs(std::log(pixelsOf(size) / pixels));
}

bool covers(QSize size, const SizeWish &wish, double enlarged = 1)
{
    return !wish.cover
        || (size.width() * enlarged >= wish.cover->width() && size.height() * enlarged >= wish.cover->height());
}

/// Whether the first is nearer; equal distances go to the larger size.
bool isNearer(double distance, QSize size, double bestDistance, QSize best)
{
    if (std::abs(distance - bestDistance) > tiny) {
        return distance < bestDistance;
    }
    return pixelsOf(size) > pixelsOf(best);
}

/// Shape first, then area.
int nearestAmong(const QList<SizeChoice> &choices, const QList<int> &candidates, const SizeWish &wish)
{
    constexpr double byRounding = 0.002;
    double shape = std::numeric_limits<double>::max();
    for (const int i : candidates) {
        shape = std::min(shape, ratioDistance(choices.at(i).ratio, wish.ratio));
    }
    int best = -1;
    for (const int i : candidates) {
        const SizeChoice &choice = choices.at(i);
        if (ratioDistance(choice.ratio, wish.ratio) > shape + byRounding) {
            continue;
        }
        const double distance = areaDistance(choice.size, wish.pixels);
        if (best < 0
            || isNearer(distance, choice.size, areaDistance(choices.at(best).size, wish.pixels),
                        choices.at(best).size)) {
            best = i;
        }
    }
    return best;
}

bool rangeEntryIsBetter(QSize candidate, QSize best, const SizeWish &wish)
{
    const auto score = [&wish](QSize size) {
        const double ratio = static_cast<double>(size.width()) / size.height();
        return wish.weightOfRatio * ratioDistance(ratio, wish.ratio) + areaDistance(size, wish.pixels);
    };
    if (covers(candidate, wish) != covers(best, wish)) {
        return covers(candidate, wish);
    }
    return isNearer(score(candidate), candidate, score(best), best);
}

int roundedTo(double value, int multiple, bool up)
{
    const double steps = value / multiple;
    const double whole = up ? std::ceil(steps - tiny) : std::floor(steps + tiny);
    return static_cast<int>(std::clamp(whole * multiple, 1.0, 1e6));
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
    constexpr int unlimitedSide = 16'384;
    const int multiple = std::max(1, rule.multipleOf);
    const int largest = rule.maxSide > 0 ? rule.maxSide : unlimitedSide;
    const double smallest = std::max(1, rule.minSide);
    // The shape nearest to the wish that the rule can make at all.
    double low = smallest / largest;
    double high = largest / smallest;
    if (rule.minRatio > 0) {
        low = std::max(low, rule.minRatio);
    }
    if (rule.maxRatio > 0) {
        high = std::min(high, rule.maxRatio);
    }
    const double ratio = std::clamp(wish.ratio, low, std::max(low, high));

    std::optional<QSize> best;
    const auto consider = [&](QSize candidate) {
        if (rule.allows(candidate) && (!best || rangeEntryIsBetter(candidate, *best, wish))) {
            best = candidate;
        }
    };
    for (int side = roundedTo(smallest, multiple, true); side <= largest; side += multiple) {
        for (const bool up : {false, true}) {
            consider({side, roundedTo(side / ratio, multiple, up)});
            consider({roundedTo(side * ratio, multiple, up), side});
        }
    }
    return best;
}

} // namespace lightwell
