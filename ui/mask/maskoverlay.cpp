// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/maskoverlay.h"

#include <QPainter>

#include <array>
#include <cmath>

namespace lightwell {

namespace {

constexpr int middle = 128;
constexpr int hatchStep = 8; ///< points
constexpr double tintStrength = 0.6;
constexpr double lineStrength = 0.85;

/// Premultiplied, for each strength of painting.
std::array<QRgb, 256> shades(const QColor &colour, double strength)
{
    std::array<QRgb, 256> all {};
    for (size_t value = 0; value < all.size(); ++value) {
        QColor shade = colour;
        shade.setAlphaF(static_cast<float>(strength * double(value) / 255));
        all.at(value) = qPremultiply(shade.rgba());
    }
    return all;
}

bool isEdge(const QImage &painted, int x, int y)
{
    if (painted.constScanLine(y)[x] < middle) {
        return false;
    }
    for (int by = 1; by <= overlayBeyond; ++by) {
        const uchar *line = painted.constScanLine(y);
        if (line[x - by] < middle || line[x + by] < middle || painted.constScanLine(y - by)[x] < middle
            || painted.constScanLine(y + by)[x] < middle) {
            return true;
        }
    }
    return false;
}

} // namespace

QImage maskOverlay(const QImage &painted, QPoint at, const Tokens &tokens, double pixelRatio)
{
    const QSize size = painted.size() - QSize(2 * overlayBeyond, 2 * overlayBeyond);
    if (size.isEmpty()) {
        return {};
    }
    QImage overlay(size, QImage::Format_ARGB32_Premultiplied);
    const std::array<QRgb, 256> tint = shades(tokens.accent, tintStrength);
    const std::array<QRgb, 256> lines = shades(mixed(tokens.accent, QColor(Qt::black), 0.6), lineStrength);
    const QRgb edge = tokens.surface.rgb();
    const auto step = static_cast<int>(std::lround(hatchStep * pixelRatio));
    const auto width = static_cast<int>(std::lround(2 * pixelRatio));
    for (int y = 0; y < size.height(); ++y) {
        auto *to = reinterpret_cast<QRgb *>(overlay.scanLine(y));
        const uchar *from = painted.constScanLine(y + overlayBeyond) + overlayBeyond;
        for (int x = 0; x < size.width(); ++x) {
            const int along = (at.x() + x + at.y() + y) % step;
            const bool isLine = (along < 0 ? along + step : along) < width;
            to[x] = from[x] == 0                                        ? 0
                : isEdge(painted, x + overlayBeyond, y + overlayBeyond) ? edge
                : isLine                                                ? lines.at(from[x])
                                                                        : tint.at(from[x]);
        }
    }
    return overlay;
}

QPixmap hatch(const QColor &colour, double pixelRatio)
{
    const auto side = static_cast<int>(std::lround(hatchStep * pixelRatio));
    QPixmap tile(side, side);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, pixelRatio));
    for (const int by : {-side, 0, side}) { // its ends lie in the neighbours
        painter.drawLine(QPointF(by - 1, side + 1), QPointF(by + side + 1, -1));
    }
    painter.end();
    tile.setDevicePixelRatio(pixelRatio);
    return tile;
}

} // namespace lightwell
