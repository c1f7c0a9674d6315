// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace lightwell::test {

/// Structural similarity of two pictures of equal size by their brightness (Wang et al., 2004): the mean over all
/// windows of 8×8 pixels, four pixels apart. 1 is equal; below 0.9 everybody sees the difference.
class Ssim
{
public:
    [[nodiscard]] static double of(const QImage &one, const QImage &other)
    {
        if (one.size() != other.size() || one.width() < window || one.height() < window) {
            return 0;
        }
        const QImage a = one.convertToFormat(QImage::Format_RGB32);
        const QImage b = other.convertToFormat(QImage::Format_RGB32);
        double sum = 0;
        int windows = 0;
        for (int y = 0; y + window <= a.height(); y += window / 2) {
            for (int x = 0; x + window <= a.width(); x += window / 2) {
                sum += ofWindow(a, b, x, y);
                ++windows;
            }
        }
        return sum / windows;
    }

private:
    static constexpr int window = 8;

    static double brightness(const QImage &image, int x, int y)
    {
        const QRgb pixel = reinterpret_cast<const QRgb *>(image.constScanLine(y))[x];
        return 0.299 * qRed(pixel) + 0.587 * qGreen(pixel) + 0.114 * qBlue(pixel);
    }

    static double ofWindow(const QImage &a, const QImage &b, int left, int top)
    {
        double sumA = 0;
        double sumB = 0;
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int y = top; y < top + window; ++y) {
            for (int x = left; x < left + window; ++x) {
                const double va = brightness(a, x, y);
                const double vb = brightness(b, x, y);
                sumA += va;
                sumB += vb;
                squaresA += va * va;
                squaresB += vb * vb;
                products += va * vb;
            }
        }
        constexpr double count = window * window;
        const double meanA = sumA / count;
        const double meanB = sumB / count;
        const double varianceA = squaresA / count - meanA * meanA;
        const double varianceB = squaresB / count - meanB * meanB;
        const double covariance = products / count - meanA * meanB;
        constexpr double c1 = (0.01 * 255) * (0.01 * 255);
        constexpr double c2 = (0.03 * 255) * (0.03 * 255);
        return (2 * meanA * meanB + c1) * (2 * covariance + c2)
            / ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2));
    }
};

} // namespace lightwell::test
