// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QMargins>
#include <QPainterPath>
#include <QRect>

namespace lightwell {

/// What is painted over a picture, with every step that led there: pure, and a value that can be copied to another
/// thread. Coordinates are pixels of the picture, from its top left corner; where its canvas has grown they go beyond
/// it. What has grown counts as painted. Pixels lie in small tiles, which steps share where they are the same.
class MaskDocument
{
public:
    static constexpr int undoSteps = 200;
    static constexpr int largestSide = 16'384; ///< of a canvas
    MaskDocument() = default;
    explicit MaskDocument(QSize picture);
    /// One that was written down: one channel of the canvas's size, 255 where may be painted.
    MaskDocument(const QImage &painted, const QMargins &growth, int steps);

    [[nodiscard]] QSize picture() const { return m_picture; }
    [[nodiscard]] QMargins growth() const { return m_state.growth; }
    [[nodiscard]] QRect canvas() const { return QRect(QPoint(), m_picture).marginsAdded(m_state.growth); }
    [[nodiscard]] bool isEmpty() const; ///< nothing may change
    [[nodiscard]] double share() const; ///< of the canvas that may change, 0 to 1
    [[nodiscard]] int steps() const { return m_state.steps; } ///< that were painted and are not undone
    [[nodiscard]] int valueAt(QPoint at) const; ///< 0 to 255
    /// The nearest pixels of what lies under `size` points, the first at `origin` and `step` pixels of the picture
    /// apart: for a view at any zoom.
    [[nodiscard]] QImage sampled(QPointF origin, double step, QSize size) const;
    [[nodiscard]] QImage painted() const; ///< the whole canvas: one channel of eight bits. Takes its time

    enum class Mode { Add, Subtract };
    struct Brush
    {
        double diameter = 72; ///< pixels
        double feather = 8; ///< pixels on either side of the edge in which it fades
        Mode mode = Mode::Add;
    };
    /// A stroke is one step, from where it begins until its end. Each returns what it has changed.
    QRect beginStroke(QPointF at, const Brush &brush);
    QRect strokeTo(QPointF to);
    void setStrokeDiameter(double pixels); ///< from here on: a pen was pressed otherwise
    void endStroke();
    void cancelStroke(); ///< as if it had not begun
    [[nodiscard]] bool isStroking() const { return m_isStroking; }
    void paint(const QPainterPath &area, double feather, Mode mode);
    /// All that hangs together with a place: what is not painted is, or the other way round.
    void fill(QPoint at, Mode mode);
    void invert(); ///< what has grown stays painted
    void clear(); ///< also the canvas
    /// Never smaller than the picture, nor larger than `largestSide`.
    void setGrowth(const QMargins &growth);
    /// The same while handles are dragged: the whole of it is one step, which setGrowth() ends.
    void growLive(const QMargins &growth);
    void cancelGrowth(); ///< as if it had not begun

    [[nodiscard]] bool canUndo() const { return !m_before.isEmpty() && !m_isStroking; }
    [[nodiscard]] bool canRedo() const { return !m_after.isEmpty() && !m_isStroking; }
    void undo();
    void redo();

private:
    struct Tile
    {
        QImage pixels; ///< null: nothing is painted in it
        qint64 sum = 0;
    };
    struct State
    {
        QList<Tile> tiles; ///< of the picture, row by row
        QMargins growth;
        int steps = 0;
    };
    void remember(const State &before);
    template<typename Paint>
    QRect apply(const QRectF &bounds, double feather, Mode mode, const Paint &paint);
    void setTile(qsizetype index, QImage pixels);
    [[nodiscard]] QRect tileRect(qsizetype index) const;
    [[nodiscard]] qint64 fullSum(qsizetype index) const; ///< where all of a tile is painted
    [[nodiscard]] QMargins bounded(const QMargins &growth) const;
    [[nodiscard]] int columns() const;
    QSize m_picture;
    State m_state;
    QList<State> m_before; ///< the latest last
    QList<State> m_after; ///< the next one last
    bool m_isStroking = false;
    bool m_isGrowing = false;
    State m_start; ///< as it was before the stroke or the drag
    Brush m_brush;
    QPointF m_last;
};

} // namespace lightwell
