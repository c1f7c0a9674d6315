// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/daybars.h"

#include <QWidget>

#include <optional>

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
    struct Frame; ///< where everything lies
    [[nodiscard]] Frame frame() const;
    [[nodiscard]] QFont small() const;
    void lookAt(int day, int part);
    void choose();
    [[nodiscard]] QList<int> partsOf(int day) const; ///< those with a sum
    void paintNothing(QPainter &painter, const Frame &frame);
    void paintGround(QPainter &painter, const Frame &frame);
    void paintDays(QPainter &painter, const Frame &frame);
    void paintAllowance(QPainter &painter, const Frame &frame);
    [[nodiscard]] std::optional<double> allowanceLeft(const Frame &frame, double y, double width) const;
    void paintReading(QPainter &painter, const Frame &frame);
    DayBars m_bars;
    QDate m_chosen;
    int m_day = -1; ///< that is looked at
    int m_part = -1; ///< of it; -1: the whole day
};

} // namespace lightwell
