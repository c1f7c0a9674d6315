// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/subjects/subjects.h"

#include <cmath>

namespace lightwell::sketchbook {

namespace {

/// The soft light of a window on something smooth.
void shine(Figure &f, const QPainterPath &path, double strength)
{
    const QRectF r = path.boundingRect();
    const double side = f.canvas().sunSide(f.pose().foot.x()) * (f.pose().mirrored ? -1 : 1);
    QLinearGradient gradient(side < 0 ? r.left() : r.right(), 0, side < 0 ? r.right() : r.left(), 0);
    const QColor light = f.canvas().light().disc;
    const QColor dark = f.canvas().light().shade;
    gradient.setStops({{0, withAlpha(dark, 0.12)},
                       {0.16, withAlpha(light, 0)},
                       {0.27, withAlpha(light, strength)},
                       {0.36, withAlpha(light, 0)},
                       {0.6, withAlpha(dark, 0.08)},
                       {0.92, withAlpha(dark, 0.42)},
                       {1, withAlpha(light, strength * 0.2)}});
    f.canvas().fill(path, gradient);
}

} // namespace

void drawKettle(Figure &f)
{
    const QColor metal = f.main(0xc79a45);
    f.shadow(0.75, 0.5);
    QPainterPath handle = flow({{-0.3, -0.56}, {-0.32, -0.88}, {0, -1.02}, {0.32, -0.88}, {0.3, -0.56}});
    f.canvas().stroke(handle, f.tone(rgb(0x3a2c26)), 0.055);
    f.canvas().stroke(handle.translated(-0.01, -0.012), f.tone(rgb(0x7a5a44)), 0.014);
    QPainterPath spout;
    spout.moveTo(0.3, -0.2);
    spout.cubicTo(0.55, -0.24, 0.5, -0.5, 0.7, -0.66);
    spout.lineTo(0.62, -0.7);
    spout.cubicTo(0.44, -0.6, 0.42, -0.5, 0.28, -0.48);
    spout.closeSubpath();
    f.shape(spout, lighter(metal, -0.03));
    QPainterPath body;
    body.moveTo(-0.36, 0.0);
    body.cubicTo(-0.56, -0.18, -0.46, -0.58, -0.14, -0.64);
    body.lineTo(0.14, -0.64);
    body.cubicTo(0.46, -0.58, 0.56, -0.18, 0.36, 0.0);
    body.quadTo(0, 0.05, -0.36, 0.0);
    f.shape(body, metal);
    shine(f, body, 0.75);
    QPainterPath lid;
    lid.moveTo(-0.19, -0.63);
    lid.quadTo(0, -0.78, 0.19, -0.63);
    lid.quadTo(0, -0.59, -0.19, -0.63);
    f.shape(lid, lighter(metal, 0.03));
    f.oval(0, -0.75, 0.045, 0.045, rgb(0x3a2c26));
    f.line({{-0.43, -0.22}, {0, -0.17}, {0.43, -0.22}}, lighter(metal, -0.12), 0.008);
    for (int i = 0; i < 4; ++i) {
        const double t = i / 4.0;
        f.flatOval(0.76 + t * 0.1 + 0.03 * std::sin(t * 9), -0.78 - t * 0.3, 0.05 + t * 0.05, 0.06 + t * 0.04,
                   withAlpha(f.canvas().light().disc, 0.16 * (1 - t)));
    }
}

void drawCup(Figure &f)
{
    const QColor clay = f.main(0xf2ece0);
    f.shadow(0.8, 0.45);
    f.oval(0, -0.03, 0.62, 0.075, lighter(clay, -0.04));
    QPainterPath ear;
    ear.addEllipse(QPointF(0.42, -0.46), 0.19, 0.2);
    f.canvas().stroke(ear, f.tone(lighter(clay, -0.05)), 0.07);
    QPainterPath body;
    body.moveTo(-0.42, -0.82);
    body.cubicTo(-0.42, -0.3, -0.32, -0.05, -0.2, -0.03);
    body.lineTo(0.2, -0.03);
    body.cubicTo(0.32, -0.05, 0.42, -0.3, 0.42, -0.82);
    body.closeSubpath();
    f.shape(body, clay);
    shine(f, body, 0.5);
    f.oval(0, -0.82, 0.42, 0.085, lighter(clay, 0.03));
    f.oval(0, -0.815, 0.37, 0.066, rgb(0x4a2c1e));
    f.oval(-0.08, -0.82, 0.2, 0.03, rgb(0x7d4f33));
    for (int i = 0; i < 3; ++i) {
        const double x = (i - 1) * 0.17;
        f.canvas().stroke(flow({{x, -0.92}, {x + 0.06, -1.04}, {x - 0.05, -1.2}, {x + 0.05, -1.36}, {x, -1.5}}),
                          withAlpha(f.canvas().light().disc, 0.22), 0.03);
    }
}

void drawApple(Figure &f)
{
    const QColor skin = f.main(0xc63a2e);
    f.shadow(0.6, 0.45);
    const QPainterPath body = blob({{0, -0.8},
                                    {-0.2, -0.88},
                                    {-0.43, -0.72},
                                    {-0.46, -0.42},
                                    {-0.28, -0.06},
                                    {-0.1, 0.0},
                                    {0, -0.03},
                                    {0.1, 0.0},
                                    {0.28, -0.06},
                                    {0.46, -0.42},
                                    {0.43, -0.72},
                                    {0.2, -0.88}});
    f.shape(body, skin);
    shine(f, body, 0.45);
    f.line({{0, -0.78}, {0.02, -0.92}, {0.07, -1.02}}, rgb(0x5a4032), 0.035);
    f.soft({{0.05, -0.92}, {0.2, -1.06}, {0.38, -1.0}, {0.24, -0.88}}, rgb(0x5c9052));
}

void drawVase(Figure &f)
{
    const QColor clay = f.main(0x3f6f8c);
    f.shadow(0.5, 0.5);
    Dice &dice = f.dice();
    for (int i = 0; i < 5; ++i) {
        const double x = (i - 2) * 0.13;
        const double y = -1.05 - dice.unit() * 0.25;
        f.line({{x * 0.25, -0.7}, {x * 0.7, -0.9}, {x, y}}, rgb(0x5c7f4a), 0.014);
        for (int k = 0; k < 6; ++k) {
            const double a = k * M_PI / 3;
            f.oval(x + std::cos(a) * 0.05, y + std::sin(a) * 0.045, 0.036, 0.034,
                   rgb(i % 2 == 0 ? 0xf0b8a0 : 0xf4e3c6));
        }
        f.oval(x, y, 0.028, 0.026, rgb(0xd99a3a));
    }
    QPainterPath body;
    body.moveTo(-0.13, 0.0);
    body.cubicTo(-0.34, -0.12, -0.34, -0.46, -0.1, -0.58);
    body.quadTo(-0.06, -0.66, -0.11, -0.74);
    body.lineTo(0.11, -0.74);
    body.quadTo(0.06, -0.66, 0.1, -0.58);
    body.cubicTo(0.34, -0.46, 0.34, -0.12, 0.13, 0.0);
    body.closeSubpath();
    f.shape(body, clay);
    shine(f, body, 0.55);
    f.line({{-0.265, -0.3}, {0, -0.27}, {0.265, -0.3}}, lighter(clay, 0.16), 0.012);
    f.line({{-0.255, -0.24}, {0, -0.21}, {0.255, -0.24}}, lighter(clay, 0.16), 0.006);
}

} // namespace lightwell::sketchbook
