// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/forecast.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lightwell {

namespace {

constexpr int daysLookedAt = 14;
constexpr int daysInSight = 731;

bool isWeekend(QDate day)
{
    return day.dayOfWeek() >= Qt::Saturday;
}

/// Micro-dollars a day, of working days and of weekends. 14 days with spending are two weeks or more; each kind of day
/// has its own mean over the same stretch, days without spending among them left out.
std::array<double, 2> meansOf(const QMap<QDate, Money> &spent, QDate today)
{
    std::array<double, 2> sums {};
    std::array<int, 2> days {};
    int seen = 0;
    for (auto day = spent.constEnd(); day != spent.constBegin() && seen < daysLookedAt;) {
        --day;
        if (day.key() >= today || day->microsOr(0) <= 0) {
            continue;
        }
        const std::size_t kind = isWeekend(day.key()) ? 1 : 0;
        sums[kind] += static_cast<double>(day->micros());
        ++days[kind];
        ++seen;
    }
    for (std::size_t kind = 0; kind < sums.size(); ++kind) {
        sums[kind] /= std::max(days[kind], 1);
    }
    return sums;
}

/// How much of the day lies ahead, 0 to 1; a day of 23 hours, too.
double restOf(QDate day, const QDateTime &now)
{
    const auto begins = static_cast<double>(day.startOfDay().toMSecsSinceEpoch());
    const auto ends = static_cast<double>(day.addDays(1).startOfDay().toMSecsSinceEpoch());
    return std::clamp((ends - static_cast<double>(now.toMSecsSinceEpoch())) / (ends - begins), 0.0, 1.0);
}

} // namespace

Forecast forecast(const BudgetState &state, const QMap<QDate, Money> &spent, const QDateTime &now)
{
    const QDate today = now.toLocalTime().date();
    const std::array<double, 2> means = meansOf(spent, today);
    const QDateTime end = periodEnd(state.budget.period, now);
    const auto limit = static_cast<double>(state.budget.limit.microsOr(0));
    auto sum = static_cast<double>((state.spent + state.reserved).microsOr(0));
    Forecast result;
    if (sum >= limit) {
        result.reaches = today;
    }
    const bool isIdle = means[0] <= 0 && means[1] <= 0;
    const QDate last = end.isValid() ? end.date() : today.addDays(daysInSight);
    for (QDate day = today; !isIdle && day < last; day = day.addDays(1)) {
        sum += means[isWeekend(day) ? 1 : 0] * (day == today ? restOf(day, now) : 1.0);
        if (!result.reaches.isValid() && sum >= limit) {
            result.reaches = day;
        }
    }
    if (end.isValid() && !isIdle) {
        result.atEnd = Money::fromMicros(std::llround(std::min(sum, static_cast<double>(Money::maxMicros))));
    }
    return result;
}

} // namespace lightwell
