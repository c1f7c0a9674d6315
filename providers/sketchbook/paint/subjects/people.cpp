// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/subjects/subjects.h"

#include <cmath>

namespace lightwell::sketchbook {

void drawPerson(Figure &f)
{
    const QColor coat = f.main(0x37506b);
    f.shadow(0.25, 0.35);
    f.poly({{-0.09, -0.36}, {-0.01, -0.36}, {-0.06, 0.0}, {-0.14, 0.0}}, rgb(0x2d2a33));
    f.poly({{0.0, -0.36}, {0.09, -0.36}, {0.13, 0.0}, {0.05, 0.0}}, rgb(0x35313b));
    f.soft({{-0.15, -0.3},
            {-0.14, -0.62},
            {-0.1, -0.78},
            {0, -0.81},
            {0.1, -0.78},
            {0.14, -0.62},
            {0.16, -0.3},
            {0, -0.27}},
           coat);
    f.soft({{-0.13, -0.74}, {-0.2, -0.52}, {-0.18, -0.38}, {-0.13, -0.4}, {-0.1, -0.6}}, lighter(coat, -0.04));
    f.soft({{0.13, -0.74}, {0.2, -0.54}, {0.17, -0.4}, {0.12, -0.42}, {0.1, -0.6}}, lighter(coat, -0.04));
    f.oval(0, -0.9, 0.075, 0.085, rgb(0xd9a582));
    f.soft({{-0.085, -0.88}, {-0.08, -0.98}, {0, -1.01}, {0.08, -0.98}, {0.085, -0.88}, {0, -0.93}}, rgb(0x3a2a25));
    f.soft({{-0.1, -0.8}, {0, -0.76}, {0.1, -0.8}, {0.08, -0.74}, {0, -0.72}, {-0.08, -0.74}}, rgb(0xc8402f));
}

void drawRobot(Figure &f)
{
    const QColor metal = f.main(0x8fa3ad);
    const QColor dark = lighter(metal, -0.2);
    f.shadow(0.35);
    for (const double s : {-1.0, 1.0}) {
        f.line({{s * 0.1, -0.25}, {s * 0.11, -0.04}}, dark, 0.07);
        f.box(s * 0.11 - 0.08, -0.05, 0.16, 0.055, metal);
        f.line({{s * 0.22, -0.52}, {s * 0.32, -0.4}, {s * 0.3, -0.24}}, dark, 0.055);
        f.oval(s * 0.3, -0.21, 0.045, 0.045, metal);
    }
    QPainterPath body;
    body.addRoundedRect(QRectF(-0.22, -0.6, 0.44, 0.38), 0.06, 0.06);
    f.shape(body, metal);
    QPainterPath plate;
    plate.addRoundedRect(QRectF(-0.13, -0.52, 0.26, 0.16), 0.03, 0.03);
    f.shape(plate, dark);
    const quint32 lamps[] = {0xff6b5a, 0xffc94a, 0x5fe0a0};
    for (int i = 0; i < 3; ++i) {
        f.glow(-0.07 + i * 0.07, -0.44, 0.1, rgb(lamps[i]), 0.5);
        f.flatOval(-0.07 + i * 0.07, -0.44, 0.018, 0.018, rgb(lamps[i]));
    }
    f.box(-0.05, -0.66, 0.1, 0.07, dark);
    QPainterPath head;
    head.addRoundedRect(QRectF(-0.19, -0.92, 0.38, 0.28), 0.08, 0.08);
    f.shape(head, lighter(metal, 0.04));
    QPainterPath visor;
    visor.addRoundedRect(QRectF(-0.15, -0.86, 0.3, 0.13), 0.06, 0.06);
    f.flat(visor, rgb(0x1c2630));
    for (const double x : {-0.07, 0.07}) {
        f.glow(x, -0.795, 0.13, rgb(0x62e6ff), 0.7);
        f.flatOval(x, -0.795, 0.034, 0.034, rgb(0xaef4ff));
    }
    f.line({{0, -0.92}, {0, -1.0}}, dark, 0.015);
    f.flatOval(0, -1.01, 0.024, 0.024, rgb(0xff6b5a));
}

void drawAstronaut(Figure &f)
{
    const QColor suit = f.main(0xf1f0ec);
    f.shadow(0.3);
    QPainterPath pack;
    pack.addRoundedRect(QRectF(-0.23, -0.72, 0.46, 0.4), 0.06, 0.06);
    f.shape(pack, rgb(0xa9adb5));
    for (const double s : {-1.0, 1.0}) {
        f.line({{s * 0.08, -0.32}, {s * 0.1, -0.06}}, suit, 0.12);
        f.oval(s * 0.11, -0.03, 0.09, 0.045, rgb(0x8b929b));
        f.line({{s * 0.17, -0.6}, {s * 0.28, -0.46}, {s * 0.26, -0.34}}, suit, 0.1);
        f.oval(s * 0.26, -0.31, 0.05, 0.05, rgb(0x8b929b));
    }
    f.soft({{-0.18, -0.3}, {-0.2, -0.55}, {-0.12, -0.7}, {0.12, -0.7}, {0.2, -0.55}, {0.18, -0.3}, {0, -0.25}}, suit);
    f.box(-0.08, -0.52, 0.16, 0.09, rgb(0x6b7680));
    f.flatOval(-0.04, -0.475, 0.014, 0.014, rgb(0xff6b5a));
    f.flatOval(0.01, -0.475, 0.014, 0.014, rgb(0x5fe0a0));
    f.oval(0, -0.83, 0.17, 0.165, suit);
    QPainterPath visor;
    visor.addEllipse(QPointF(0, -0.825), 0.125, 0.11);
    QLinearGradient glass(0, -0.94, 0, -0.72);
    setStops(glass, {{0, rgb(0x1d2748)}, {0.6, rgb(0xc77a3c)}, {1, rgb(0xffd28a)}});
    f.canvas().fill(visor, glass);
    f.flatOval(-0.05, -0.87, 0.03, 0.016, withAlpha(rgb(0xffffff), 0.8));
}

void drawCar(Figure &f)
{
    const QColor paint = f.main(0xc8402f);
    f.shadow(1.3, 0.45);
    QPainterPath cabin;
    cabin.moveTo(-0.62, -0.5);
    cabin.cubicTo(-0.5, -0.86, -0.36, -0.98, -0.1, -0.98);
    cabin.cubicTo(0.24, -0.98, 0.4, -0.8, 0.56, -0.52);
    cabin.closeSubpath();
    f.shape(cabin, lighter(paint, -0.02));
    f.poly({{-0.5, -0.54}, {-0.36, -0.86}, {-0.06, -0.88}, {-0.06, -0.54}}, rgb(0xa8c4cf));
    f.poly({{0.0, -0.54}, {0.0, -0.88}, {0.24, -0.84}, {0.44, -0.54}}, rgb(0xa8c4cf));
    f.soft({{-1.08, -0.22},
            {-1.06, -0.48},
            {-0.6, -0.56},
            {0.5, -0.56},
            {1.0, -0.46},
            {1.08, -0.24},
            {0.9, -0.14},
            {-0.9, -0.14}},
           paint);
    f.line({{-1.05, -0.32}, {1.06, -0.32}}, lighter(paint, 0.1), 0.02);
    for (const double x : {-0.62, 0.62}) {
        f.oval(x, -0.18, 0.2, 0.2, rgb(0x23242a));
        f.oval(x, -0.18, 0.1, 0.1, rgb(0xb9bec5));
    }
    f.glow(1.08, -0.38, f.night() ? 1.5 : 0.3, rgb(0xfff0c0), 0.7);
    f.flatOval(1.02, -0.38, 0.05, 0.045, rgb(0xfff6d6));
    f.flatOval(-1.04, -0.4, 0.035, 0.04, rgb(0xff4a3a));
}

void drawBicycle(Figure &f)
{
    const QColor frame = f.main(0x2f8f8c);
    const QColor rubber = rgb(0x2a2b30);
    f.shadow(0.8, 0.3);
    for (const double x : {-0.46, 0.46}) {
        QPainterPath wheel;
        wheel.addEllipse(QPointF(x, -0.3), 0.29, 0.29);
        f.canvas().stroke(wheel, f.tone(rubber), 0.028);
        for (int i = 0; i < 10; ++i) {
            const double a = i * M_PI / 5;
            f.line({{x, -0.3}, {x + std::cos(a) * 0.28, -0.3 + std::sin(a) * 0.28}}, rgb(0x9aa2aa), 0.004);
        }
    }
    f.canvas().stroke(polygon({{-0.46, -0.3}, {-0.18, -0.68}, {-0.06, -0.28}}), f.tone(frame), 0.032);
    f.canvas().stroke(polygon({{-0.18, -0.68}, {0.32, -0.68}, {-0.06, -0.28}}), f.tone(frame), 0.032);
    f.line({{0.46, -0.3}, {0.3, -0.82}}, frame, 0.032);
    f.line({{0.3, -0.84}, {0.42, -0.88}, {0.46, -0.8}}, rubber, 0.03);
    f.line({{-0.18, -0.66}, {-0.22, -0.8}}, rubber, 0.026);
    f.soft({{-0.34, -0.82}, {-0.22, -0.85}, {-0.1, -0.81}, {-0.2, -0.78}}, rubber);
}

} // namespace lightwell::sketchbook
