// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/preview.h"

#include "core/media/codec.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lightwell::mcp {

namespace {

constexpr int longestSide = 1024;
constexpr int shortestSide = 128; ///< smaller, nobody sees anything
constexpr std::array qualities {82, 55};
constexpr double maxOfSide = 0.85; ///< that is kept where there were too many bytes

bool showsThrough(const QImage &image)
{
    if (!image.hasAlphaChannel()) {
        return false;
    }
    const QImage pixels = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < pixels.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(pixels.constScanLine(y));
        if (std::any_of(line, line + pixels.width(), [](QRgb pixel) { return qAlpha(pixel) < 255; })) {
            return true;
        }
    }
    return false;
}

} // namespace

Preview previewOf(const QByteArray &picture, qsizetype most)
{
    const Result<QImage> whole = decodeImage(picture);
    if (!whole || most <= 0) {
        return {};
    }
    const int side = std::min(longestSide, std::max(whole->width(), whole->height()));
    const QImage image = whole->scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    EncodeOptions options;
    options.format = showsThrough(image) && canEncode(ImageFormat::Webp) ? ImageFormat::Webp : ImageFormat::Jpeg;
    for (int edge = side; edge >= shortestSide || edge == side;) {
        const QImage smaller =
            edge == side ? image : image.scaled(edge, edge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        qsizetype least = 0;
        for (const int quality : qualities) {
            options.compression = quality;
            const Result<QByteArray> bytes = encodeImage(smaller, options);
            if (bytes && bytes->size() <= most) {
                return {*bytes, options.format};
            }
            least = bytes ? bytes->size() : 0;
        }
        if (least == 0) {
            break;
        }
        // About as many pixels as there are bytes for them, and always fewer.
        const double share = std::min(maxOfSide, std::sqrt(double(most) / double(least)));
        edge = int(edge * share);
    }
    return {};
}

} // namespace lightwell::mcp
