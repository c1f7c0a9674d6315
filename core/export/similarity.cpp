// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/similarity.h"

#include <QList>

#include <algorithm>
#include <array>
#include <cmath>

namespace lightwell {

namespace {

/// One channel, line by line.
struct Plane
{
    int width = 0;
    int height = 0;
    QList<float> values;

    [[nodiscard]] const float *line(int y) const { return values.constData() + static_cast<qsizetype>(y) * width; }
};

struct Planes
{
    Plane brightness;
    Plane blue;
    Plane red;
};

Plane emptyPlane(int width, int height)
{
    return {width, height, QList<float>(static_cast<qsizetype>(width) * height)};
}

/// ITU-R BT.601. What is transparent is seen on a grey `ground`. `pixels` in Format_ARGB32.
Planes planesOf(const QImage &pixels, float ground)
{
    Planes planes {emptyPlane(pixels.width(), pixels.height()), emptyPlane(pixels.width(), pixels.height()),
                   emptyPlane(pixels.width(), pixels.height())};
    qsizetype at = 0;
    for (int y = 0; y < pixels.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(pixels.constScanLine(y));
        for (int x = 0; x < pixels.width(); ++x, ++at) {
            const float cover = static_cast<float>(qAlpha(line[x])) / 255.0F;
            const float r = static_cast<float>(qRed(line[x])) * cover + ground * (1 - cover);
            const float g = static_cast<float>(qGreen(line[x])) * cover + ground * (1 - cover);
            const float b = static_cast<float>(qBlue(line[x])) * cover + ground * (1 - cover);
            const float light = 0.299F * r + 0.587F * g + 0.114F * b;
            planes.brightness.values[at] = light;
            planes.blue.values[at] = 128 + 0.564F * (b - light);
            planes.red.values[at] = 128 + 0.713F * (r - light);
        }
    }
    return planes;
}

bool isOpaque(const QImage &pixels)
{
    for (int y = 0; y < pixels.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(pixels.constScanLine(y));
        if (std::any_of(line, line + pixels.width(), [](QRgb pixel) { return qAlpha(pixel) != 255; })) {
            return false;
        }
    }
    return true;
}

/// Half as wide and high, each value the mean of four; the last line and column of an odd size count twice.
Plane halved(const Plane &plane)
{
    Plane half = emptyPlane((plane.width + 1) / 2, (plane.height + 1) / 2);
    for (int y = 0; y < half.height; ++y) {
        const float *upper = plane.line(2 * y);
        const float *lower = plane.line(std::min(2 * y + 1, plane.height - 1));
        for (int x = 0; x < half.width; ++x) {
            const int left = 2 * x;
            const int right = std::min(left + 1, plane.width - 1);
            half.values[static_cast<qsizetype>(y) * half.width + x] =
                (upper[left] + upper[right] + lower[left] + lower[right]) / 4;
        }
    }
    return half;
}

struct Likeness
{
    double light = 0; ///< of the means
    double structure = 0; ///< of contrast and structure
};

/// `half` is the difference of the means, in levels of 255, at which they are half alike. It is the same for dark and
/// bright ones: levels are spaced as the eye sees lightness. (The ratio of the paper takes two steps of black for
/// unlike, and white and a light grey for the same.)
Likeness ofWindow(const Plane &one, const Plane &other, int left, int top, int window, double half)
{
    double sumA = 0;
    double sumB = 0;
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (int y = top; y < top + window; ++y) {
        const float *a = one.line(y) + left;
        const float *b = other.line(y) + left;
        for (int x = 0; x < window; ++x) {
            sumA += a[x];
            sumB += b[x];
            squaresA += a[x] * a[x];
            squaresB += b[x] * b[x];
            products += a[x] * b[x];
        }
    }
    const double count = window * window;
    const double meanA = sumA / count;
    const double meanB = sumB / count;
    const double varianceA = squaresA / count - meanA * meanA;
    const double varianceB = squaresB / count - meanB * meanB;
    const double covariance = products / count - meanA * meanB;
    const double apart = (meanA - meanB) / half;
    constexpr double c2 = (0.03 * 255) * (0.03 * 255); // keeps flat windows from being divided by nothing
    return {1 / (1 + apart * apart), (2 * covariance + c2) / (varianceA + varianceB + c2)};
}

/// Where windows begin so that each of `length` points is in one: half a window apart, the last at the end.
QList<int> beginnings(int length, int window)
{
    const int step = std::max(1, window / 2);
    QList<int> places;
    for (int at = 0; at + window < length; at += step) {
        places.append(at);
    }
    places.append(length - window);
    return places;
}

Likeness likenessOf(const Plane &one, const Plane &other, double half)
{
    const int window = std::min({8, one.width, one.height});
    const QList<int> columns = beginnings(one.width, window);
    const QList<int> lines = beginnings(one.height, window);
    Likeness sum;
    for (const int y : lines) {
        for (const int x : columns) {
            const Likeness here = ofWindow(one, other, x, y, window, half);
            sum.light += here.light;
            sum.structure += here.structure;
        }
    }
    const double windows = double(lines.size()) * double(columns.size());
    return {sum.light / windows, sum.structure / windows};
}

/// How much the structure of each scale counts, from the finest.
using Weights = std::array<double, 5>;

/// The structure of all scales that there are, and the light of the last of them.
double ofScales(Plane one, Plane other, const Weights &weights, double half)
{
    double product = 1;
    for (std::size_t scale = 0;; ++scale) {
        const bool isLast = scale + 1 == weights.size() || std::min(one.width, one.height) < 2;
        if (isLast || weights[scale] > 0) {
            const Likeness likeness = likenessOf(one, other, half);
            product *= std::pow(std::max(0.0, likeness.structure), weights[scale]);
            if (isLast) {
                return product * likeness.light;
            }
        }
        one = halved(one);
        other = halved(other);
    }
}

/// Both in Format_ARGB32, on one ground.
double onGround(const QImage &one, const QImage &other, float ground)
{
    constexpr Weights ofBrightness {0.0448, 0.2856, 0.3001, 0.2363, 0.1333}; // as people judged in the paper
    constexpr Weights ofColour {0, 1, 0, 0, 0};
    constexpr double halfBrightness = 24; // two levels are not seen, five are
    constexpr double halfColour = 14; // three levels are not seen, eight are
    constexpr double shareOfColour = 0.1; // each of the two
    const Planes a = planesOf(one, ground);
    const Planes b = planesOf(other, ground);
    return (1 - 2 * shareOfColour) * ofScales(a.brightness, b.brightness, ofBrightness, halfBrightness)
        + shareOfColour * ofScales(a.blue, b.blue, ofColour, halfColour)
        + shareOfColour * ofScales(a.red, b.red, ofColour, halfColour);
}

} // namespace

double similarity(const QImage &one, const QImage &other)
{
    if (one.isNull() || one.size() != other.size()) {
        return 0;
    }
    constexpr float black = 0;
    constexpr float white = 255;
    const QImage a = one.convertToFormat(QImage::Format_ARGB32);
    const QImage b = other.convertToFormat(QImage::Format_ARGB32);
    const double onBlack = onGround(a, b, black);
    // What is transparent looks like its ground: only two of them tell it from any colour.
    return isOpaque(a) && isOpaque(b) ? onBlack : std::min(onBlack, onGround(a, b, white));
}

Difference differenceOf(double similarity)
{
    if (similarity >= noDifferenceFrom) {
        return Difference::None;
    }
    return similarity >= smallDifferenceFrom ? Difference::Small : Difference::Visible;
}

} // namespace lightwell
