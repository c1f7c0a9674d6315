// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/paint/canvas.h"

#include <optional>

namespace lightwell::sketchbook {

/// Where a figure stands and how.
struct Pose
{
    QPointF foot; ///< middle of its lower edge
    double size = 0.2; ///< its height
    double depth = 0.2;
    bool mirrored = false;
    std::optional<QColor> colour; ///< the prompt's own, for the part that gives the figure its colour
    quint64 part = 0; ///< its dice
    bool hero = false; ///< what the picture is about: never quite lost in the dark
};

/// The pen for one figure. Coordinates: x to the right, y downwards, the foot at (0, 0), the top near (0, -1).
/// Every shape is shaded softly away from the light of the scene.
class Figure
{
public:
    Figure(Canvas &canvas, const Pose &pose);
    ~Figure();
    Figure(const Figure &) = delete;
    Figure &operator=(const Figure &) = delete;

    [[nodiscard]] QColor main(quint32 otherwise) const { return m_pose.colour.value_or(rgb(otherwise)); }
    [[nodiscard]] const Pose &pose() const { return m_pose; }
    [[nodiscard]] Canvas &canvas() { return m_canvas; }
    [[nodiscard]] Dice &dice() { return m_dice; }
    [[nodiscard]] bool night() const { return m_canvas.light().night; }
    [[nodiscard]] QColor tone(const QColor &surface) const { return m_light.on(surface, m_pose.depth); }

    void shape(const QPainterPath &path, const QColor &surface);
    void poly(const Points &points, const QColor &surface) { shape(polygon(points), surface); }
    void soft(const Points &points, const QColor &surface) { shape(blob(points), surface); }
    void oval(double x, double y, double rx, double ry, const QColor &surface);
    void box(double x, double y, double width, double height, const QColor &surface);
    void line(const Points &points, const QColor &surface, double width);
    /// As it is, whatever the light: eyes, lamps, windows.
    void flat(const QPainterPath &path, const QColor &colour);
    void flatOval(double x, double y, double rx, double ry, const QColor &colour);
    /// A window, lit in the dark.
    void window(double x, double y, double width, double height);
    void glow(double x, double y, double radius, const QColor &colour, double strength);
    void shadow(double width, double strength = 0.35); ///< on the ground

private:
    Canvas &m_canvas;
    Pose m_pose;
    Dice m_dice;
    Light m_light; ///< the scene's, a little kinder to heroes
    double m_side; ///< of the light, in own coordinates
};

} // namespace lightwell::sketchbook
