// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/subjects/subjects.h"

#include <cmath>

namespace lightwell::sketchbook {

void drawBalloon(Figure &f)
{
    const QColor cloth = f.main(0xd7332c);
    const QColor second = f.pose().colour ? lighter(cloth, 0.12) : rgb(0xf3d9a4);
    constexpr double cy = -0.62;
    const auto gore = [](double from, double to) {
        QPainterPath path;
        path.moveTo(from * 0.1, -0.2);
        path.cubicTo(from * 0.42, -0.38, from * 0.52, -0.95, 0, -1.0);
        path.cubicTo(to * 0.52, -0.95, to * 0.42, -0.38, to * 0.1, -0.2);
        path.closeSubpath();
        return path;
    };
    f.shape(gore(-1, 1), cloth);
    f.flat(gore(-0.62, -0.2), withAlpha(f.tone(second), 0.85));
    f.flat(gore(0.2, 0.62), withAlpha(f.tone(second), 0.85));
    const double side = f.canvas().sunSide(f.pose().foot.x()) * (f.pose().mirrored ? -1 : 1);
    QRadialGradient round(QPointF(side * 0.2, cy - 0.12), 0.62);
    const QColor shade = f.canvas().light().shade;
    round.setStops(
        {{0, withAlpha(f.canvas().light().disc, 0.3)}, {0.35, withAlpha(shade, 0)}, {1, withAlpha(shade, 0.6)}});
    f.canvas().fill(gore(-1, 1), round);
    for (const double x : {-0.085, -0.03, 0.03, 0.085}) {
        f.line({{x, -0.21}, {x * 0.7, -0.11}}, rgb(0x4d3a34), 0.006);
    }
    f.box(-0.068, -0.115, 0.136, 0.1, rgb(0x8a5f3c));
    f.box(-0.075, -0.12, 0.15, 0.02, rgb(0x5d3f2a));
    if (f.night() || f.canvas().light().backlight > 0.5) {
        f.glow(0, -0.3, 0.5, rgb(0xffb04a), 0.6);
    }
}

void drawBird(Figure &f)
{
    const double lift = f.dice().between(0.2, 0.8);
    QPainterPath path;
    path.moveTo(-1, -0.5 - lift * 0.5);
    path.quadTo(-0.45, -0.95 * lift - 0.2, 0, -0.32);
    path.quadTo(0.45, -0.95 * lift - 0.2, 1, -0.5 - lift * 0.4);
    path.quadTo(0.45, -0.62 * lift - 0.15, 0.1, -0.1);
    path.quadTo(0, 0.05, -0.1, -0.1);
    path.quadTo(-0.45, -0.62 * lift - 0.15, -1, -0.5 - lift * 0.5);
    f.flat(path,
           withAlpha(f.pose().colour ? f.tone(*f.pose().colour)
                                     : mix(f.canvas().light().shade, f.canvas().light().upper, 0.15),
                     0.92));
}

void drawAirplane(Figure &f)
{
    const QColor body = f.main(0xf2f0ea);
    f.soft({{-1.3, -0.4}, {-1.0, -0.54}, {0.9, -0.54}, {1.3, -0.38}, {0.9, -0.27}, {-0.9, -0.3}}, body);
    f.poly({{-1.28, -0.42}, {-1.36, -0.98}, {-1.14, -0.98}, {-0.86, -0.46}}, f.main(0xc8402f));
    f.poly({{0.26, -0.42}, {-0.32, 0.06}, {-0.56, 0.06}, {-0.16, -0.42}}, lighter(body, -0.06));
    f.poly({{0.2, -0.52}, {-0.2, -0.78}, {-0.36, -0.78}, {-0.12, -0.52}}, lighter(body, -0.1));
    for (int i = 0; i < 9; ++i) {
        f.window(-0.6 + i * 0.15, -0.47, 0.06, 0.06);
    }
    QLinearGradient trail(-1.3, 0, -7, 0);
    trail.setStops({{0, withAlpha(rgb(0xffffff), 0.4)}, {1, withAlpha(rgb(0xffffff), 0)}});
    f.canvas().fill(polygon({{-1.3, -0.44}, {-7, -0.5}, {-7, -0.28}, {-1.3, -0.36}}), trail);
}

void drawRocket(Figure &f)
{
    const QColor body = f.main(0xf3eee4);
    const QColor fin = f.pose().colour ? lighter(body, -0.15) : rgb(0xc8402f);
    f.glow(0, 0.12, 0.9, rgb(0xff9a3c), 0.8);
    f.flat(blob({{-0.1, -0.14}, {-0.13, 0.08}, {0, 0.5}, {0.13, 0.08}, {0.1, -0.14}}), rgb(0xff9a3c));
    f.flat(blob({{-0.06, -0.14}, {-0.07, 0.04}, {0, 0.28}, {0.07, 0.04}, {0.06, -0.14}}), rgb(0xffe9a0));
    f.poly({{-0.11, -0.42}, {-0.27, -0.14}, {-0.25, -0.04}, {-0.1, -0.16}}, fin);
    f.poly({{0.11, -0.42}, {0.27, -0.14}, {0.25, -0.04}, {0.1, -0.16}}, fin);
    QPainterPath hull;
    hull.moveTo(-0.1, -0.14);
    hull.cubicTo(-0.2, -0.5, -0.12, -0.85, 0, -1);
    hull.cubicTo(0.12, -0.85, 0.2, -0.5, 0.1, -0.14);
    hull.closeSubpath();
    f.shape(hull, body);
    QPainterPath nose;
    nose.moveTo(-0.095, -0.8);
    nose.quadTo(-0.06, -0.93, 0, -1);
    nose.quadTo(0.06, -0.93, 0.095, -0.8);
    nose.closeSubpath();
    f.shape(nose, fin);
    f.oval(0, -0.62, 0.07, 0.07, rgb(0x8b929b));
    f.oval(0, -0.62, 0.05, 0.05, rgb(0x5fa8c8));
    f.box(-0.02, -0.4, 0.04, 0.3, fin);
}

void drawButterfly(Figure &f)
{
    const QColor wing = f.main(0xe8803a);
    for (const double side : {-1.0, 1.0}) {
        f.soft({{side * 0.03, -0.5},
                {side * 0.22, -0.94},
                {side * 0.58, -1.0},
                {side * 0.62, -0.68},
                {side * 0.34, -0.48}},
               wing);
        f.soft({{side * 0.03, -0.46},
                {side * 0.36, -0.46},
                {side * 0.48, -0.22},
                {side * 0.28, -0.04},
                {side * 0.1, -0.2}},
               turned(lighter(wing, 0.06), 18));
        f.oval(side * 0.46, -0.82, 0.06, 0.06, rgb(0xfbf4e6));
        f.oval(side * 0.3, -0.24, 0.045, 0.045, rgb(0x2a2430));
        f.line({{side * 0.01, -0.62}, {side * 0.08, -0.86}, {side * 0.16, -0.92}}, rgb(0x2a2430), 0.014);
    }
    f.soft({{0, -0.68}, {0.035, -0.5}, {0.02, -0.16}, {-0.02, -0.16}, {-0.035, -0.5}}, rgb(0x2a2430));
}

void drawDragon(Figure &f)
{
    const QColor skin = f.main(0x8a4a6a);
    f.soft({{-0.1, -0.46},
            {-0.5, -0.98},
            {-0.95, -0.86},
            {-0.72, -0.72},
            {-0.8, -0.5},
            {-0.5, -0.56},
            {-0.45, -0.36},
            {-0.2, -0.36}},
           lighter(skin, -0.03));
    QPainterPath body;
    body.moveTo(1.0, -0.2);
    body.cubicTo(0.6, 0.1, 0.4, -0.1, 0.15, -0.2);
    body.cubicTo(-0.2, -0.36, -0.3, -0.3, -0.46, -0.14);
    body.cubicTo(-0.56, -0.02, -0.7, -0.04, -0.86, -0.1);
    body.cubicTo(-0.76, -0.14, -0.72, -0.2, -0.62, -0.28);
    body.cubicTo(-0.4, -0.5, -0.1, -0.52, 0.2, -0.38);
    body.cubicTo(0.5, -0.2, 0.7, -0.12, 1.0, -0.2);
    f.shape(body, skin);
    f.soft({{0.1, -0.44}, {0.3, -1.02}, {0.85, -0.96}, {0.62, -0.76}, {0.72, -0.58}, {0.45, -0.58}, {0.36, -0.36}},
           lighter(skin, 0.05));
    f.poly({{-0.62, -0.27}, {-0.52, -0.42}, {-0.52, -0.26}}, skin);
    f.poly({{0.96, -0.24}, {1.16, -0.3}, {1.0, -0.1}}, skin);
    f.flatOval(-0.7, -0.16, 0.016, 0.014, rgb(0xffd24a));
    f.glow(-1.05, -0.06, 0.4, rgb(0xff8a3c), 0.8);
    f.flat(blob({{-0.85, -0.1}, {-1.05, -0.15}, {-1.4, 0.02}, {-1.08, 0.05}}), withAlpha(rgb(0xffb04a), 0.9));
}

void drawPlanet(Figure &f)
{
    const QColor skin = f.main(0xd9a066);
    QPainterPath globe;
    globe.addEllipse(QPointF(0, -0.5), 0.42, 0.42);
    QPainter &p = f.canvas().painter();
    const auto ring = [&](bool front) {
        p.save();
        p.translate(0, -0.5);
        p.rotate(-18);
        p.setClipRect(front ? QRectF(-1, 0, 2, 1) : QRectF(-1, -1, 2, 1));
        for (int i = 0; i < 3; ++i) {
            p.setBrush(Qt::NoBrush);
            p.setPen(QPen(withAlpha(f.tone(lighter(skin, 0.08 - 0.06 * i)), 0.8), 0.035));
            p.drawEllipse(QPointF(0, 0), 0.6 + i * 0.055, 0.15 + i * 0.016);
        }
        p.restore();
    };
    f.glow(0, -0.5, 0.8, skin, 0.25);
    ring(false);
    f.shape(globe, skin);
    p.save();
    p.setClipPath(globe);
    for (int i = 0; i < 6; ++i) {
        QPainterPath band;
        band.addEllipse(QPointF(0, -0.84 + i * 0.13), 0.5, 0.028 + 0.02 * f.dice().unit());
        f.flat(band, withAlpha(f.tone(turned(lighter(skin, i % 2 == 0 ? 0.08 : -0.1), 14)), 0.6));
    }
    p.restore();
    QRadialGradient round(QPointF(-0.16, -0.66), 0.66);
    round.setStops({{0, QColor(0, 0, 0, 0)}, {0.55, QColor(0, 0, 10, 30)}, {1, QColor(0, 0, 20, 210)}});
    f.canvas().fill(globe, round);
    ring(true);
}

void drawParrot(Figure &f)
{
    const QColor coat = f.main(0xd8352c);
    const QColor wing = f.pose().colour ? turned(coat, 40) : rgb(0xf3b92c);
    const QColor tip = f.pose().colour ? turned(lighter(coat, -0.06), 80) : rgb(0x2f6fc4);
    const QColor branch = rgb(0x5a4030);
    f.soft({{0.05, -0.3}, {0.2, -0.2}, {0.3, 0.16}, {0.32, 0.34}, {0.22, 0.3}, {0.1, 0.02}}, tip);
    f.soft({{0.02, -0.3}, {0.14, -0.14}, {0.22, 0.2}, {0.12, 0.12}}, coat);
    f.soft({{-0.2, -0.42}, {-0.22, -0.66}, {-0.08, -0.78}, {0.12, -0.62}, {0.2, -0.34}, {0.14, -0.12}, {-0.04, -0.12}},
           coat);
    f.soft({{-0.24, -0.66}, {-0.26, -0.86}, {-0.1, -0.98}, {0.06, -0.9}, {0.08, -0.72}, {-0.06, -0.6}}, coat);
    f.soft({{-0.02, -0.62}, {0.14, -0.6}, {0.24, -0.34}, {0.2, -0.12}, {0.08, -0.2}, {-0.02, -0.4}}, wing);
    f.soft({{0.04, -0.42}, {0.2, -0.36}, {0.26, -0.1}, {0.22, 0.02}, {0.1, -0.16}}, tip);
    f.oval(-0.15, -0.81, 0.075, 0.075, rgb(0xfbf6ea));
    f.flatOval(-0.15, -0.82, 0.026, 0.028, rgb(0x17151a));
    f.flatOval(-0.158, -0.83, 0.008, 0.008, rgb(0xffffff));
    f.soft({{-0.22, -0.88}, {-0.34, -0.86}, {-0.4, -0.74}, {-0.36, -0.66}, {-0.32, -0.72}, {-0.22, -0.72}},
           rgb(0x2f2b2a));
    f.soft({{-0.22, -0.74}, {-0.3, -0.71}, {-0.28, -0.64}, {-0.2, -0.66}}, rgb(0x4a4441));
    f.line({{-0.75, -0.02}, {-0.2, -0.07}, {0.4, -0.1}, {0.95, -0.04}}, branch, 0.06);
    f.line({{-0.5, -0.04}, {-0.68, -0.2}}, branch, 0.025);
    f.soft({{-0.68, -0.2}, {-0.86, -0.3}, {-0.84, -0.16}}, rgb(0x3f9f55));
    f.soft({{0.8, -0.06}, {0.98, -0.2}, {1.04, -0.06}}, rgb(0x3f9f55));
    for (const double x : {-0.1, 0.0, 0.06}) {
        f.line({{x, -0.13}, {x - 0.01, -0.05}}, rgb(0x3a3230), 0.024);
    }
}

} // namespace lightwell::sketchbook
