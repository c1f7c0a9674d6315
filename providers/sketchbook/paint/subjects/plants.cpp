// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/land.h"
#include "providers/sketchbook/paint/subjects/subjects.h"

#include <cmath>

namespace lightwell::sketchbook {

void drawTree(Figure &f)
{
    const Scene &scene = f.canvas().scene();
    const bool bare = scene.wintry() && scene.season != Season::Autumn;
    const QColor bark = rgb(0x5a4032);
    f.shadow(0.5, 0.3);
    f.soft({{-0.075, 0.02}, {-0.035, -0.2}, {-0.03, -0.5}, {0.03, -0.5}, {0.035, -0.2}, {0.08, 0.02}}, bark);
    Dice &dice = f.dice();
    for (int i = 0; i < 9; ++i) {
        const double a = -M_PI / 2 + (i - 4) * 0.29 + dice.bell() * 0.12;
        const double length = dice.between(0.3, 0.46);
        const QPointF from(0, -0.32 - 0.02 * i);
        const QPointF to = from + QPointF(std::cos(a) * length, std::sin(a) * length);
        f.line({from, (from + to) / 2 + QPointF(dice.bell() * 0.03, -0.02), to}, bark, 0.02);
        for (int k = 0; bare && k < 4; ++k) {
            const QPointF twig = from + (to - from) * dice.between(0.5, 1.0);
            f.line({twig, twig + QPointF(dice.bell() * 0.15, -dice.between(0.05, 0.15))}, bark, 0.009);
        }
    }
    if (bare) {
        return;
    }
    const QColor leaf = f.pose().colour ? *f.pose().colour : leafColour(scene, dice);
    for (int pass = 0; pass < 3; ++pass) {
        for (int i = 0; i < 24; ++i) {
            const double a = dice.unit() * 2 * M_PI;
            const double r = std::sqrt(dice.unit()) * (0.36 - pass * 0.05);
            const QPointF at(std::cos(a) * r * 1.12, -0.66 + std::sin(a) * r * 0.85 - pass * 0.035);
            const double size = dice.between(0.06, 0.12) * (1 - pass * 0.2);
            f.oval(at.x(), at.y(), size * 1.1, size,
                   turned(lighter(leaf, (pass - 1) * 0.06 + dice.bell() * 0.03), dice.bell() * 12));
        }
    }
}

void drawPine(Figure &f)
{
    const bool snowy = f.canvas().scene().wintry();
    const QColor needle = f.main(0x2f5a48);
    f.box(-0.025, -0.12, 0.05, 0.14, rgb(0x4a372d));
    constexpr int tiers = 6;
    for (int i = 0; i < tiers; ++i) {
        const double y = -0.08 - i * 0.148;
        const double half = 0.21 * (1 - double(i) / (tiers + 0.6));
        Points tier {{0, y - 0.24}};
        for (int k = 0; k <= 6; ++k) {
            const double t = k / 6.0;
            tier.append({half * (1 - 2 * t), y + (k % 2 == 0 ? 0.02 : -0.022) - 0.02 * std::sin(t * M_PI)});
        }
        f.poly(tier, lighter(needle, 0.015 * i));
        if (snowy) {
            f.poly({{0, y - 0.235},
                    {half * 0.62, y - 0.05},
                    {half * 0.25, y - 0.075},
                    {0, y - 0.035},
                    {-half * 0.3, y - 0.08},
                    {-half * 0.66, y - 0.045}},
                   rgb(0xf1f6fb));
        }
    }
}

void drawPalm(Figure &f)
{
    f.line({{0, 0.02}, {0.03, -0.3}, {0.1, -0.6}, {0.2, -0.82}}, rgb(0x7a5a3f), 0.045);
    const QPointF crown(0.2, -0.83);
    for (int i = 0; i < 9; ++i) {
        const double a = -M_PI * (0.02 + 0.96 * i / 8.0);
        const QPointF tip = crown + QPointF(std::cos(a) * 0.4, std::sin(a) * 0.16 + 0.13 * std::abs(std::cos(a)));
        const QPointF lift(0, -0.12);
        QPainterPath leaf;
        leaf.moveTo(crown);
        leaf.quadTo((crown + tip) / 2 + lift, tip);
        leaf.quadTo((crown + tip) / 2 + lift * 0.2, crown);
        f.shape(leaf, i % 2 == 0 ? f.main(0x3f7d4c) : lighter(f.main(0x3f7d4c), -0.05));
    }
    for (const double x : {-0.03, 0.02, 0.05}) {
        f.oval(crown.x() + x, crown.y() + 0.03, 0.025, 0.028, rgb(0x6a4630));
    }
}

void drawCactus(Figure &f)
{
    const QColor skin = f.main(0x4f7f53);
    f.shadow(0.4, 0.3);
    f.line({{0, -0.36}, {-0.24, -0.38}, {-0.26, -0.46}, {-0.26, -0.66}}, skin, 0.11);
    f.line({{0, -0.26}, {0.23, -0.28}, {0.25, -0.36}, {0.25, -0.52}}, skin, 0.1);
    QPainterPath stem;
    stem.addRoundedRect(QRectF(-0.09, -0.98, 0.18, 1.0), 0.09, 0.09);
    f.shape(stem, skin);
    for (const double x : {-0.045, 0.0, 0.045}) {
        f.line({{x, -0.05}, {x, -0.92}}, lighter(skin, -0.07), 0.009);
    }
    f.oval(0, -0.99, 0.035, 0.03, rgb(0xe36a8c));
    f.oval(-0.26, -0.72, 0.028, 0.025, rgb(0xe36a8c));
}

void drawFlowers(Figure &f)
{
    static const QList<quint32> petals = {0xe2574c, 0xf0a53a, 0xf3d45a, 0xd977a8, 0x8f6fd0, 0xf4f0e4};
    Dice &dice = f.dice();
    for (int i = 0; i < 9; ++i) {
        const double x = (i - 4) * 0.11 + dice.bell() * 0.04;
        const double top = -dice.between(0.5, 0.98);
        const QPointF head(x * 1.25, top);
        f.line({{x * 0.55, 0.02}, {x * 0.9, top * 0.5}, head}, rgb(0x4f7f4a), 0.014);
        f.soft({{x * 0.75, top * 0.35}, {x + 0.09, top * 0.5}, {x + 0.13, top * 0.6}, {x + 0.04, top * 0.5}},
               rgb(0x5c9052));
        const QColor petal = f.pose().colour ? turned(*f.pose().colour, dice.bell() * 14) : rgb(dice.pick(petals));
        const double size = dice.between(0.055, 0.085);
        for (int k = 0; k < 7; ++k) {
            const double a = k * 2 * M_PI / 7;
            f.oval(head.x() + std::cos(a) * size, head.y() + std::sin(a) * size * 0.9, size * 0.62, size * 0.6, petal);
        }
        f.oval(head.x(), head.y(), size * 0.5, size * 0.48, rgb(0xe8b23c));
    }
}

void drawMushroom(Figure &f)
{
    const QColor cap = f.main(0xc8402f);
    f.shadow(0.5, 0.35);
    f.soft({{-0.13, 0.02}, {-0.1, -0.3}, {-0.08, -0.55}, {0.08, -0.55}, {0.1, -0.3}, {0.14, 0.02}}, rgb(0xf2e9d8));
    QPainterPath top;
    top.moveTo(-0.45, -0.5);
    top.cubicTo(-0.42, -0.85, -0.18, -1, 0, -1);
    top.cubicTo(0.18, -1, 0.42, -0.85, 0.45, -0.5);
    top.quadTo(0, -0.4, -0.45, -0.5);
    f.shape(top, cap);
    const double spots[][3] = {{-0.22, -0.7, 0.05},  {0.02, -0.86, 0.055}, {0.22, -0.68, 0.045},
                               {-0.04, -0.62, 0.04}, {0.33, -0.56, 0.025}, {-0.35, -0.56, 0.03}};
    for (const auto &spot : spots) {
        f.oval(spot[0], spot[1], spot[2] * 1.15, spot[2], rgb(0xfbf4e6));
    }
}

void drawSunflower(Figure &f)
{
    Dice &dice = f.dice();
    const double lean = dice.bell() * 0.06;
    const QColor petal = f.main(0xf3bf26);
    const QPointF head(lean, -0.8);
    f.line({{0, 0.02}, {-lean * 0.6, -0.4}, head}, rgb(0x55803f), 0.034);
    f.soft({{-0.01, -0.22}, {-0.16, -0.36}, {-0.3, -0.33}, {-0.2, -0.22}}, rgb(0x5c9048));
    f.soft({{0.01, -0.34}, {0.15, -0.48}, {0.28, -0.44}, {0.17, -0.33}}, rgb(0x669a4e));
    constexpr double r = 0.115;
    for (int ring = 0; ring < 2; ++ring) {
        const QColor tone = turned(lighter(petal, ring == 0 ? -0.05 : 0.03), dice.bell() * 5);
        for (int k = 0; k < 15; ++k) {
            const double a = (k + ring * 0.5) * 2 * M_PI / 15;
            const QPointF along(std::cos(a), std::sin(a));
            const QPointF across(-along.y(), along.x());
            const double tip = r * (ring == 0 ? 1.95 : 1.72);
            f.soft({head + along * r * 0.7 - across * r * 0.17, head + along * r * 1.3 - across * r * 0.22,
                    head + along * tip, head + along * r * 1.3 + across * r * 0.22,
                    head + along * r * 0.7 + across * r * 0.17},
                   tone);
        }
    }
    f.oval(head.x(), head.y(), r, r, rgb(0x5a3a22));
    f.oval(head.x(), head.y(), r * 0.62, r * 0.62, rgb(0x7a4f2a));
    f.oval(head.x(), head.y(), r * 0.28, r * 0.28, rgb(0x4a2f1c));
}

} // namespace lightwell::sketchbook
