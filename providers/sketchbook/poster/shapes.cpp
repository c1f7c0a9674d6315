// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/poster/shapes.h"

#include "providers/sketchbook/art/colour.h"
#include "providers/sketchbook/art/noise.h"
#include "providers/sketchbook/art/outline.h"

#include <cmath>

namespace lightwell::sketchbook {

void Print::overprint()
{
    painter.setCompositionMode(dark ? QPainter::CompositionMode_Screen : QPainter::CompositionMode_Multiply);
}

void printSunAndBands(Print &print)
{
    Dice &dice = print.dice;
    const QRectF &a = print.area;
    const QPointF sun(a.left() + a.width() * dice.between(0.3, 0.7), a.top() + a.height() * dice.between(0.34, 0.46));
    const double r = print.side() * dice.between(0.2, 0.3);
    print.painter.setBrush(print.ink(0));
    print.painter.drawEllipse(sun, r, r);
    if (dice.chance(0.5)) {
        for (int i = 0; i < 7; ++i) {
            print.painter.fillRect(QRectF(sun.x() - r, sun.y() + r * (0.1 + i * 0.13), 2 * r, r * 0.012 * (i + 1.5)),
                                   print.palette.ground);
        }
    }
    const int bands = dice.whole(4, 6);
    const quint64 seed = dice.next() % 9999;
    for (int i = 0; i < bands; ++i) {
        const double t = double(i) / bands;
        Points crest;
        for (int k = 0; k <= 40; ++k) {
            const double x = k / 40.0;
            crest.append({a.left() + a.width() * (x * 1.06 - 0.03),
                          a.top() + a.height() * (0.5 + 0.5 * t)
                              - print.side() * 0.2 * (1 - 0.5 * t)
                                  * layered(x * 2.1 + i * 5, seed + static_cast<quint64>(i), 2)});
        }
        print.painter.fillPath(bank(crest, a.bottom() + 0.1, true),
                               mix(print.ink(1 + i), print.palette.ground, 0.35 * (1 - t)));
    }
}

void printArcs(Print &print)
{
    Dice &dice = print.dice;
    const QRectF &a = print.area;
    const QPointF corners[] = {a.bottomLeft(), a.bottomRight(), a.topRight(), a.center()};
    const QPointF centre = corners[dice.whole(0, 3)];
    const double reach = std::hypot(a.width(), a.height()) * (centre == a.center() ? 0.46 : 0.86);
    const int rings = dice.whole(6, 10);
    for (int i = 0; i < rings; ++i) {
        const double r = reach * (1 - double(i) / rings);
        print.painter.setBrush(i % 3 == 2 ? print.palette.ground : print.ink(i));
        print.painter.drawEllipse(centre, r, r);
    }
    print.overprint();
    print.painter.setBrush(print.ink(dice.whole(0, 4)));
    const double r = print.side() * dice.between(0.12, 0.2);
    print.painter.drawEllipse(
        QPointF(a.left() + a.width() * dice.between(0.25, 0.75), a.top() + a.height() * dice.between(0.25, 0.75)), r,
        r);
}

void printGrid(Print &print)
{
    Dice &dice = print.dice;
    const QRectF &a = print.area;
    const int columns = a.width() > a.height() ? dice.whole(5, 7) : dice.whole(3, 5);
    const double cell = a.width() / columns;
    const int rows = std::max(1, static_cast<int>(std::ceil(a.height() / cell)));
    QPainter &p = print.painter;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const QRectF box(a.left() + column * cell, a.top() + row * cell, cell, cell);
            const double h = cell / 2;
            p.save();
            p.setClipRect(box, Qt::IntersectClip);
            p.translate(box.center());
            p.rotate(90 * dice.whole(0, 3));
            if (dice.chance(0.42)) {
                p.fillRect(QRectF(-h, -h, cell, cell), print.ink(dice.whole(0, 4)));
            }
            p.setBrush(print.ink(dice.whole(0, 4)));
            switch (dice.whole(0, 5)) {
            case 0:
                p.drawEllipse(QPointF(0, 0), h, h);
                break;
            case 1:
                p.drawEllipse(QPointF(-h, -h), cell, cell);
                break;
            case 2:
                p.drawPie(QRectF(-h, -h, cell, cell), 0, 180 * 16);
                break;
            case 3:
                p.drawPath(polygon({{-h, -h}, {h, h}, {-h, h}}));
                break;
            case 4:
                for (int i = 0; i < 4; ++i) {
                    p.fillRect(QRectF(-h, -h + i * cell / 4, cell, cell / 8), print.ink(1));
                }
                break;
            default:
                break;
            }
            p.restore();
        }
    }
}

void printDiagonals(Print &print)
{
    Dice &dice = print.dice;
    const QRectF &a = print.area;
    QPainter &p = print.painter;
    p.save();
    p.translate(a.center());
    p.rotate(dice.chance(0.5) ? -32 : 32);
    print.overprint();
    double y = -a.height();
    int index = 0;
    while (y < a.height()) {
        const double thick = print.side() * dice.between(0.03, 0.2);
        if (dice.chance(0.72)) {
            const double from = dice.between(-1.1, 0.2) * a.width();
            QPainterPath bar;
            bar.addRoundedRect(QRectF(from, y, a.width() * dice.between(0.4, 1.5), thick), thick / 2, thick / 2);
            p.fillPath(bar, print.ink(index++));
        }
        y += thick * dice.between(0.7, 1.3);
    }
    p.restore();
}

void printOverlaps(Print &print)
{
    Dice &dice = print.dice;
    const QRectF &a = print.area;
    QPainter &p = print.painter;
    print.overprint();
    const int count = dice.whole(4, 6);
    for (int i = 0; i < count; ++i) {
        const QPointF at(a.left() + a.width() * dice.between(0.22, 0.78),
                         a.top() + a.height() * dice.between(0.22, 0.78));
        const double r = print.side() * dice.between(0.16, 0.36);
        p.setBrush(print.ink(i));
        switch ((i + dice.whole(0, 1)) % 4) {
        case 0:
            p.drawEllipse(at, r, r);
            break;
        case 1:
            p.drawPie(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r), dice.whole(0, 3) * 90 * 16, 180 * 16);
            break;
        case 2: {
            Points points;
            for (int k = 0; k < 9; ++k) {
                const double angle = 2 * M_PI * k / 9;
                points.append(at + QPointF(std::cos(angle), std::sin(angle)) * r * dice.between(0.65, 1.15));
            }
            p.drawPath(blob(points));
            break;
        }
        default:
            p.drawPath(
                polygon({at + QPointF(-r, r * 0.8), at + QPointF(r, r * 0.8), at + QPointF(dice.bell() * r, -r)}));
        }
    }
}

void printRays(Print &print)
{
    Dice &dice = print.dice;
    const QRectF &a = print.area;
    QPainter &p = print.painter;
    p.save();
    p.setClipRect(a, Qt::IntersectClip);
    const QPointF centre(a.left() + a.width() * dice.between(0.3, 0.7), a.top() + a.height() * dice.between(0.55, 0.8));
    const int rays = dice.whole(9, 16) * 2;
    const double reach = a.width() + a.height();
    for (int i = 0; i < rays; i += 2) {
        const double from = 2 * M_PI * i / rays;
        const double to = 2 * M_PI * (i + 1) / rays;
        p.fillPath(polygon({centre, centre + QPointF(std::cos(from), std::sin(from)) * reach,
                            centre + QPointF(std::cos(to), std::sin(to)) * reach}),
                   print.ink(i / 2 % 3 + 1));
    }
    for (int i = 0; i < 4; ++i) {
        const double r = print.side() * 0.27 * (1 - i * 0.25);
        p.setBrush(i % 2 == 0 ? print.ink(0) : print.palette.ground);
        p.drawEllipse(centre, r, r);
    }
    p.restore();
}

void printBlocks(Print &print)
{
    Dice &dice = print.dice;
    const QRectF &a = print.area;
    QPainter &p = print.painter;
    p.setBrush(print.ink(0));
    const double r = print.side() * dice.between(0.1, 0.16);
    p.drawEllipse(QPointF(a.left() + a.width() * dice.between(0.2, 0.8), a.top() + a.height() * 0.2), r, r);
    print.overprint();
    double x = a.left();
    int index = 1;
    while (x < a.right() - 0.01) {
        const double width = std::min(print.side() * dice.between(0.08, 0.2), a.right() - x);
        const double height = a.height() * dice.between(0.3, 0.88);
        const QRectF block(x, a.bottom() - height, width, height);
        p.fillRect(block, print.ink(index++));
        p.setCompositionMode(QPainter::CompositionMode_SourceOver);
        const double pitch = width / 4.5;
        for (double wy = block.top() + pitch; wy < block.bottom() - pitch; wy += pitch * 1.5) {
            for (double wx = block.left() + pitch * 0.6; wx < block.right() - pitch * 0.6; wx += pitch * 1.3) {
                if (dice.chance(0.45)) {
                    p.fillRect(QRectF(wx, wy, pitch * 0.6, pitch * 0.8), print.palette.ground);
                }
            }
        }
        print.overprint();
        x += width * dice.between(0.75, 1.05);
    }
}

void printSwells(Print &print)
{
    Dice &dice = print.dice;
    const QRectF &a = print.area;
    const double r = print.side() * dice.between(0.16, 0.24);
    print.painter.setBrush(print.ink(0));
    print.painter.drawEllipse(QPointF(a.left() + a.width() * dice.between(0.3, 0.7), a.top() + a.height() * 0.34), r,
                              r);
    const int rows = dice.whole(6, 9);
    for (int i = 0; i < rows; ++i) {
        const double y = a.top() + a.height() * (0.42 + 0.58 * i / rows);
        const double size = a.width() / (7 - 3.2 * i / rows);
        const double shift = dice.unit() * size;
        Points crest;
        for (double x = a.left() - size; x < a.right() + size; x += size / 10) {
            crest.append({x, y + std::sin((x + shift) / size * 2 * M_PI) * size * 0.1});
        }
        print.painter.fillPath(bank(crest, a.bottom() + 0.1, true),
                               i % 4 == 3 ? print.palette.ground : print.ink(1 + i));
    }
}

} // namespace lightwell::sketchbook
