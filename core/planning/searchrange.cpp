// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/sizedistance.h"

#include <algorithm>
#include <limits>

namespace lightwell {

namespace {

using namespace sizedistance;

constexpr int unlimitedSide = 16'384;

int roundedTo(double value, int multiple, bool up)
{
    const double steps = value / multiple;
    const double whole = up ? std::ceil(steps - tiny) : std::floor(steps + tiny);
    return static_cast<int>(std::clamp(whole * multiple, 1.0, 1e6));
}

/// The shapes that a rule can make at all, as width / height.
struct Shapes
{
    double widest = 0;
    double tallest = 0;
};

/// What SizeRange::allows() lets through.
Shapes allowedShapes(const SizeRange &rule)
{
    const double smallest = std::max(1, rule.minSide);
    Shapes shapes {std::numeric_limits<double>::max(), 0};
    if (rule.maxSide > 0) {
        shapes = {rule.maxSide / smallest, smallest / rule.maxSide};
    }
    if (rule.maxRatio > 0) {
        shapes.widest = std::min(shapes.widest, rule.maxRatio + tiny);
    }
    if (rule.minRatio > 0) {
        shapes.tallest = std::max(shapes.tallest, rule.minRatio - tiny);
    }
    return shapes;
}

/// The sizes of a range with the shape nearest to a wish, from the one of the wished area outwards. Areas only grow
/// with the side, so that each way ends where nothing that follows can be nearer than what was found.
class RangeSearch
{
public:
    RangeSearch(const SizeRange &rule, const SizeWish &wish)
        : m_rule(rule)
        , m_wish(wish)
        , m_multiple(std::max(1, rule.multipleOf))
    {
        const double smallest = std::max(1, rule.minSide);
        const int largest = rule.maxSide > 0 ? rule.maxSide : unlimitedSide;
        m_first = roundedTo(smallest, m_multiple, true);
        m_steps = m_first > largest ? 0 : (largest - m_first) / m_multiple + 1;
        const double low = std::max(smallest / largest, rule.minRatio);
        const double high = rule.maxRatio > 0 ? std::min(largest / smallest, rule.maxRatio) : largest / smallest;
        m_ratio = std::clamp(wish.ratio, low, std::max(low, high));
        const Shapes shapes = allowedShapes(rule);
        if (wish.ratio > shapes.widest || wish.ratio < shapes.tallest) {
            const double bound = wish.ratio > shapes.widest ? shapes.widest : shapes.tallest;
            m_minScore = wish.weightOfRatio * ofRatio(bound, wish.ratio);
        }
    }

    RangeFind find()
    {
        if (m_steps > 0 && m_wish.cover) {
            m_mustCover = true;
            walk(Qt::Horizontal);
            walk(Qt::Vertical);
        }
        if (m_steps > 0 && !m_found.size) {
            m_mustCover = false;
            walk(Qt::Horizontal);
            walk(Qt::Vertical);
        }
        return m_found;
    }

private:
    /// One side is each that the rule has, the other follows from the shape: `side` is the width or the height.
    void walk(Qt::Orientation side)
    {
        const int start = startOf(side);
        for (int step = start; step >= 0 && mayShrinkTo(side, step); --step) {
            look(side, step);
        }
        for (int step = start + 1; step < m_steps && mayGrowTo(side, step); ++step) {
            look(side, step);
        }
    }

    [[nodiscard]] int sideAt(int step) const { return m_first + step * m_multiple; }

    [[nodiscard]] int otherAt(Qt::Orientation side, int step, bool up) const
    {
        const int length = sideAt(step);
        return roundedTo(side == Qt::Horizontal ? length / m_ratio : length * m_ratio, m_multiple, up);
    }

    [[nodiscard]] static QSize sizeOf(Qt::Orientation side, int length, int other)
    {
        return side == Qt::Horizontal ? QSize(length, other) : QSize(other, length);
    }

    /// Where the area is the wished one, or the nearest to it that is allowed.
    [[nodiscard]] int startOf(Qt::Orientation side) const
    {
        double pixels = std::max(m_wish.pixels, static_cast<double>(m_rule.minPixels));
        if (m_rule.maxPixels > 0) {
            pixels = std::min(pixels, static_cast<double>(m_rule.maxPixels));
        }
        double length = std::sqrt(side == Qt::Horizontal ? pixels * m_ratio : pixels / m_ratio);
        if (m_mustCover) {
            const QSize cover = *m_wish.cover;
            length = std::max<double>(length, side == Qt::Horizontal ? cover.width() : cover.height());
        }
        return static_cast<int>(std::clamp((length - m_first) / m_multiple, 0.0, m_steps - 1.0));
    }

    /// Whether a size of at most (or at least) these pixels may still be as near as what was found.
    [[nodiscard]] bool mayBeNearer(double pixels) const
    {
        return !m_found.size || m_minScore + ofArea(pixels, m_wish.pixels) <= m_score + tiny;
    }

    /// Whether there may be anything to be found at this side or at smaller ones.
    [[nodiscard]] bool mayShrinkTo(Qt::Orientation side, int step) const
    {
        const int other = otherAt(side, step, true);
        const QSize largest = sizeOf(side, sideAt(step), other);
        const double pixels = pixelsOf(largest);
        const bool isTooSmall = other < m_rule.minSide || pixels < static_cast<double>(m_rule.minPixels)
            || (m_mustCover && !covers(largest, m_wish));
        return !isTooSmall && (pixels >= m_wish.pixels || mayBeNearer(pixels));
    }

    /// The same of larger ones.
    [[nodiscard]] bool mayGrowTo(Qt::Orientation side, int step) const
    {
        const int other = otherAt(side, step, false);
        const double pixels = pixelsOf(sizeOf(side, sideAt(step), other));
        const bool isTooLarge = (m_rule.maxSide > 0 && other > m_rule.maxSide)
            || (m_rule.maxPixels > 0 && pixels > static_cast<double>(m_rule.maxPixels));
        return !isTooLarge && (pixels <= m_wish.pixels || mayBeNearer(pixels));
    }

    void look(Qt::Orientation side, int step)
    {
        const int below = otherAt(side, step, false);
        const int above = otherAt(side, step, true);
        consider(sizeOf(side, sideAt(step), below));
        if (above != below) {
            consider(sizeOf(side, sideAt(step), above));
        }
    }

    void consider(QSize size)
    {
        ++m_found.looked;
        if (!m_rule.allows(size) || (m_mustCover && !covers(size, m_wish))) {
            return;
        }
        const double ratio = static_cast<double>(size.width()) / size.height();
        const double score =
            m_wish.weightOfRatio * ofRatio(ratio, m_wish.ratio) + ofArea(pixelsOf(size), m_wish.pixels);
        if (!m_found.size || isNearer(score, size, m_score, *m_found.size)) {
            m_found.size = size;
            m_score = score;
        }
    }

    const SizeRange &m_rule;
    const SizeWish &m_wish;
    int m_multiple;
    int m_first = 1; ///< the smallest side
    int m_steps = 0; ///< so many sides, by the multiple
    double m_ratio = 1; ///< nearest to the wish that the rule can make
    double m_minScore = 0; ///< no allowed size has a lower one, since none has the wished shape
    bool m_mustCover = false;
    RangeFind m_found;
    double m_score = 0; ///< of what was found; the lower, the nearer
};

} // namespace

RangeFind searchRange(const SizeRange &rule, const SizeWish &wish)
{
    return RangeSearch(rule, wish).find();
}

} // namespace lightwell
