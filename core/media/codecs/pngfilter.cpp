// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/pngfilter.h"

#include <cstdint>
#include <cstdlib>
#include <utility>

namespace lightwell::codecs {

namespace {

// The numbers of the filters in the file.
enum Filter { None, Sub, Up, Average, Paeth, Count };

/// Whichever of the three is nearest to left + above - corner.
int paeth(int left, int above, int corner)
{
    const int toLeft = std::abs(above - corner);
    const int toAbove = std::abs(left - corner);
    const int toCorner = std::abs(left + above - 2 * corner);
    const int other = toAbove <= toCorner ? above : corner;
    return toLeft <= toAbove && toLeft <= toCorner ? left : other;
}

/// Each filter in a loop of its own, which compilers turn into steps of many bytes.
template<typename Predict>
void subtractFrom(const unsigned char *line, const unsigned char *above, unsigned char *out, std::ptrdiff_t count,
                  std::ptrdiff_t pixel, Predict predict)
{
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        out[i] = static_cast<unsigned char>(line[i] - predict(line[i - pixel], above[i], above[i - pixel]));
    }
}

/// What the differences come to, none being 0 or, just below it, 255.
std::int64_t weightOf(const unsigned char *line, std::ptrdiff_t count)
{
    std::int64_t sum = 0;
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        sum += std::abs(static_cast<int>(static_cast<signed char>(line[i])));
    }
    return sum;
}

} // namespace

PngFilter::PngFilter(std::ptrdiff_t pixelBytes, std::ptrdiff_t lineBytes, int linesAChoice)
    : m_pixelBytes(pixelBytes)
    , m_lineBytes(lineBytes)
    , m_linesAChoice(linesAChoice)
    , m_line(static_cast<std::size_t>(pixelBytes + lineBytes))
    , m_above(m_line.size())
    , m_out(static_cast<std::size_t>(lineBytes + 1))
    , m_trial(m_out.size())
{
}

unsigned char *PngFilter::nextLine()
{
    std::swap(m_line, m_above);
    return m_line.data() + m_pixelBytes;
}

std::span<const unsigned char> PngFilter::filtered()
{
    if (m_linesLeft == 0) {
        m_filter = bestFilter();
        m_linesLeft = m_isFirst ? 1 : m_linesAChoice; // above the first there may be nothing to learn from
        m_isFirst = false;
    }
    --m_linesLeft;
    subtract(m_filter, m_out);
    return m_out;
}

void PngFilter::subtract(int filter, Bytes &out) const
{
    const unsigned char *line = m_line.data() + m_pixelBytes;
    const unsigned char *above = m_above.data() + m_pixelBytes;
    out.front() = static_cast<unsigned char>(filter);
    const auto by = [&](auto predict) {
        subtractFrom(line, above, out.data() + 1, m_lineBytes, m_pixelBytes, predict);
    };
    switch (filter) {
    case Sub:
        return by([](int left, int, int) { return left; });
    case Up:
        return by([](int, int up, int) { return up; });
    case Average:
        return by([](int left, int up, int) { return (left + up) / 2; });
    case Paeth:
        return by(paeth);
    default:
        return by([](int, int, int) { return 0; });
    }
}

int PngFilter::bestFilter()
{
    int best = None;
    std::int64_t least = INT64_MAX;
    for (int filter = None; filter < Count; ++filter) {
        subtract(filter, m_trial);
        const std::int64_t weight = weightOf(m_trial.data() + 1, m_lineBytes);
        if (weight < least) {
            least = weight;
            best = filter;
        }
    }
    return best;
}

} // namespace lightwell::codecs
