// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/daychartpainter.h"

#include <QWidget>

namespace lightwell {

/// Bars by day. Pointing at one, or the arrow keys, names day, part and sum; a click, Enter or Space chooses the day,
/// and once more lets it go.
class DayChart : public QWidget
{
    Q_OBJECT
public:
    explicit DayChart(QWidget *parent = nullptr);
    void setBars(const DayBars &bars);
    void setChosen(QDate day); ///< invalid: none
    [[nodiscard]] QString reading() const; ///< what is told of the day that is looked at; empty: none is
    [[nodiscard]] QRect dayRect(QDate day) const; ///< where its bar has its room
    [[nodiscard]] QSize sizeHint() const override { return {480, 150}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 120}; }

Q_SIGNALS:
    void dayChosen(QDate day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] ChartFrame frame() const;
    void lookAt(int day, int part);
    void choose();
    [[nodiscard]] QList<int> partsOf(int day) const; ///< those with a sum
    DayBars m_bars;
    DayChartPainter::Looking m_looking;
};

} // namespace lightwell
