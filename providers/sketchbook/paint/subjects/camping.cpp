// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/subjects/subjects.h"

#include <cmath>

namespace lightwell::sketchbook {

void drawTent(Figure &f)
{
    const QColor cloth = f.main(0xe0803a);
    f.shadow(0.9, 0.3);
    f.poly({{-0.75, 0.02}, {-0.05, -1}, {0.15, -0.96}, {0.8, 0.02}}, lighter(cloth, -0.06));
    f.poly({{-0.75, 0.02}, {-0.05, -1}, {0.35, 0.02}}, cloth);
    const bool lit = f.night();
    f.flat(polygon({{-0.36, 0.02}, {-0.05, -0.78}, {0.06, 0.02}}), lit ? rgb(0xffd98a) : f.tone(rgb(0x5a3a2a)));
    if (lit) {
        f.glow(-0.1, -0.25, 1.5, rgb(0xffb35a), 0.7);
    }
}

void drawCampfire(Figure &f)
{
    f.glow(0, -0.4, 3.2, rgb(0xff8a3c), f.night() ? 0.75 : 0.3);
    f.line({{-0.42, -0.02}, {0.3, -0.16}}, rgb(0x4d3327), 0.1);
    f.line({{0.42, -0.02}, {-0.3, -0.16}}, rgb(0x5c3d2e), 0.1);
    const quint32 flames[] = {0xe8502a, 0xf79a34, 0xffdf7a};
    for (int i = 0; i < 3; ++i) {
        const double s = 1 - i * 0.3;
        f.flat(blob({{0, -0.08},
                     {-0.3 * s, -0.2},
                     {-0.24 * s, -0.5 * s - 0.08},
                     {-0.05 * s, -0.66 * s - 0.05},
                     {0.0, -0.98 * s},
                     {0.14 * s, -0.62 * s - 0.04},
                     {0.28 * s, -0.42 * s - 0.06},
                     {0.27 * s, -0.18}}),
               rgb(flames[i]));
    }
    for (int i = 0; i < 12; ++i) {
        f.flatOval(f.dice().bell() * 0.6, -1.0 - f.dice().unit() * 1.6, 0.018, 0.018, withAlpha(rgb(0xffc46a), 0.8));
    }
}

void drawLantern(Figure &f)
{
    f.shadow(0.2, 0.3);
    f.box(-0.018, -0.8, 0.036, 0.81, f.main(0x2c3038));
    f.poly({{-0.07, 0.01}, {-0.03, -0.1}, {0.03, -0.1}, {0.07, 0.01}}, f.main(0x2c3038));
    f.glow(0, -0.87, 0.85, rgb(0xffc06a), f.night() ? 0.9 : 0.35);
    f.flat(polygon({{-0.05, -0.8}, {-0.075, -0.94}, {0.075, -0.94}, {0.05, -0.8}}), rgb(0xffe3a0));
    f.line({{0, -0.8}, {0, -0.94}}, f.main(0x2c3038), 0.008);
    f.poly({{-0.095, -0.93}, {0, -1.0}, {0.095, -0.93}}, f.main(0x2c3038));
}

void drawUmbrella(Figure &f)
{
    const QColor cloth = f.main(0xd7332c);
    drawPerson(f);
    f.line({{0.14, -0.42}, {0.12, -1.05}}, rgb(0x2c3038), 0.016);
    QPainterPath top;
    top.moveTo(-0.38, -0.98);
    top.quadTo(-0.28, -1.34, 0.12, -1.38);
    top.quadTo(0.52, -1.34, 0.62, -0.98);
    for (int i = 0; i < 4; ++i) {
        top.quadTo(0.62 - 0.25 * i - 0.125, -1.07, 0.62 - 0.25 * (i + 1), -0.98);
    }
    f.shape(top, cloth);
}

void drawSnowman(Figure &f)
{
    const QColor snow = rgb(0xfafcff);
    f.shadow(0.5, 0.3);
    f.oval(0, -0.22, 0.27, 0.24, snow);
    f.line({{0.14, -0.52}, {0.42, -0.66}}, rgb(0x4d3327), 0.02);
    f.line({{-0.14, -0.52}, {-0.42, -0.62}}, rgb(0x4d3327), 0.02);
    f.oval(0, -0.54, 0.19, 0.17, snow);
    f.oval(0, -0.77, 0.14, 0.13, snow);
    f.box(-0.16, -0.885, 0.32, 0.025, rgb(0x24262c));
    f.box(-0.1, -1.03, 0.2, 0.15, rgb(0x24262c));
    f.box(-0.1, -0.92, 0.2, 0.035, f.main(0xc8402f));
    f.soft({{-0.13, -0.66}, {0, -0.62}, {0.13, -0.66}, {0.12, -0.6}, {0, -0.57}, {-0.12, -0.6}}, f.main(0xc8402f));
    f.poly({{0, -0.79}, {0.18, -0.755}, {0, -0.745}}, rgb(0xe8803a));
    for (const double x : {-0.05, 0.05}) {
        f.flatOval(x, -0.81, 0.014, 0.016, rgb(0x24262c));
    }
    for (const double y : {-0.6, -0.52, -0.44}) {
        f.flatOval(0, y, 0.014, 0.014, rgb(0x24262c));
    }
}

} // namespace lightwell::sketchbook
