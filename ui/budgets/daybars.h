// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledgerreader.h"

#include <QDate>
#include <QList>

#include <functional>

namespace lightwell {

/// The days of a month as bars of the same parts, the largest first. What is beyond chartparts::most is one last part,
/// "others". Values only; ui/budgets/daychart paints them.
struct DayBars
{
    struct Part
    {
        QString group; ///< an id; empty with `isOthers`
        QString name;
        Money sum;
        bool isOthers = false;
    };
    struct Day
    {
        QDate date;
        QList<Money> parts; ///< an entry for each of the bars' parts
        qint64 unknown = 0;
        Money forecast; ///< unknown: none for this day
        [[nodiscard]] Money sum() const;
    };
    QList<Part> parts;
    QList<Day> days;
    QDate today; ///< may lie in another month
    Money allowance; ///< so much a day would use the limit up; unknown: there is none

    using NameOf = std::function<QString(const QString &group)>;
    /// Every day of the month of `month`. The parts are called by `nameOf`.
    [[nodiscard]] static DayBars of(const QList<SpendingOfDay> &sums, QDate month, const NameOf &nameOf,
                                    const QString &others);
    [[nodiscard]] bool isEmpty() const; ///< nothing was spent, not even at an unknown cost
};

/// Lines across the bars: `step` micro-dollars apart, so many that the topmost is not below the highest bar.
struct ChartScale
{
    qint64 step = 0;
    int lines = 0;
    [[nodiscard]] qint64 top() const { return step * lines; }
    [[nodiscard]] static ChartScale upTo(qint64 highest);
};

} // namespace lightwell
