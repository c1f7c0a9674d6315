// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/chartframe.h"
#include "ui/widgets/tokens.h"

#include <QCoreApplication>

#include <optional>

class QPainter;

namespace lightwell {

/// Paints the bars of a month, the lines and numbers around them, and what is told of the day that is looked at.
class DayChartPainter
{
    Q_DECLARE_TR_FUNCTIONS(DayChartPainter)
public:
    /// What the person does with the chart.
    struct Looking
    {
        QDate chosen; ///< invalid: none
        int day = -1; ///< that is looked at
        int part = -1; ///< of it; -1: the whole day
    };
    /// In the painter's font, on all of `size`. All outlive it.
    DayChartPainter(QPainter &painter, const DayBars &bars, const ChartFrame &frame, QSize size, const Looking &looking,
                    const Tokens &tokens);
    void paint();

private:
    void paintNothing();
    void paintGround();
    void paintDays();
    void paintForecast(int number, double top, bool isNamed);
    double paintParts(int number); ///< where the uppermost ends
    void paintNumber(int number);
    void paintAllowance();
    [[nodiscard]] std::optional<double> allowanceLeft(double y, double width) const;
    void paintReading();
    QPainter &m_painter;
    const DayBars &m_bars;
    const ChartFrame &m_frame;
    const QSize m_size;
    const Looking &m_looking;
    const Tokens &m_tokens;
    const QFont m_font;
};

} // namespace lightwell
