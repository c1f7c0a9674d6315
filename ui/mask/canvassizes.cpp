// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/canvassizes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lightwell {

namespace {

/// All sizes of a rule that has only some; empty: it has bounds, or none.
QList<QSize> sizesOf(const SizeRule &rule)
{
    if (const auto *list = std::get_if<SizeList>(&rule)) {
        return list->sizes;
    }
    QList<QSize> sizes;
    if (const auto *ratios = std::get_if<SizeRatios>(&rule)) {
        const QList<ResolutionTier> tiers =
            ratios->tiers.isEmpty() ? QList<ResolutionTier> {ResolutionTier::OneK} : ratios->tiers;
        for (const AspectRatio &ratio : ratios->ratios) {
            for (const ResolutionTier tier : tiers) {
                sizes.append(ratios->expectedSize(ratio, tier));
            }
        }
    }
    return sizes;
}

/// The one of these lengths that is nearest, if it is near enough; else `length` itself.
int nearest(const QList<int> &lengths, int length, double near)
{
    int found = length;
    double best = near;
    for (const int other : lengths) {
        if (std::abs(other - length) <= best) {
            best = std::abs(other - length);
            found = other;
        }
    }
    return found;
}

int snappedLength(int length, int least, double near, int step, const QList<int> &lengths)
{
    if (!lengths.isEmpty()) {
        return std::max(least, nearest(lengths, length, near));
    }
    const int rounded = static_cast<int>(std::lround(double(length) / step)) * step;
    return rounded >= least && std::abs(rounded - length) <= near ? rounded : length;
}

} // namespace

bool isMade(const SizeRule &rule, QSize size)
{
    if (const auto *range = std::get_if<SizeRange>(&rule)) {
        return range->allows(size);
    }
    const QList<QSize> sizes = sizesOf(rule);
    return sizes.isEmpty() || sizes.contains(size);
}

CanvasSizes canvasSizes(const QList<SizeRule> &rules)
{
    CanvasSizes all;
    bool hasSome = false;
    for (const SizeRule &rule : rules) {
        if (const auto *range = std::get_if<SizeRange>(&rule)) {
            all.step = std::min(std::lcm(all.step, std::max(1, range->multipleOf)), 256);
        }
        const QList<QSize> sizes = sizesOf(rule);
        hasSome = hasSome || !sizes.isEmpty();
        for (const QSize size : sizes) {
            const bool isCommon = std::all_of(rules.cbegin(), rules.cend(),
                                              [size](const SizeRule &other) { return isMade(other, size); });
            if (isCommon && !all.sizes.contains(size)) {
                all.sizes.append(size);
            }
        }
    }
    if (hasSome && all.sizes.isEmpty()) {
        all.step = 1; // no size is common to all
    }
    return all;
}

QMargins snapped(const QMargins &growth, Qt::Edges edges, double near, QSize picture, const CanvasSizes &sizes)
{
    QList<int> widths;
    QList<int> heights;
    for (const QSize size : sizes.sizes) {
        widths.append(size.width());
        heights.append(size.height());
    }
    const QSize canvas = picture.grownBy(growth);
    QMargins moved = growth;
    if (edges & (Qt::LeftEdge | Qt::RightEdge)) {
        const int by = snappedLength(canvas.width(), picture.width(), near, sizes.step, widths) - canvas.width();
        (edges & Qt::LeftEdge) ? moved.setLeft(growth.left() + by) : moved.setRight(growth.right() + by);
    }
    if (edges & (Qt::TopEdge | Qt::BottomEdge)) {
        const int by = snappedLength(canvas.height(), picture.height(), near, sizes.step, heights) - canvas.height();
        (edges & Qt::TopEdge) ? moved.setTop(growth.top() + by) : moved.setBottom(growth.bottom() + by);
    }
    const bool isBelow = moved.left() < 0 || moved.top() < 0 || moved.right() < 0 || moved.bottom() < 0;
    return isBelow ? growth : moved;
}

} // namespace lightwell
