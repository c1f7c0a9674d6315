// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/compression.h"

#include <QtMath>

#include <array>
#include <span>

namespace lightwell {

namespace {

struct Anchor
{
    double compression;
    double quality;
};

constexpr std::array jpegCurve {Anchor {0, 8},   Anchor {25, 30}, Anchor {50, 55}, Anchor {75, 78},
                                Anchor {85, 86}, Anchor {95, 95}, Anchor {100, 99}};
constexpr std::array webpCurve {Anchor {0, 8},   Anchor {25, 30}, Anchor {50, 55},  Anchor {75, 78},
                                Anchor {85, 88}, Anchor {95, 96}, Anchor {100, 100}};
constexpr std::array avifCurve {Anchor {0, 56},  Anchor {25, 44}, Anchor {50, 34}, Anchor {75, 23},
                                Anchor {85, 17}, Anchor {95, 8},  Anchor {100, 2}};
constexpr std::array jxlCurve {Anchor {0, 12},   Anchor {25, 6},   Anchor {50, 3.5}, Anchor {75, 2},
                               Anchor {85, 1.4}, Anchor {95, 0.6}, Anchor {100, 0.2}};

double interpolate(std::span<const Anchor> curve, double compression)
{
    for (std::size_t i = 1; i < curve.size(); ++i) {
        const Anchor &from = curve[i - 1];
        const Anchor &to = curve[i];
        if (compression <= to.compression) {
            const double part = (compression - from.compression) / (to.compression - from.compression);
            return from.quality + part * (to.quality - from.quality);
        }
    }
    return curve.back().quality;
}

} // namespace

double codecQuality(ImageFormat format, int compression)
{
    const double wish = qBound(0, compression, 100);
    switch (format) {
    case ImageFormat::Jpeg:
        return interpolate(jpegCurve, wish);
    case ImageFormat::Webp:
        return interpolate(webpCurve, wish);
    case ImageFormat::Avif:
        return interpolate(avifCurve, wish);
    case ImageFormat::Jxl:
        return interpolate(jxlCurve, wish);
    default:
        return 0;
    }
}

} // namespace lightwell
