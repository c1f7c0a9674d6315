// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/subjects/subjects.h"

#include <cmath>

namespace lightwell::sketchbook {

void drawSailboat(Figure &f)
{
    const QColor sail = f.main(0xf7f1e3);
    f.line({{0.0, -0.08}, {0.01, -1.0}}, rgb(0x5a4032), 0.014);
    QPainterPath mainsail;
    mainsail.moveTo(0.025, -0.97);
    mainsail.quadTo(0.36, -0.5, 0.36, -0.2);
    mainsail.quadTo(0.2, -0.16, 0.025, -0.19);
    mainsail.closeSubpath();
    f.shape(mainsail, sail);
    QPainterPath jib;
    jib.moveTo(-0.015, -0.86);
    jib.quadTo(-0.12, -0.45, -0.31, -0.17);
    jib.quadTo(-0.15, -0.14, -0.015, -0.19);
    jib.closeSubpath();
    f.shape(jib, lighter(sail, -0.05));
    f.soft({{-0.38, -0.12}, {0, -0.1}, {0.4, -0.13}, {0.31, -0.01}, {0, 0.015}, {-0.25, 0.0}}, rgb(0x8c3b2f));
    f.line({{-0.37, -0.115}, {0, -0.095}, {0.39, -0.125}}, rgb(0xf1e6d0), 0.014);
}

void drawRowboat(Figure &f)
{
    f.line({{-0.1, -0.5}, {1.5, 0.1}}, rgb(0x8a6546), 0.05);
    f.soft({{-1.5, -0.72},
            {-0.6, -0.44},
            {0.6, -0.44},
            {1.5, -0.76},
            {1.05, -0.08},
            {0.3, 0.06},
            {-0.4, 0.06},
            {-1.1, -0.08}},
           f.main(0x8c5a3c));
    f.line({{-1.46, -0.66}, {-0.6, -0.4}, {0.6, -0.4}, {1.46, -0.7}}, rgb(0xead9bb), 0.05);
    f.box(-0.5, -0.42, 0.18, 0.08, rgb(0x5a3d2c));
}

void drawShip(Figure &f)
{
    const QColor hull = f.main(0x2f3d52);
    f.box(-0.62, -0.56, 1.05, 0.24, rgb(0xf2ece0));
    f.box(-0.45, -0.72, 0.7, 0.18, rgb(0xf7f2e8));
    f.box(-0.3, -0.98, 0.14, 0.28, rgb(0xb8402f));
    f.box(0.0, -0.98, 0.14, 0.28, rgb(0xb8402f));
    f.box(-0.3, -0.98, 0.14, 0.06, rgb(0x2a2b30));
    f.box(0.0, -0.98, 0.14, 0.06, rgb(0x2a2b30));
    f.poly({{-1.0, -0.34}, {1.08, -0.42}, {0.86, 0.02}, {-0.86, 0.02}}, hull);
    f.poly({{-0.9, -0.07}, {0.9, -0.07}, {0.86, 0.02}, {-0.86, 0.02}}, rgb(0x9c3a30));
    for (int i = 0; i < 9; ++i) {
        f.window(-0.55 + i * 0.1, -0.5, 0.05, 0.07);
    }
    for (int i = 0; i < 5; ++i) {
        const double t = i / 5.0;
        f.flatOval(-0.22 - t * 0.5, -1.06 - t * 0.22, 0.09 + t * 0.1, 0.05 + t * 0.06,
                   withAlpha(f.canvas().light().haze, 0.4 * (1 - t)));
    }
}

void drawWhale(Figure &f)
{
    const QColor skin = f.main(0x3f5f7a);
    QPainterPath back;
    back.moveTo(-0.95, 0.02);
    back.cubicTo(-0.75, -0.45, -0.2, -0.62, 0.3, -0.4);
    back.cubicTo(0.5, -0.3, 0.62, -0.12, 0.7, 0.02);
    back.closeSubpath();
    f.shape(back, skin);
    f.poly({{0.12, -0.46}, {0.3, -0.6}, {0.32, -0.36}}, lighter(skin, -0.04));
    QPainterPath tail;
    tail.moveTo(0.86, 0.02);
    tail.quadTo(0.9, -0.4, 1.0, -0.52);
    tail.quadTo(0.74, -0.62, 0.66, -0.84);
    tail.quadTo(0.92, -0.78, 1.04, -0.64);
    tail.quadTo(1.14, -0.8, 1.4, -0.86);
    tail.quadTo(1.34, -0.62, 1.1, -0.52);
    tail.quadTo(1.04, -0.3, 1.06, 0.02);
    tail.closeSubpath();
    f.shape(tail, skin);
    const QColor spray = withAlpha(mix(f.canvas().light().disc, f.canvas().light().haze, 0.4), 0.75);
    for (const double side : {-1.0, 1.0}) {
        QPainterPath jet;
        jet.moveTo(-0.5, -0.44);
        jet.quadTo(-0.5 + side * 0.02, -0.8, -0.5 + side * 0.2, -0.92);
        jet.quadTo(-0.5 + side * 0.28, -0.86, -0.5 + side * 0.26, -0.76);
        jet.quadTo(-0.5 + side * 0.1, -0.78, -0.49, -0.44);
        f.flat(jet, spray);
    }
    f.flatOval(-0.78, -0.1, 0.018, 0.018, rgb(0x10181f));
}

void drawFish(Figure &f)
{
    const QColor skin = f.main(0xe9803a);
    f.soft({{0.5, -0.5}, {0.86, -0.86}, {0.8, -0.5}, {0.86, -0.14}}, lighter(skin, -0.05));
    f.soft({{-0.2, -0.8}, {0.1, -1.02}, {0.3, -0.74}}, lighter(skin, -0.06));
    f.soft({{-0.1, -0.24}, {0.12, -0.02}, {0.22, -0.28}}, lighter(skin, -0.06));
    f.soft({{-0.78, -0.5}, {-0.45, -0.78}, {0.05, -0.82}, {0.55, -0.52}, {0.05, -0.2}, {-0.45, -0.24}}, skin);
    for (const double x : {-0.28, 0.06}) {
        f.soft({{x, -0.79}, {x + 0.12, -0.79}, {x + 0.15, -0.5}, {x + 0.12, -0.22}, {x, -0.22}, {x + 0.04, -0.5}},
               rgb(0xfbf4e6));
    }
    f.flatOval(-0.54, -0.57, 0.06, 0.06, f.tone(rgb(0xfdf8ec)));
    f.flatOval(-0.55, -0.57, 0.03, 0.035, rgb(0x10181f));
}

void drawGalleon(Figure &f)
{
    const QColor hull = f.main(0x5f3d2a);
    const QColor sail = f.pose().colour ? mix(*f.pose().colour, rgb(0xf3ead6), 0.3) : rgb(0xe9dcc0);
    const QColor mast = rgb(0x4a3325);
    f.line({{-0.44, -0.24}, {-0.8, -0.4}}, mast, 0.02);
    struct Mast
    {
        double x, top;
    };
    for (const Mast &m : {Mast {-0.28, -0.86}, Mast {0.06, -1.0}, Mast {0.36, -0.82}}) {
        f.line({{m.x, -0.18}, {m.x, m.top}}, mast, 0.018);
        const double room = -0.26 - m.top;
        for (int i = 0; i < 3; ++i) {
            const double y = m.top + 0.03 + room * (i == 0 ? 0 : i == 1 ? 0.25 : 0.56);
            const double high = room * (i == 0 ? 0.2 : i == 1 ? 0.28 : 0.36);
            const double half = 0.07 + 0.05 * i;
            QPainterPath cloth;
            cloth.moveTo(m.x - half, y);
            cloth.lineTo(m.x + half, y);
            cloth.quadTo(m.x + half + 0.05, y + high * 0.6, m.x + half * 1.12, y + high);
            cloth.quadTo(m.x, y + high * 0.86, m.x - half * 1.12, y + high);
            cloth.quadTo(m.x - half + 0.03, y + high * 0.6, m.x - half, y);
            f.shape(cloth, lighter(sail, -0.02 * i));
        }
    }
    f.poly({{-0.36, -0.56}, {-0.36, -0.28}, {-0.74, -0.36}}, lighter(sail, -0.06));
    f.line({{0.06, -1.0}, {0.06, -1.1}}, mast, 0.012);
    f.soft({{0.06, -1.1}, {0.14, -1.12}, {0.25, -1.08}, {0.24, -0.99}, {0.14, -1.02}, {0.06, -1.0}}, rgb(0x1c1b20));
    f.flatOval(0.145, -1.065, 0.022, 0.022, rgb(0xf3efe6));
    f.flatOval(0.145, -1.045, 0.012, 0.014, rgb(0xf3efe6));
    f.poly({{-0.52, -0.26},
            {-0.2, -0.19},
            {0.24, -0.19},
            {0.3, -0.3},
            {0.6, -0.36},
            {0.54, -0.08},
            {0.44, 0.02},
            {-0.32, 0.02},
            {-0.44, -0.08}},
           hull);
    f.poly({{-0.5, -0.22},
            {-0.2, -0.16},
            {0.24, -0.16},
            {0.31, -0.26},
            {0.59, -0.32},
            {0.585, -0.29},
            {0.32, -0.23},
            {0.25, -0.13},
            {-0.2, -0.13},
            {-0.49, -0.19}},
           rgb(0xc79a45));
    for (int i = 0; i < 5; ++i) {
        f.box(-0.26 + i * 0.12, -0.1, 0.045, 0.045, rgb(0x241a16));
    }
    for (const double x : {0.4, 0.48}) {
        f.window(x, -0.22, 0.04, 0.05);
    }
}

} // namespace lightwell::sketchbook
