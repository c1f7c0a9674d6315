// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/monthmarks.h"

#include <QDate>
#include <QWidget>

namespace lightwell {

/// The months beside the pictures, each with a bar as long as it has pictures under the present filters. Dragging
/// anywhere in it leads there; arrows go by month, Page Up and Page Down by year.
class MonthScrubber : public QWidget
{
    Q_OBJECT
public:
    explicit MonthScrubber(QWidget *parent = nullptr);
    void setMonths(const QList<MonthCount> &months); ///< in the order of the pictures
    void showMonth(QDate day); ///< that is in sight
    [[nodiscard]] const QList<MonthMark> &marks() const { return m_marks; }
    [[nodiscard]] int markAt(int y) const; ///< no year's name; -1: there are none
    [[nodiscard]] int middleOf(int mark) const; ///< its y
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void pictureWanted(int row); ///< to be in sight
    void dragged(bool isUnderWay, int y); ///< where the pointer is

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void arrange();
    void dragTo(int y);
    void goTo(int mark);
    [[nodiscard]] int step() const; ///< from one line to the next
    [[nodiscard]] int nextYear(int by) const;
    QList<MonthCount> m_months;
    QList<MonthMark> m_marks;
    QDate m_shown;
    int m_current = -1; ///< of the marks
    bool m_isDragging = false;
};

} // namespace lightwell
