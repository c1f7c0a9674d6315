// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"

#include <QDate>
#include <QMap>

namespace lightwell {

/// Where a budget goes if spending goes on as it was.
struct Forecast
{
    Money atEnd; ///< spent and kept back at the end of its period; unknown: it has no end, or nothing was spent lately
    QDate reaches; ///< the day of local time on which the limit is reached; invalid: not in sight (two years)

    friend bool operator==(const Forecast &, const Forecast &) = default;
};

/// Pure. `spent` has what was spent on each day of local time (days without spending may be left out or be zero); those
/// of the budget's scope. A day to come costs the mean of the last 14 days with spending before `now`'s, weekends apart
/// from other days; where one kind had none, it costs nothing. What is left of today counts by the share of the day
/// that is left.
[[nodiscard]] Forecast forecast(const BudgetState &state, const QMap<QDate, Money> &spent, const QDateTime &now);

} // namespace lightwell
