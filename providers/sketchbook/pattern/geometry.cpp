// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/art/colour.h"
#include "providers/sketchbook/art/noise.h"
#include "providers/sketchbook/art/outline.h"
#include "providers/sketchbook/pattern/motifs.h"

#include <cmath>

namespace lightwell::sketchbook {

void drawTerrazzo(Cloth &cloth)
{
    Dice &dice = cloth.dice;
    QList<std::pair<QPointF, double>> placed;
    for (int attempt = 0; attempt < 2600; ++attempt) {
        const double r = (attempt < 500 ? dice.between(0.03, 0.062) : dice.between(0.007, 0.026));
        const QPointF at(dice.between(-0.02, cloth.size.width() + 0.02),
                         dice.between(-0.02, cloth.size.height() + 0.02));
        bool free = true;
        for (const auto &[other, reach] : std::as_const(placed)) {
            const QPointF d = at - other;
            free = free && d.x() * d.x() + d.y() * d.y() > std::pow(reach + r + 0.006, 2);
        }
        if (!free) {
            continue;
        }
        placed.append({at, r});
        Points points;
        const int corners = dice.whole(4, 7);
        const double turn = dice.between(0, 6.28);
        for (int i = 0; i < corners; ++i) {
            const double a = turn + 2 * M_PI * i / corners + dice.bell() * 0.2;
            points.append(at + QPointF(std::cos(a), std::sin(a)) * r * dice.between(0.7, 1.05));
        }
        QPainterPath chip = polygon(points);
        const QColor ink = lighter(cloth.ink(), dice.bell() * 0.03);
        cloth.painter.fillPath(chip, ink);
        cloth.painter.setClipPath(chip);
        for (int i = 0; i < 3; ++i) {
            cloth.painter.setBrush(withAlpha(lighter(ink, dice.chance(0.5) ? 0.07 : -0.06), 0.5));
            cloth.painter.drawEllipse(at + QPointF(dice.bell() * r, dice.bell() * r), r * 0.5, r * 0.3);
        }
        cloth.painter.setClipping(false);
    }
}

void drawTiles(Cloth &cloth)
{
    Dice &dice = cloth.dice;
    const int across = dice.whole(5, 8);
    const double side = 1.0 / across;
    QPainter &p = cloth.painter;
    for (int row = 0; row * side < cloth.size.height(); ++row) {
        for (int column = 0; column * side < cloth.size.width(); ++column) {
            const QRectF cell(column * side, row * side, side, side);
            p.fillRect(cell.adjusted(0, 0, 0.001, 0.001), cloth.ink());
            p.save();
            p.setClipRect(cell);
            p.translate(cell.center());
            p.rotate(90 * dice.whole(0, 3));
            const QColor top = cloth.ink();
            p.setBrush(top);
            const double h = side / 2;
            switch (dice.whole(0, 5)) {
            case 0:
                p.drawEllipse(QPointF(-h, -h), side, side);
                p.setBrush(cloth.palette.ground);
                p.drawEllipse(QPointF(-h, -h), side * 0.5, side * 0.5);
                break;
            case 1:
                p.drawEllipse(QPointF(-h, -h), h, h);
                p.drawEllipse(QPointF(h, h), h, h);
                break;
            case 2:
                p.drawEllipse(QPointF(0, 0), h * 0.78, h * 0.78);
                p.setBrush(cloth.ink());
                p.drawPie(QRectF(-h * 0.78, -h * 0.78, h * 1.56, h * 1.56), 0, 180 * 16);
                break;
            case 3:
                p.drawPath(polygon({{-h, -h}, {h, h}, {-h, h}}));
                break;
            case 4:
                for (int i = 0; i < 4; ++i) {
                    p.setBrush(i % 2 == 0 ? top : cloth.palette.ground);
                    p.drawEllipse(QPointF(-h, 0), h * (1 - i * 0.24), h * (1 - i * 0.24));
                }
                break;
            default: {
                QPainterPath petal;
                petal.moveTo(-h, -h);
                petal.quadTo(h, -h, h, h);
                petal.quadTo(-h, h, -h, -h);
                p.drawPath(petal);
            }
            }
            p.restore();
        }
    }
}

void drawTriangles(Cloth &cloth)
{
    Dice &dice = cloth.dice;
    const double side = 1.0 / dice.whole(6, 9);
    const double height = side * std::sqrt(3.0) / 2;
    const quint64 seed = dice.next() % 9999;
    QList<QColor> inks = cloth.palette.inks;
    inks.append(cloth.palette.ground);
    for (int row = -1; row * height < cloth.size.height(); ++row) {
        for (int column = -2; column * side / 2 < cloth.size.width(); ++column) {
            const bool up = (row + column) % 2 == 0;
            const double x = column * side / 2;
            const double y = row * height;
            const double field = layered(x * 2.2, y * 2.2, seed, 2) * 1.5 - 0.25 + dice.bell() * 0.12;
            const auto index =
                std::clamp<qsizetype>(static_cast<qsizetype>(field * double(inks.size())), 0, inks.size() - 1);
            const QColor ink = lighter(inks.at(index), up ? 0.018 : -0.018);
            const QPainterPath path = up ? polygon({{x, y + height}, {x + side, y + height}, {x + side / 2, y}})
                                         : polygon({{x, y}, {x + side, y}, {x + side / 2, y + height}});
            cloth.painter.setPen(QPen(ink, 0.0012));
            cloth.painter.setBrush(ink);
            cloth.painter.drawPath(path);
        }
    }
    cloth.painter.setPen(Qt::NoPen);
}

void drawArches(Cloth &cloth)
{
    Dice &dice = cloth.dice;
    const double r = 0.5 / dice.whole(3, 5);
    QPainter &p = cloth.painter;
    const int rows = static_cast<int>(cloth.size.height() / (r * 0.5)) + 4;
    for (int row = 0; row < rows; ++row) {
        const double y = row * r * 0.5;
        for (double x = row % 2 == 0 ? 0 : r; x < cloth.size.width() + 2 * r; x += 2 * r) {
            const auto start = static_cast<qsizetype>(dice.next() % 5);
            for (int ring = 0; ring < 5; ++ring) {
                p.setBrush(ring == 4 ? cloth.palette.ground
                                     : cloth.palette.inks.at((start + ring) % cloth.palette.inks.size()));
                p.drawEllipse(QPointF(x, y + r * 0.4), r * (1 - ring * 0.2), r * (1 - ring * 0.2));
            }
        }
    }
}

void drawWeave(Cloth &cloth)
{
    Dice &dice = cloth.dice;
    const double step = 1.0 / dice.whole(13, 20);
    const double band = step * 0.82;
    QPainter &p = cloth.painter;
    QList<QColor> warp;
    for (int i = 0; i < 200; ++i) {
        warp.append(cloth.palette.inks.at((i / dice.whole(1, 3)) % cloth.palette.inks.size()));
    }
    const int twill = dice.whole(1, 2);
    for (int row = 0; row * step < cloth.size.height(); ++row) {
        for (int column = 0; column * step < cloth.size.width(); ++column) {
            const QRectF cell(column * step, row * step, step, step);
            const bool over = ((row + column) / twill) % 2 == 0;
            const auto strand = [&](bool upright, const QColor &ink) {
                const QRectF r = upright
                    ? QRectF(cell.center().x() - band / 2, cell.top() - step * 0.06, band, step * 1.12)
                    : QRectF(cell.left() - step * 0.06, cell.center().y() - band / 2, step * 1.12, band);
                QLinearGradient round(upright ? r.topLeft() : r.topLeft(), upright ? r.topRight() : r.bottomLeft());
                round.setStops({{0, lighter(ink, -0.09)}, {0.35, lighter(ink, 0.03)}, {1, lighter(ink, -0.11)}});
                p.fillRect(r, round);
            };
            strand(!over, warp.at(over ? row : column + 60));
            strand(over, warp.at(over ? column + 60 : row));
        }
    }
}

} // namespace lightwell::sketchbook
