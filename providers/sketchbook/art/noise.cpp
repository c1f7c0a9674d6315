// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/art/noise.h"

#include "providers/sketchbook/art/dice.h"

#include <cmath>

namespace lightwell::sketchbook {

namespace {

double at(qint64 x, qint64 y, quint64 seed)
{
    const quint64 key =
        static_cast<quint64>(x) * 0x9e3779b97f4a7c15ULL ^ static_cast<quint64>(y) * 0xc2b2ae3d27d4eb4fULL;
    return static_cast<double>(Dice::mix(key ^ Dice::mix(seed)) >> 11) * 0x1.0p-53;
}

double ease(double t)
{
    return t * t * t * (t * (t * 6 - 15) + 10);
}

} // namespace

double noise(double x, quint64 seed)
{
    return noise(x, 0, seed);
}

double noise(double x, double y, quint64 seed)
{
    const double fx = std::floor(x);
    const double fy = std::floor(y);
    const auto ix = static_cast<qint64>(fx);
    const auto iy = static_cast<qint64>(fy);
    const double u = ease(x - fx);
    const double v = ease(y - fy);
    const double top = at(ix, iy, seed) * (1 - u) + at(ix + 1, iy, seed) * u;
    const double bottom = at(ix, iy + 1, seed) * (1 - u) + at(ix + 1, iy + 1, seed) * u;
    return top * (1 - v) + bottom * v;
}

double layered(double x, quint64 seed, int octaves)
{
    return layered(x, 0, seed, octaves);
}

double layered(double x, double y, quint64 seed, int octaves)
{
    double sum = 0;
    double weight = 1;
    double total = 0;
    for (int i = 0; i < octaves; ++i) {
        sum += weight * noise(x, y, seed + static_cast<quint64>(i) * 101);
        total += weight;
        weight *= 0.5;
        x *= 2.03;
        y *= 2.03;
    }
    return sum / total;
}

double ridged(double x, quint64 seed, int octaves)
{
    double sum = 0;
    double weight = 1;
    double total = 0;
    for (int i = 0; i < octaves; ++i) {
        sum += weight * (1 - std::abs(2 * noise(x, seed + static_cast<quint64>(i) * 57) - 1));
        total += weight;
        weight *= 0.46;
        x *= 2.17;
    }
    return sum / total;
}

} // namespace lightwell::sketchbook
