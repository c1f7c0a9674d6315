// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QGradient>
#include <QList>

#include <utility>

namespace lightwell::sketchbook {

/// Lightness 0 to 1, chroma 0 to about 0.35, hue in degrees: OKLCh, in which equal steps look equal. All mixing is done
/// there (or in linear light), because sRGB averages turn muddy.
struct Lch
{
    double lightness = 0;
    double chroma = 0;
    double hue = 0;
};

[[nodiscard]] Lch toLch(const QColor &colour);
[[nodiscard]] QColor fromLch(const Lch &lch, double alpha = 1); ///< chroma is reduced until the colour exists

[[nodiscard]] QColor mix(const QColor &a, const QColor &b, double t); ///< perceptual; alpha is mixed as well
[[nodiscard]] QColor multiply(const QColor &surface, const QColor &light, double exposure); ///< in linear light
[[nodiscard]] QColor withAlpha(QColor colour, double alpha);
[[nodiscard]] QColor lighter(const QColor &colour, double by); ///< adds to the lightness; negative darkens
[[nodiscard]] QColor saturated(const QColor &colour, double factor);
[[nodiscard]] QColor turned(const QColor &colour, double degrees); ///< another hue
[[nodiscard]] QColor rgb(quint32 hex); ///< 0xRRGGBB

using Stops = QList<std::pair<double, QColor>>;
/// Fills in steps between the stops, so that the gradient passes through clean colours.
void setStops(QGradient &gradient, const Stops &stops);

} // namespace lightwell::sketchbook
