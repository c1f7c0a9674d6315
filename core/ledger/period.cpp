// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger.h"
#include "core/model/json.h"

namespace lightwell {

namespace {

constexpr json::Names<Period, 4> periodNames = {{
    {Period::Day, "day"},
    {Period::Week, "week"},
    {Period::Month, "month"},
    {Period::Total, "total"},
}};

} // namespace

QString periodName(Period period)
{
    return periodNames.name(period);
}

std::optional<Period> periodFromName(const QString &name)
{
    return periodNames.value(name);
}

QDateTime periodStart(Period period, const QDateTime &now)
{
    const QDate today = now.toLocalTime().date();
    // startOfDay() and not midnight: where the clocks change at midnight, there is none.
    switch (period) {
    case Period::Day:
        return today.startOfDay();
    case Period::Week:
        return today.addDays(1 - today.dayOfWeek()).startOfDay();
    case Period::Month:
        return QDate(today.year(), today.month(), 1).startOfDay();
    case Period::Total:
        break;
    }
    return {};
}

QDateTime periodEnd(Period period, const QDateTime &now)
{
    const QDate first = periodStart(period, now).date();
    switch (period) {
    case Period::Day:
        return first.addDays(1).startOfDay();
    case Period::Week:
        return first.addDays(7).startOfDay();
    case Period::Month:
        return first.addMonths(1).startOfDay();
    case Period::Total:
        break;
    }
    return {};
}

} // namespace lightwell
