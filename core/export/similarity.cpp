// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/similarity.h"

#include <QList>

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

/// ITU-R BT.601. What is transparent is seen on mid-grey, so that its outline counts.
Planes planesOf(const QImage &image)
{
    const QImage pixels = image.convertToFormat(QImage::Format_ARGB32);
    Planes planes {emptyPlane(pixels.width(), pixels.height()), emptyPlane(pixels.width(), pixels.height()),
                   emptyPlane(pixels.width(), pixels.height())};
    constexpr float ground = 128;
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

/// Half as wide and high, each value the mean of four.
Plane halved(const Plane &plane)
{
    Plane half = emptyPlane(plane.width / 2, plane.height / 2);
    for (int y = 0; y < half.height; ++y) {
        const float *upper = plane.line(2 * y);
        const float *lower = plane.line(2 * y + 1);
        for (int x = 0; x < half.width; ++x) {
            half.values[static_cast<qsizetype>(y) * half.width + x] =
                (upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1]) / 4;
        }
    }
    return half;
}

struct Likeness
{
    double light = 1; ///< of the means
    double structure = 1; ///< of contrast and structure
};

Likeness ofWindow(const Plane &one, const Plane &other, int left, int top, int window)
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
    constexpr double c1 = (0.01 * 255) * (0.01 * 255);
    constexpr double c2 = (0.03 * 255) * (0.03 * 255);
    return {(2 * meanA * meanB + c1) / (meanA * meanA + meanB * meanB + c1),
            (2 * covariance + c2) / (varianceA + varianceB + c2)};
}

Likeness likenessOf(const Plane &one, const Plane &other)
{
    const int window = std::min({8, one.width, one.height});
    const int step = std::max(1, window / 2);
    Likeness sum {0, 0};
    qint64 windows = 0;
    for (int y = 0; y + window <= one.height; y += step) {
        for (int x = 0; x + window <= one.width; x += step) {
            const Likeness here = ofWindow(one, other, x, y, window);
            sum.light += here.light;
            sum.structure += here.structure;
            ++windows;
        }
    }
    return windows > 0 ? Likeness {sum.light / double(windows), sum.structure / double(windows)} : Likeness();
}

double ofScales(Plane one, Plane other)
{
    // How much each scale counts, from the finest, as people judged in the paper.
    constexpr std::array weights {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};
    double product = 1;
    for (std::size_t scale = 0; scale < weights.size(); ++scale) {
        const Likeness likeness = likenessOf(one, other);
        const bool isLast = scale + 1 == weights.size() || std::min(one.width, one.height) < 16;
        product *= std::pow(std::max(0.0, likeness.structure), weights[scale]);
        if (isLast) {
            return product * likeness.light;
        }
        one = halved(one);
        other = halved(other);
    }
    return product;
}

double ofColour(const Plane &one, const Plane &other)
{
    const Likeness likeness = likenessOf(halved(one), halved(other));
    return likeness.light * likeness.structure;
}

} // namespace

double similarity(const QImage &one, const QImage &other)
{
    if (one.isNull() || one.size() != other.size()) {
        return 0;
    }
    const Planes a = planesOf(one);
    const Planes b = planesOf(other);
    const double brightness = ofScales(a.brightness, b.brightness);
    if (std::min(one.width(), one.height()) < 2) {
        return brightness;
    }
    constexpr double shareOfColour = 0.1; // each of the two
    return (1 - 2 * shareOfColour) * brightness + shareOfColour * (ofColour(a.blue, b.blue) + ofColour(a.red, b.red));
}

Difference differenceOf(double similarity)
{
    if (similarity >= noDifferenceFrom) {
        return Difference::None;
    }
    return similarity >= smallDifferenceFrom ? Difference::Small : Difference::Visible;
}

} // namespace lightwell
