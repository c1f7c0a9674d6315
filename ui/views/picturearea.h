// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/shownpicture.h"
#include "ui/views/viewedpicture.h"
#include "ui/views/viewpoint.h"

#include <QWidget>

namespace lightwell {

class WaitingBox;

/// The place of one picture in the Loupe. It shows what it is told, and tells what the person does with it: the view
/// decides what that moves. A picture still being made shows its progress.
class PictureArea : public QWidget
{
    Q_OBJECT
public:
    PictureArea(const QString &objectName, PyramidStore &store, QWidget *parent = nullptr);
    void setPicture(const ViewedPicture &picture);
    void setView(const ViewPoint &view); ///< bounded
    void setBadge(const QString &text, bool active); ///< an empty text: none
    [[nodiscard]] ViewPlace place() const;
    [[nodiscard]] QRectF target() const { return place().target(m_view); } ///< where the whole picture lies
    [[nodiscard]] const ShownPicture &shown() const { return m_shown; }
    [[nodiscard]] bool isMapShown() const;

Q_SIGNALS:
    void activated(); ///< the person is at this one
    void placeChanged(); ///< its size, or the picture's, is another
    void zoomWanted(double factor, QPointF position);
    void actualOrWholeWanted(QPointF position);
    void moveWanted(QPointF by);
    void lookWanted(QPointF centre); ///< as shares of the picture
    void dragWanted(); ///< the file, out of the window
    void menuWanted(const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    enum class Grip { Nothing, Pressed, Picture, Map };
    [[nodiscard]] bool isLarger() const; ///< than its place
    void lookAtMap(QPointF position);
    void takeSketch();
    void paintWords(QPainter &painter) const;
    void updateCursor();
    ViewedPicture m_picture;
    ShownPicture m_shown;
    WaitingBox *m_waiting;
    QByteArray m_sketched; ///< what `m_sketch` is of, or will be
    QImage m_sketch;
    ViewPoint m_view;
    QString m_badge;
    bool m_active = false;
    Grip m_grip = Grip::Nothing;
    QPointF m_gripped; ///< where the hand was last
};

} // namespace lightwell
