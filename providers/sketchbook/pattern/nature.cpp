// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/art/colour.h"
#include "providers/sketchbook/art/noise.h"
#include "providers/sketchbook/art/outline.h"
#include "providers/sketchbook/pattern/motifs.h"

#include <cmath>

namespace lightwell::sketchbook {

void drawWaves(Cloth &cloth)
{
    Dice &dice = cloth.dice;
    const quint64 seed = dice.next() % 9999;
    const double gap = dice.between(0.035, 0.06);
    const double swing = dice.between(0.05, 0.11);
    const double length = dice.between(0.35, 0.7);
    int index = 0;
    for (double y = -0.2; y < cloth.size.height() + 0.2; y += gap, ++index) {
        Points crest;
        for (int i = 0; i <= 60; ++i) {
            const double x = (i / 60.0 * 1.1 - 0.05) * cloth.size.width();
            crest.append(
                {x, y + std::sin(x / length * 6.28 + y * 3) * swing * (0.5 + layered(x * 1.2, y * 2, seed, 2))});
        }
        const QColor ink = cloth.palette.inks.at((index * 2 + index / 5) % cloth.palette.inks.size());
        cloth.painter.fillPath(bank(crest, cloth.size.height() + 0.3, true),
                               index % 4 == 3 ? cloth.palette.ground : ink);
        cloth.painter.setBrush(Qt::NoBrush);
        cloth.painter.setPen(QPen(withAlpha(cloth.palette.ground, 0.65), 0.0024));
        cloth.painter.drawPath(flow(crest).translated(0, gap * 0.3));
        cloth.painter.setPen(Qt::NoPen);
    }
}

void drawBlooms(Cloth &cloth)
{
    Dice &dice = cloth.dice;
    QList<std::pair<QPointF, double>> placed;
    QPainter &p = cloth.painter;
    for (int attempt = 0; attempt < 1500; ++attempt) {
        const double r = attempt < 200 ? dice.between(0.07, 0.12) : attempt < 700 ? dice.between(0.035, 0.06) : 0.013;
        const QPointF at(dice.unit() * cloth.size.width(), dice.unit() * cloth.size.height());
        bool free = true;
        for (const auto &[other, reach] : std::as_const(placed)) {
            const QPointF d = at - other;
            free = free && std::hypot(d.x(), d.y()) > reach + r + 0.004;
        }
        if (!free) {
            continue;
        }
        placed.append({at, r});
        if (r < 0.02) {
            p.setBrush(cloth.ink());
            p.drawEllipse(at, r * 0.7, r * 0.7);
            continue;
        }
        const QColor outer = cloth.ink();
        const int petals = dice.whole(5, 11);
        const double turn = dice.between(0, 6.28);
        for (int ring = 0; ring < 3; ++ring) {
            const double size = r * (1 - ring * 0.3);
            p.setBrush(ring == 1 ? lighter(outer, 0.1) : ring == 0 ? outer : cloth.ink());
            for (int k = 0; k < petals; ++k) {
                p.save();
                p.translate(at);
                p.rotate((turn + 2 * M_PI * (k + ring * 0.5) / petals) * 180 / M_PI);
                p.drawEllipse(QPointF(size * 0.58, 0), size * 0.42, size * 1.9 / petals);
                p.restore();
            }
        }
        p.setBrush(cloth.palette.ground);
        p.drawEllipse(at, r * 0.16, r * 0.16);
    }
}

void drawLeaves(Cloth &cloth)
{
    Dice &dice = cloth.dice;
    const quint64 seed = dice.next() % 9999;
    const double step = dice.between(0.07, 0.1);
    QPainter &p = cloth.painter;
    for (double y = -step; y < cloth.size.height() + step; y += step) {
        for (double x = -step; x < cloth.size.width() + step; x += step * 0.8) {
            const QPointF at(x + dice.bell() * step * 0.3, y + dice.bell() * step * 0.3);
            p.save();
            p.translate(at);
            p.rotate(layered(at.x() * 1.6, at.y() * 1.6, seed, 2) * 540 + dice.bell() * 18);
            const double length = step * dice.between(0.75, 1.15);
            const QColor ink = cloth.ink();
            for (const double side : {-1.0, 1.0}) {
                QPainterPath half;
                half.moveTo(-length * 0.6, 0);
                half.quadTo(0, side * length * 0.5, length * 0.6, 0);
                half.closeSubpath();
                p.fillPath(half, lighter(ink, side * 0.035));
            }
            p.setPen(QPen(cloth.palette.ground, 0.0022));
            p.drawLine(QPointF(-length * 0.72, 0), QPointF(length * 0.45, 0));
            p.setPen(Qt::NoPen);
            p.restore();
        }
    }
}

void drawStarfield(Cloth &cloth)
{
    Dice &dice = cloth.dice;
    const double step = 1.0 / dice.whole(5, 8);
    QPainter &p = cloth.painter;
    int row = 0;
    for (double y = step / 2; y < cloth.size.height() + step; y += step * 0.87, ++row) {
        for (double x = row % 2 == 0 ? 0 : step / 2; x < cloth.size.width() + step; x += step) {
            const double r = step * dice.between(0.2, 0.44);
            const int rays = dice.pick(QList<int> {4, 6, 8, 12});
            Points star;
            for (int i = 0; i < rays * 2; ++i) {
                const double a = M_PI * i / rays - M_PI / 2;
                star.append(QPointF(x, y) + QPointF(std::cos(a), std::sin(a)) * r * (i % 2 == 0 ? 1 : 0.4));
            }
            p.fillPath(polygon(star), cloth.ink());
            p.setBrush(cloth.palette.ground);
            p.drawEllipse(QPointF(x, y), r * 0.16, r * 0.16);
            p.setBrush(withAlpha(cloth.ink(), 0.9));
            p.drawEllipse(QPointF(x + step / 2, y), step * 0.03, step * 0.03);
        }
    }
}

void drawRibbons(Cloth &cloth)
{
    Dice &dice = cloth.dice;
    const quint64 seed = dice.next() % 9999;
    QPainter &p = cloth.painter;
    for (int i = 0; i < 420; ++i) {
        QPointF at(dice.between(-0.1, cloth.size.width() + 0.1), dice.between(-0.1, cloth.size.height() + 0.1));
        Points line;
        for (int k = 0; k < 36; ++k) {
            line.append(at);
            const double a = layered(at.x() * 1.4, at.y() * 1.4, seed, 3) * 12.5;
            at += QPointF(std::cos(a), std::sin(a)) * 0.014;
        }
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(cloth.palette.ground, 0.019, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        p.drawPath(flow(line));
        p.setPen(QPen(cloth.ink(), dice.between(0.006, 0.013), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        p.drawPath(flow(line));
    }
    p.setPen(Qt::NoPen);
}

} // namespace lightwell::sketchbook
