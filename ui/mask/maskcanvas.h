// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mask/growthhandles.h"
#include "ui/mask/maskedits.h"
#include "ui/mask/masklook.h"
#include "ui/mask/maskview.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>

namespace lightwell {

/// A picture under the hand of whoever paints its mask. Works by mouse, pen and keys: arrows move the brush, Enter puts
/// it down.
class MaskCanvas : public QWidget
{
    Q_OBJECT
public:
    enum class Tool { Brush, Eraser, Rectangle, Lasso, Fill, Canvas };
    explicit MaskCanvas(QWidget *parent = nullptr);
    /// `levels`: the picture, and halved again and again. None: nothing is shown. `edits`: what is painted over it; it
    /// may go first.
    void open(const QList<QImage> &levels, MaskEdits *edits);
    [[nodiscard]] const MaskDocument &document() const; ///< an empty one, where nothing is open
    void change(const MaskEdits::Edit &edit); ///< by a button; gives up what the hand is drawing
    void work(const MaskEdits::Edit &edit); ///< the same of what takes its time
    void setTool(Tool tool);
    [[nodiscard]] Tool tool() const { return m_tool; }
    void setDiameter(int pixels);
    void setFeather(int pixels);
    void setMaskShown(bool shown);
    void setLook(const MaskLook &look);
    void fit(); ///< the whole canvas in sight, until somebody zooms
    void zoomBy(double factor); ///< around the middle
    void setWholePixels(); ///< a point a pixel
    [[nodiscard]] double zoom() const { return m_view.scale; }
    [[nodiscard]] QPointF pointOf(QPointF picture) const { return m_view.toWidget(picture); }
    /// Where the growth of a canvas may snap to; given the edges that are dragged and how near counts, in pixels.
    using Snap = std::function<QMargins(const QMargins &growth, Qt::Edges edges, double near)>;
    void setSnap(Snap snap) { m_snap = std::move(snap); }
    void setNote(const QString &note); ///< beside the canvas' size, while that is being changed or was

Q_SIGNALS:
    void growing(); ///< the canvas is being dragged
    void zoomChanged(double scale);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void tabletEvent(QTabletEvent *event) override; ///< pressure makes the brush larger
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Doing { Nothing, Stroke, Rectangle, Lasso, Grow, Pan };
    void press(QPointF at, Qt::KeyboardModifiers modifiers);
    void moveTo(QPointF at, Qt::KeyboardModifiers modifiers);
    void release(Qt::KeyboardModifiers modifiers);
    void cancel();
    void beginStroke(QPointF at, Qt::KeyboardModifiers modifiers);
    void pressByKey(Qt::KeyboardModifiers modifiers);
    void moveByKey(QPoint by, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] MaskDocument::Mode mode(Qt::KeyboardModifiers modifiers) const;
    [[nodiscard]] QPainterPath
    area() const; ///< of the rectangle or lasso that is being drawn, in pixels of the picture
    [[nodiscard]] QRectF canvasOnWidget() const { return m_view.toWidget(QRectF(document().canvas())); }
    void setView(const MaskView &view, bool isFitted);
    void refit(); ///< the canvas may be another one
    [[nodiscard]] bool isBusy() const { return m_edits && m_edits->isBusy(); }
    void updateMask(const QRect &picture);
    void updateBrush();
    void updateCursor(QPointF at);
    void paintPicture(QPainter &painter, const QRect &dirty);
    void paintOverlay(QPainter &painter, const QRect &dirty);
    void paintGrowth(QPainter &painter);
    void paintHandles(QPainter &painter);
    void paintNote(QPainter &painter, double left);
    void paintWaiting(QPainter &painter);
    void paintTool(QPainter &painter);
    QList<QImage> m_levels;
    QPointer<MaskEdits> m_edits;
    MaskView m_view;
    bool m_isFitted = true;
    QRect m_fitted; ///< the canvas that was fitted last
    Tool m_tool = Tool::Brush;
    int m_diameter = 72;
    double m_pressure = 1; ///< of a pen, 0 to 1
    int m_feather = 8;
    bool m_isMaskShown = true;
    MaskLook m_look;
    Snap m_snap;
    QString m_note;
    Doing m_doing = Doing::Nothing;
    std::optional<QPointF> m_pointer; ///< on the widget; none: it is elsewhere
    bool m_isByKeys = false; ///< the pointer is where the keys have moved it
    bool m_isSpaceHeld = false;
    std::optional<QPointF> m_lastPainted; ///< in the picture: where the last stroke ended
    QPointF m_pressed; ///< in the picture
    QPointF m_panFrom; ///< on the widget
    QPolygonF m_outline; ///< of the lasso, in the picture
    growthhandles::Drag m_drag;
};

} // namespace lightwell
