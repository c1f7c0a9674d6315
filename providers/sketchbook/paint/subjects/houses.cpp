// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/subjects/subjects.h"

#include <cmath>

namespace lightwell::sketchbook {

void drawLighthouse(Figure &f)
{
    const QColor white = f.main(0xf4efe4);
    const QColor red = f.pose().colour ? rgb(0xf4efe4) : rgb(0xc8402f);
    f.box(-0.21, -0.1, 0.42, 0.12, rgb(0x8d8377));
    const auto side = [](double y) { return 0.075 + 0.06 * (-y < 0.78 ? (0.78 + y) / 0.78 : 0.0); };
    f.poly({{-0.135, -0.02}, {-0.075, -0.78}, {0.075, -0.78}, {0.135, -0.02}}, white);
    for (const double y : {-0.26, -0.58}) {
        f.poly({{-side(y), y}, {-side(y - 0.13), y - 0.13}, {side(y - 0.13), y - 0.13}, {side(y), y}}, red);
    }
    f.box(-0.11, -0.8, 0.22, 0.03, rgb(0x3b3f46));
    f.box(-0.06, -0.9, 0.12, 0.1, f.night() ? rgb(0xffe7a8) : rgb(0xbfd2d8));
    f.poly({{-0.085, -0.9}, {0, -1.0}, {0.085, -0.9}}, red);
    f.box(-0.025, -0.1, 0.05, 0.09, rgb(0x4a3a33));
    for (const double y : {-0.36, -0.5, -0.68}) {
        f.window(-0.014, y, 0.028, 0.045);
    }
    // The house of the keeper leans on it.
    f.box(0.12, -0.15, 0.26, 0.15, rgb(0xe9e2d4));
    f.poly({{0.09, -0.15}, {0.16, -0.25}, {0.36, -0.25}, {0.41, -0.15}}, rgb(0x9d4a3a));
    f.window(0.2, -0.1, 0.04, 0.05);
    f.window(0.29, -0.1, 0.04, 0.05);
    if (f.night() || f.canvas().light().backlight > 0.4 || f.canvas().scene().weather == Weather::Fog) {
        for (const double direction : {-1.0, 1.0}) {
            const double reach = 2.6;
            QLinearGradient beam(0, 0, direction * reach, 0);
            beam.setStops({{0, withAlpha(rgb(0xfff0bf), 0.75)},
                           {0.25, withAlpha(rgb(0xfff0bf), 0.3)},
                           {1, withAlpha(rgb(0xfff0bf), 0)}});
            f.canvas().fill(polygon({{0, -0.875}, {direction * reach, -1.16}, {direction * reach, -0.72}, {0, -0.835}}),
                            beam);
        }
        f.glow(0, -0.855, 0.5, rgb(0xffdf9a), 0.9);
        f.flatOval(0, -0.855, 0.035, 0.035, rgb(0xfffbe8));
    }
}

void drawHouse(Figure &f)
{
    const QColor wall = f.main(0xeadfcb);
    static const QList<quint32> roofs = {0xa2493a, 0x7a4638, 0x59626e, 0xb4623f};
    const QColor roof = f.canvas().scene().wintry() ? rgb(0xf1f5fa) : rgb(f.dice().pick(roofs));
    f.shadow(0.8, 0.25);
    f.box(-0.42, -0.55, 0.84, 0.56, wall);
    f.poly({{-0.42, -0.55}, {-0.2, -0.9}, {0.02, -0.55}}, lighter(wall, -0.04));
    f.poly({{-0.5, -0.53}, {-0.22, -0.98}, {0.28, -0.98}, {0.5, -0.53}, {0.04, -0.53}, {-0.2, -0.92}}, roof);
    f.box(0.18, -1.08, 0.09, 0.2, rgb(0x8c5a48));
    f.window(-0.26, -0.42, 0.11, 0.15);
    f.window(0.1, -0.42, 0.1, 0.15);
    f.window(0.26, -0.42, 0.1, 0.15);
    f.box(-0.07, -0.32, 0.11, 0.32, rgb(0x6b4433));
}

void drawCabin(Figure &f)
{
    const QColor wood = f.main(0x7d5237);
    const QColor roof = f.canvas().scene().wintry() ? rgb(0xf3f7fb) : rgb(0x4d3a34);
    f.shadow(0.8, 0.3);
    f.poly({{-0.45, 0.01}, {-0.45, -0.42}, {0, -0.86}, {0.45, -0.42}, {0.45, 0.01}}, wood);
    for (int i = 1; i < 6; ++i) {
        f.line({{-0.44, -0.075 * i}, {0.44, -0.075 * i}}, lighter(wood, -0.09), 0.012);
    }
    f.box(0.2, -0.95, 0.1, 0.3, rgb(0x6e655f));
    f.poly({{-0.6, -0.34}, {0, -0.98}, {0.6, -0.34}, {0.53, -0.28}, {0, -0.83}, {-0.53, -0.28}}, roof);
    f.box(-0.09, -0.34, 0.18, 0.35, rgb(0x3e2a22));
    f.window(-0.34, -0.32, 0.16, 0.16);
    f.window(0.18, -0.32, 0.16, 0.16);
    for (int i = 0; i < 6; ++i) {
        const double t = i / 6.0;
        f.flatOval(0.25 + 0.14 * std::sin(t * 4) + t * 0.16, -1.02 - t * 0.6, 0.05 + t * 0.07, 0.045 + t * 0.05,
                   withAlpha(f.canvas().light().haze, 0.34 * (1 - t)));
    }
}

void drawChurch(Figure &f)
{
    const QColor wall = f.main(0xefe8da);
    const QColor roof = f.canvas().scene().wintry() ? rgb(0xf1f5fa) : rgb(0x5c5f6b);
    f.shadow(0.6, 0.25);
    f.box(-0.14, -0.34, 0.6, 0.35, wall);
    f.poly({{-0.16, -0.33}, {-0.06, -0.52}, {0.4, -0.52}, {0.5, -0.33}}, roof);
    f.box(-0.3, -0.62, 0.22, 0.63, lighter(wall, 0.02));
    f.poly({{-0.33, -0.61}, {-0.19, -0.95}, {-0.05, -0.61}}, roof);
    f.line({{-0.19, -0.94}, {-0.19, -1.03}}, rgb(0x3b3f46), 0.014);
    f.line({{-0.225, -1.0}, {-0.155, -1.0}}, rgb(0x3b3f46), 0.014);
    f.window(-0.225, -0.54, 0.07, 0.11);
    f.box(-0.235, -0.16, 0.09, 0.17, rgb(0x5a4032));
    for (const double x : {0.0, 0.14, 0.28}) {
        f.window(x, -0.26, 0.06, 0.14);
    }
}

void drawWindmill(Figure &f)
{
    f.shadow(0.5, 0.25);
    f.poly({{-0.2, 0.01}, {-0.11, -0.58}, {0.11, -0.58}, {0.2, 0.01}}, f.main(0xe9dfce));
    f.soft({{-0.14, -0.56}, {-0.09, -0.68}, {0, -0.73}, {0.09, -0.68}, {0.14, -0.56}, {0, -0.54}}, rgb(0x7d4a3a));
    f.box(-0.05, -0.15, 0.1, 0.16, rgb(0x5a4032));
    f.window(-0.03, -0.42, 0.06, 0.07);
    const double turn = f.dice().between(0.2, 1.2);
    for (int i = 0; i < 4; ++i) {
        const double a = turn + i * M_PI / 2;
        const QPointF along(std::cos(a), std::sin(a));
        const QPointF across(-along.y(), along.x());
        const QPointF hub(0, -0.62);
        f.line({hub, hub + along * 0.42}, rgb(0x4d3a34), 0.014);
        f.poly({hub + along * 0.1, hub + along * 0.42, hub + along * 0.42 + across * 0.085,
                hub + along * 0.1 + across * 0.07},
               rgb(0xf3ead8));
    }
    f.oval(0, -0.62, 0.025, 0.025, rgb(0x4d3a34));
}

} // namespace lightwell::sketchbook
