// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

namespace lightwell {

/// A picture shown whole on a neutral ground, never cropped. Read on the thread pool for the size it is shown at, and
/// kept at that size only. Can be dragged out and focused; a click, Enter or Space tells that it is to be enlarged.
class PictureView : public QWidget
{
    Q_OBJECT
public:
    explicit PictureView(QWidget *parent = nullptr);
    void setPicture(const Picture &picture);
    void clear();
    /// Whether it is in sight or close to it: what is not is let go until it is.
    void setInReach(bool inReach);
    /// A sign appears over it when it is pointed at or has the keyboard, since it can be made larger.
    void setEnlargeable(bool enlargeable);
    void setRounded(bool rounded); ///< above, as the card it stands in
    void setBadge(const QString &text); ///< in a corner: its number among those chosen; empty: none
    [[nodiscard]] QString file() const { return m_picture.path; } ///< empty: none, or it lies in no file
    [[nodiscard]] bool isEmpty() const { return m_picture.id.isEmpty(); }
    [[nodiscard]] const QImage &image() const { return m_shown; } ///< as it is shown; null: not read yet
    [[nodiscard]] bool isShown() const { return !m_shown.isNull(); } ///< the picture is on the screen
    [[nodiscard]] bool isAwaited() const { return !isEmpty() && m_inReach && !isShown() && !m_unreadable; }
    [[nodiscard]] QSize sizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    void shown();
    void activated();
    void menuWanted(const QPoint &globalPosition);
    void dragWanted();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void load();
    [[nodiscard]] QSize bound() const; ///< in pixels of the screen
    [[nodiscard]] QRectF target(QSize image) const;
    void paintSign(QPainter &painter) const;
    Picture m_picture;
    QImage m_shown; ///< for the size of now, or the one before until that has come
    QSize m_shownFor; ///< the bound it was read for
    bool m_unreadable = false;
    bool m_inReach = true;
    bool m_enlargeable = false;
    bool m_rounded = true;
    QString m_badge;
    int m_round = 0;
    QTimer m_settle;
    std::optional<QPoint> m_pressedAt;
};

} // namespace lightwell
