// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/art/colour.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lightwell::sketchbook {

namespace {

struct Triple
{
    double a = 0;
    double b = 0;
    double c = 0;
};

const std::array<double, 256> &linearTable()
{
    static const std::array<double, 256> table = [] {
        std::array<double, 256> values {};
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double v = double(i) / 255;
            values[i] = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        }
        return values;
    }();
    return table;
}

Triple toLinear(const QColor &colour)
{
    const QRgb rgba = colour.rgba();
    const auto &table = linearTable();
    return {table[std::size_t(qRed(rgba))], table[std::size_t(qGreen(rgba))], table[std::size_t(qBlue(rgba))]};
}

double encode(double v)
{
    v = std::clamp(v, 0.0, 1.0);
    return v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

QColor fromLinear(const Triple &t, double alpha)
{
    return QColor::fromRgbF(float(encode(t.a)), float(encode(t.b)), float(encode(t.c)),
                            float(std::clamp(alpha, 0.0, 1.0)));
}

Triple toLab(const Triple &rgb)
{
    const double l = std::cbrt(0.4122214708 * rgb.a + 0.5363325363 * rgb.b + 0.0514459929 * rgb.c);
    const double m = std::cbrt(0.2119034982 * rgb.a + 0.6806995451 * rgb.b + 0.1073969566 * rgb.c);
    const double s = std::cbrt(0.0883024619 * rgb.a + 0.2817188376 * rgb.b + 0.6299787005 * rgb.c);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

Triple fromLab(const Triple &lab)
{
    const auto cube = [](double v) { return v * v * v; };
    const double l = cube(lab.a + 0.3963377774 * lab.b + 0.2158037573 * lab.c);
    const double m = cube(lab.a - 0.1055613458 * lab.b - 0.0638541728 * lab.c);
    const double s = cube(lab.a - 0.0894841775 * lab.b - 1.2914855480 * lab.c);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

bool exists(const Triple &t)
{
    const auto inside = [](double v) { return v >= -0.002 && v <= 1.002; };
    return inside(t.a) && inside(t.b) && inside(t.c);
}

} // namespace

Lch toLch(const QColor &colour)
{
    const Triple lab = toLab(toLinear(colour));
    return {lab.a, std::hypot(lab.b, lab.c), std::atan2(lab.c, lab.b) * 180 / M_PI};
}

QColor fromLch(const Lch &lch, double alpha)
{
    const double radians = lch.hue * M_PI / 180;
    double chroma = std::max(0.0, lch.chroma);
    const double lightness = std::clamp(lch.lightness, 0.0, 1.0);
    Triple t = fromLab({lightness, chroma * std::cos(radians), chroma * std::sin(radians)});
    for (int i = 0; i < 24 && !exists(t); ++i) {
        chroma *= 0.9;
        t = fromLab({lightness, chroma * std::cos(radians), chroma * std::sin(radians)});
    }
    return fromLinear(t, alpha);
}

QColor mix(const QColor &a, const QColor &b, double t)
{
    t = std::clamp(t, 0.0, 1.0);
    const Triple x = toLab(toLinear(a));
    const Triple y = toLab(toLinear(b));
    const auto between = [t](double from, double to) { return from + (to - from) * t; };
    return fromLinear(fromLab({between(x.a, y.a), between(x.b, y.b), between(x.c, y.c)}),
                      between(double(a.alphaF()), double(b.alphaF())));
}

QColor multiply(const QColor &surface, const QColor &light, double exposure)
{
    const Triple s = toLinear(surface);
    const Triple l = toLinear(light);
    return fromLinear({s.a * l.a * exposure, s.b * l.b * exposure, s.c * l.c * exposure}, double(surface.alphaF()));
}

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(float(std::clamp(alpha, 0.0, 1.0)));
    return colour;
}

QColor lighter(const QColor &colour, double by)
{
    Lch lch = toLch(colour);
    lch.lightness += by;
    return fromLch(lch, double(colour.alphaF()));
}

QColor saturated(const QColor &colour, double factor)
{
    Lch lch = toLch(colour);
    lch.chroma *= factor;
    return fromLch(lch, double(colour.alphaF()));
}

QColor turned(const QColor &colour, double degrees)
{
    Lch lch = toLch(colour);
    lch.hue += degrees;
    return fromLch(lch, double(colour.alphaF()));
}

QColor rgb(quint32 hex)
{
    return QColor::fromRgb(0xff000000U | hex);
}

void setStops(QGradient &gradient, const Stops &stops)
{
    QGradientStops result;
    for (qsizetype i = 0; i + 1 < stops.size(); ++i) {
        const auto &[from, first] = stops.at(i);
        const auto &[to, second] = stops.at(i + 1);
        constexpr int steps = 5;
        for (int k = 0; k < steps; ++k) {
            const double t = double(k) / steps;
            result.append({std::clamp(from + (to - from) * t, 0.0, 1.0), mix(first, second, t)});
        }
    }
    if (!stops.isEmpty()) {
        result.append({std::clamp(stops.last().first, 0.0, 1.0), stops.last().second});
    }
    gradient.setStops(result);
}

} // namespace lightwell::sketchbook
