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

/// How near to what is not painted, at most `beyond`; 0: farther.
int edgeAt(const QImage &painted, int x, int y, int beyond)
{
    const uchar *line = painted.constScanLine(y);
    if (line[x] < middle) {
        return 0;
    }
    for (int by = 1; by <= beyond; ++by) {
        if (line[x - by] < middle || line[x + by] < middle || painted.constScanLine(y - by)[x] < middle
            || painted.constScanLine(y + by)[x] < middle) {
            return by;
        }
    }
    return 0;
}

} // namespace

int overlayBeyond(double pixelRatio)
{
    return 2 * static_cast<int>(std::ceil(pixelRatio));
}

QImage maskOverlay(const QImage &painted, QPoint at, const MaskLook &look, const Tokens &tokens, double pixelRatio)
{
    const int beyond = overlayBeyond(pixelRatio);
    const QSize size = painted.size() - QSize(2 * beyond, 2 * beyond);
    if (size.isEmpty()) {
        return {};
    }
    QImage overlay(size, QImage::Format_ARGB32_Premultiplied);
    // The tint and its hatch are one of them light and one dark, in either theme.
    const std::array<QRgb, 256> tint = shades(colourOf(look.colour, tokens), tintOf(look.strength));
    const std::array<QRgb, 256> lines = shades(tokens.surface, lineStrength);
    const QRgb outer = tokens.surface.rgb();
    const QRgb inner = tokens.text.rgb();
    const auto step = static_cast<int>(std::lround(hatchStep * pixelRatio));
    const auto width = static_cast<int>(std::lround(2 * pixelRatio));
    for (int y = 0; y < size.height(); ++y) {
        auto *to = reinterpret_cast<QRgb *>(overlay.scanLine(y));
        const uchar *from = painted.constScanLine(y + beyond) + beyond;
        for (int x = 0; x < size.width(); ++x) {
            if (from[x] == 0) {
                to[x] = 0;
            } else if (const int edge = edgeAt(painted, x + beyond, y + beyond, beyond)) {
                to[x] = edge <= beyond / 2 ? outer : inner;
            } else {
                const int along = (at.x() + x + at.y() + y) % step;
                const bool isLine = (along < 0 ? along + step : along) < width;
                to[x] = isLine ? lines.at(from[x]) : tint.at(from[x]);
            }
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
