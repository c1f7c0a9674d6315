// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/compression.h"

#include <QtMath>

#include <array>
#include <jxl/encode.h>
#include <span>

namespace lightwell {

namespace {

struct Anchor
{
    double compression;
    double quality;
};

// Measured on the pictures of tests/support/testpictures.h in two sizes and on a photograph: at each anchor all four
// codecs come to the same mean SSIM, which is that of libjpeg's quality of about the same number. Checked again
// with libwebp 1.5 and libavif 1.2: the first three curves hold.
constexpr std::array jpegCurve {Anchor {0, 10.9},  Anchor {10, 18},   Anchor {25, 30.5}, Anchor {40, 46.7},
                                Anchor {50, 56},   Anchor {60, 65},   Anchor {75, 78.2}, Anchor {85, 86.1},
                                Anchor {90, 90.1}, Anchor {95, 94.1}, Anchor {100, 97.5}};
constexpr std::array webpCurve {Anchor {0, 2.4},   Anchor {10, 7.7},  Anchor {25, 20.2}, Anchor {40, 37.4},
                                Anchor {50, 47.7}, Anchor {60, 61.5}, Anchor {75, 79.3}, Anchor {85, 85.5},
                                Anchor {90, 89.2}, Anchor {95, 93.3}, Anchor {100, 100}};
// At libavif's speed 7; moved from that of speed 8 by what the same similarity takes (libavif 0.11.1, up to 90).
constexpr std::array avifCurve {Anchor {0, 53.7},  Anchor {10, 47.9}, Anchor {25, 42.6}, Anchor {40, 37.4},
                                Anchor {50, 34.9}, Anchor {60, 31.8}, Anchor {75, 24.4}, Anchor {85, 16.8},
                                Anchor {90, 13.6}, Anchor {95, 9.3},  Anchor {100, 3.2}};
// libheif's quality for x265: measured with libheif 1.15.1 and x265 3.5, to the same SSIM as JPEG's at each anchor.
constexpr std::array heifCurve {Anchor {0, 7.3},   Anchor {10, 13.2}, Anchor {25, 20.7}, Anchor {40, 26.1},
                                Anchor {50, 29.5}, Anchor {60, 32.8}, Anchor {75, 40.3}, Anchor {85, 46.4},
                                Anchor {90, 51},   Anchor {95, 55.5}, Anchor {100, 67.9}};
// Measured with libjxl 0.7.0. The encoder of 0.11 spends its bits differently: from a distance of 4 on (numbers below
// 50) the same distance looks clearly worse than it did, from 2 down a little better. Measured with 0.11.2; versions in
// between were not, and are taken for newer ones.
constexpr std::array jxlCurve07 {Anchor {0, 13.01}, Anchor {10, 9.42}, Anchor {25, 6.76}, Anchor {40, 4.78},
                                 Anchor {50, 3.98}, Anchor {60, 3.38}, Anchor {75, 2.12}, Anchor {85, 1.34},
                                 Anchor {90, 1.02}, Anchor {95, 0.71}, Anchor {100, 0.31}};
constexpr std::array jxlCurve11 {Anchor {0, 11.3},  Anchor {10, 8.2},  Anchor {25, 5.75}, Anchor {40, 4.15},
                                 Anchor {50, 3.8},  Anchor {60, 3.15}, Anchor {75, 2.24}, Anchor {85, 1.5},
                                 Anchor {90, 1.12}, Anchor {95, 0.79}, Anchor {100, 0.35}};

/// Asked at run time: the library may be newer than the one built against.
std::span<const Anchor> jxlCurve()
{
    static const bool isOld = JxlEncoderVersion() < 8'000; // 0.8.0: major * 1,000,000 + minor * 1,000 + patch
    return isOld ? jxlCurve07 : jxlCurve11;
}

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
        return interpolate(jxlCurve(), wish);
    case ImageFormat::Heif:
        return interpolate(heifCurve, wish);
    default:
        return 0;
    }
}

} // namespace lightwell
