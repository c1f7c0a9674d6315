// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

namespace lightwell {

/// A picture shown whole on a neutral ground, never cropped. Read and scaled on the thread pool. Can be dragged out
/// and focused; Enter opens it, Space opens its menu.
class PictureView : public QWidget
{
    Q_OBJECT
public:
    explicit PictureView(QWidget *parent = nullptr);
    void setPicture(const Picture &picture);
    void clear();
    [[nodiscard]] QString file() const { return m_picture.path; } ///< empty: none, or it lies in no file
    [[nodiscard]] bool isEmpty() const { return m_picture.id.isEmpty(); }
    [[nodiscard]] const QImage &image() const { return m_source; } ///< null: not read yet
    [[nodiscard]] bool isShown() const { return !m_shown.isNull(); } ///< the picture is on the screen
    [[nodiscard]] QSize sizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    void shown();
    void activated();
    void menuWanted(const QPoint &globalPosition);
    void dragWanted(const QImage &image);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void load();
    void rescale();
    [[nodiscard]] QRectF target(QSize image) const;
    Picture m_picture;
    QImage m_source; ///< at most sourceBound on its longer side
    QImage m_shown; ///< for the size of now
    bool m_unreadable = false;
    int m_round = 0;
    QTimer m_settle;
    QPoint m_pressedAt;
    bool m_dragging = false;
};

} // namespace lightwell
