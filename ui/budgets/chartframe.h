// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/daybars.h"

#include <QFont>
#include <QRectF>

namespace lightwell {

/// Where the bars, lines and numbers of a day chart lie, in pixels.
struct ChartFrame
{
    QRectF plot;
    ChartScale scale;
    double column = 0; ///< the room of a day
    double bar = 0;

    /// `font`: of the numbers.
    [[nodiscard]] static ChartFrame of(const DayBars &bars, QSize size, const QFont &font);
    [[nodiscard]] double y(qint64 micros) const;
    [[nodiscard]] QRectF room(int day) const;
    [[nodiscard]] double left(int day) const; ///< of its bar
    [[nodiscard]] int dayAt(QPointF place) const; ///< -1: beside the plot
    /// The parts of a day from below; an empty one where nothing was spent.
    [[nodiscard]] QList<QRectF> parts(const DayBars::Day &day, int number) const;
    [[nodiscard]] QString lineText(int line) const; ///< from 1
};

} // namespace lightwell
