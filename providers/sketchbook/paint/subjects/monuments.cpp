// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/subjects/subjects.h"

#include <cmath>

namespace lightwell::sketchbook {

namespace {

void tower(Figure &f, double x, double width, double height, const QColor &wall, const QColor &roof)
{
    f.box(x - width / 2, -height, width, height + 0.01, wall);
    f.box(x - width * 0.6, -height, width * 1.2, 0.035, lighter(wall, -0.05));
    f.poly({{x - width * 0.68, -height}, {x, -height - width * 1.7}, {x + width * 0.68, -height}}, roof);
    f.window(x - width * 0.1, -height * 0.82, width * 0.2, width * 0.42);
    f.line({{x, -height - width * 1.65}, {x, -height - width * 2.0}}, rgb(0x3b3f46), 0.008);
    f.poly({{x, -height - width * 2.0}, {x + width * 0.45, -height - width * 1.88}, {x, -height - width * 1.76}},
           rgb(0xc8402f));
}

} // namespace

void drawCastle(Figure &f)
{
    const QColor wall = f.main(0xb9ada0);
    const QColor roof = f.canvas().scene().wintry() ? rgb(0xe9eff6) : rgb(0x4f5d7c);
    tower(f, -0.2, 0.13, 0.56, lighter(wall, -0.05), roof);
    tower(f, 0.24, 0.12, 0.5, lighter(wall, -0.05), roof);
    tower(f, 0.04, 0.17, 0.62, lighter(wall, -0.02), roof);
    Points battlement {{-0.52, 0.01}, {-0.52, -0.3}};
    for (int i = 0; i < 13; ++i) {
        const double x = -0.52 + i * 0.08;
        const double y = i % 2 == 0 ? -0.3 : -0.265;
        battlement << QPointF(x, y) << QPointF(x + 0.08, y);
    }
    battlement << QPointF(0.52, 0.01);
    f.poly(battlement, wall);
    tower(f, -0.5, 0.15, 0.42, wall, roof);
    tower(f, 0.5, 0.15, 0.42, wall, roof);
    QPainterPath gate;
    gate.moveTo(-0.07, 0.01);
    gate.lineTo(-0.07, -0.13);
    gate.quadTo(0, -0.24, 0.07, -0.13);
    gate.lineTo(0.07, 0.01);
    f.shape(gate, rgb(0x3c2f2c));
    for (const double x : {-0.34, -0.22, 0.2, 0.32}) {
        f.window(x, -0.2, 0.025, 0.06);
    }
}

void drawBridge(Figure &f)
{
    const QColor steel = f.main(0xb8452f);
    const QColor dark = lighter(steel, -0.08);
    for (const double x : {-0.85, 0.85}) {
        f.box(x - 0.05, -0.98, 0.1, 1.06, steel);
        f.box(x - 0.075, -0.62, 0.15, 0.05, dark);
    }
    const auto cable = [](double x) {
        const double t = (x + 0.85) / 1.7;
        return t < 0 || t > 1 ? -0.95 + 0.62 * std::pow(t < 0 ? -t : t - 1, 0.8) : -0.95 + 0.66 * 4 * t * (1 - t);
    };
    Points line;
    for (int i = 0; i <= 60; ++i) {
        const double x = -2.3 + 4.6 * i / 60;
        const double y = std::min(cable(x), -0.24);
        line.append({x, y});
        if (i % 2 == 0) {
            f.line({{x, y}, {x, -0.22}}, dark, 0.008);
        }
    }
    f.line(line, steel, 0.026);
    f.box(-2.6, -0.24, 5.2, 0.06, steel);
}

void drawPyramid(Figure &f)
{
    const QColor stone = f.main(0xdcae6b);
    const double side = f.canvas().sunSide(f.pose().foot.x()) < 0 ? 1 : -1;
    f.poly({{-0.8, 0.01}, {0, -1}, {0.8, 0.01}}, stone);
    f.flat(polygon({{0.12 * side, 0.01}, {0, -1}, {0.8 * side, 0.01}}), withAlpha(f.canvas().light().shade, 0.42));
    for (int i = 1; i < 14; ++i) {
        const double y = -i / 14.0;
        const double half = 0.8 * (1 + y);
        f.line({{-half, y}, {half, y}}, withAlpha(lighter(stone, -0.12), 0.25), 0.004);
    }
}

void drawTemple(Figure &f)
{
    const QColor wall = f.main(0xb5402f);
    const QColor roof = f.canvas().scene().wintry() ? rgb(0xeaf0f6) : rgb(0x39424f);
    f.shadow(0.5, 0.3);
    f.box(-0.4, -0.05, 0.8, 0.06, rgb(0x97897b));
    double y = -0.05;
    double half = 0.26;
    for (int floor = 0; floor < 4; ++floor) {
        const double height = 0.12;
        f.box(-half, y - height, half * 2, height, floor % 2 == 0 ? wall : lighter(wall, -0.03));
        for (double x = -half * 0.7; x < half * 0.6; x += half * 0.5) {
            f.window(x, y - height * 0.75, half * 0.26, height * 0.5);
        }
        QPainterPath eaves;
        eaves.moveTo(-half * 1.65, y - height - 0.005);
        eaves.quadTo(-half * 0.95, y - height - 0.02, -half * 0.62, y - height - 0.09);
        eaves.lineTo(half * 0.62, y - height - 0.09);
        eaves.quadTo(half * 0.95, y - height - 0.02, half * 1.65, y - height - 0.005);
        eaves.quadTo(half, y - height + 0.03, 0, y - height + 0.03);
        eaves.quadTo(-half, y - height + 0.03, -half * 1.65, y - height - 0.005);
        f.shape(eaves, roof);
        y -= height + 0.075;
        half *= 0.82;
    }
    f.line({{0, y}, {0, y - 0.14}}, rgb(0xd9b04a), 0.016);
}

void drawTrain(Figure &f)
{
    const QColor paint = f.main(0x9e3a34);
    for (int i = 0; i < 5; ++i) {
        const double x = -2.3 + i * 0.98;
        QPainterPath car;
        car.addRoundedRect(QRectF(x, -0.92, 0.93, 0.74), i == 4 ? 0.2 : 0.06, 0.1);
        f.shape(car, i == 4 ? lighter(paint, -0.05) : paint);
        f.box(x, -0.5, 0.93, 0.05, rgb(0xefe3c8));
        for (int k = 0; k < 4; ++k) {
            f.window(x + 0.1 + k * 0.2, -0.8, 0.13, 0.2);
        }
        for (const double wheel : {0.2, 0.72}) {
            f.oval(x + wheel, -0.12, 0.11, 0.11, rgb(0x2a2b30));
        }
    }
    f.box(-2.6, -0.03, 5.3, 0.05, rgb(0x4b3d36));
    f.glow(2.6, -0.45, 1.2, rgb(0xffe2a0), f.night() ? 0.7 : 0.15);
}

} // namespace lightwell::sketchbook
