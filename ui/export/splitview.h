// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/viewpoint.h"

#include <QImage>
#include <QWidget>

#include <optional>

namespace lightwell {

class Keymap;
enum class KeyAction;

/// One picture twice at the same place, on both sides of a line: as it is, and as it will be. The line follows the
/// mouse and the arrow keys; the picture is pushed by the mouse, or by the arrow keys with Ctrl. A small map of one
/// that is larger than its place leads through it.
class SplitView : public QWidget
{
    Q_OBJECT
public:
    enum class Zoom { Fit, Full, Double };
    explicit SplitView(const Keymap &keymap, QWidget *parent = nullptr);
    /// Null: nothing is there yet, and `text` stands in its place. Another size begins in the middle.
    void setOriginal(const QImage &image, const QString &text = {});
    void setOther(const QImage &part, const QRect &place); ///< of the original, in its pixels; null: not there yet
    void setMarks(const QString &original, const QString &other); ///< over both sides
    void setZoom(Zoom zoom);
    [[nodiscard]] Zoom zoom() const { return m_zoom; }
    [[nodiscard]] double split() const { return m_split; } ///< of the width, 0 to 1: what shows the original
    void setSplit(double split);
    [[nodiscard]] QRect seen() const; ///< of the picture, in its pixels
    [[nodiscard]] QRectF map() const; ///< where the small picture of all of it lies; empty: all of it is in sight
    [[nodiscard]] QSize sizeHint() const override { return {480, 320}; }

Q_SIGNALS:
    void seenChanged(const QRect &seen);
    void zoomChanged();
    void stepWanted(int by); ///< to another picture

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    /// A picture made smaller for its place, without the patterns that leaving out pixels makes.
    struct Shrunk
    {
        QImage image; ///< null: none yet
        qint64 of = 0; ///< the picture it was made of
        bool isMaking = false;
    };
    bool act(KeyAction action); ///< false: it means nothing here
    void paintPicture(QPainter &painter, const QImage &image, const QRectF &at, Shrunk &shrunk);
    void shrink(const QImage &image, QSize pixels, Shrunk &shrunk);
    [[nodiscard]] double scale() const; ///< of the widget's units to the picture's pixels
    [[nodiscard]] QRectF target() const; ///< where the whole picture lies
    [[nodiscard]] double line() const; ///< where the line stands, from the left
    [[nodiscard]] bool isOnLine(const QPointF &position) const;
    void zoomAt(Zoom zoom, const QPointF &position);
    void pan(const QPointF &by);
    void keepInside();
    void tell();
    void paintMarks(QPainter &painter) const;
    void paintLine(QPainter &painter) const;
    void paintMap(QPainter &painter) const;
    void makeSmall();
    void lookAtMap(const QPointF &position);
    [[nodiscard]] ViewPlace place() const;
    [[nodiscard]] ViewPoint view() const;

    const Keymap &m_keymap;
    QImage m_original;
    Shrunk m_shrunkOriginal;
    Shrunk m_shrunkOther;
    QImage m_small; ///< of the original, for the map; null: not there yet
    int m_smallRound = 0;
    QString m_text;
    QImage m_other;
    QRect m_place;
    QString m_mark;
    QString m_otherMark;
    Zoom m_zoom = Zoom::Full;
    QPointF m_centre {0.5, 0.5}; ///< of the view, as a share of the picture
    double m_split = 0.5;
    enum class Drag { None, Line, Picture, Map } m_drag = Drag::None;
    QPointF m_dragAt;
    QRect m_told;
};

} // namespace lightwell
