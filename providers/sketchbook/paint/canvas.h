// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/art/colour.h"
#include "providers/sketchbook/art/outline.h"
#include "providers/sketchbook/composition/scene.h"
#include "providers/sketchbook/painting.h"

#include <QImage>
#include <QPainter>

namespace lightwell::sketchbook {

/// The picture under the brush. Coordinates are those of the scene; the painter is scaled to them.
class Canvas
{
public:
    Canvas(QImage &image, const Scene &scene, const Ticker &ticker);

    [[nodiscard]] const Scene &scene() const { return m_scene; }
    [[nodiscard]] const Light &light() const { return m_scene.light; }
    [[nodiscard]] QPainter &painter() { return m_painter; }
    [[nodiscard]] QImage &image() { return m_image; }
    [[nodiscard]] double scale() const { return m_scale; } ///< pixels per unit
    [[nodiscard]] double w() const { return m_scene.w(); }
    [[nodiscard]] double h() const { return m_scene.h(); }
    [[nodiscard]] double u() const { return m_scene.unit(); }
    [[nodiscard]] QColor on(const QColor &surface, double depth) const { return m_scene.light.on(surface, depth); }
    /// Dice for one part of the picture.
    [[nodiscard]] Dice dice(quint64 part) const { return Dice(m_scene.seed, part); }
    /// Somebody has lost interest: strokes have no effect any more.
    [[nodiscard]] bool stopped() const { return m_stopped; }
    /// -1: light comes from the left of x, 1: from the right.
    [[nodiscard]] double sunSide(double x) const { return m_scene.sun.x() < x ? -1 : 1; }

    /// Puts the brush back on after somebody worked on the pixels themselves.
    void begin();
    void fill(const QPainterPath &path, const QBrush &brush);
    void stroke(const QPainterPath &path, const QColor &colour, double width);
    /// From top to bottom between two heights.
    void fillDown(const QPainterPath &path, double top, double bottom, const Stops &stops);
    void wash(const QRectF &area, const Stops &stops); ///< a vertical gradient over an area
    /// Soft light around a point, added to what is there.
    void glow(const QPointF &centre, double radius, const QColor &colour, double strength);
    void oval(const QPointF &centre, double rx, double ry, const QBrush &brush);

private:
    /// Counts strokes, tells the ticker now and then; false once stopped.
    bool mayPaint();

    QImage &m_image;
    const Scene &m_scene;
    const Ticker &m_ticker;
    double m_scale;
    int m_strokes = 0;
    bool m_stopped = false;
    QPainter m_painter;
};

} // namespace lightwell::sketchbook
