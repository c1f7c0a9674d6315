// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/daybars.h"

#include "ui/budgets/chartparts.h"

#include <QHash>

#include <algorithm>

namespace lightwell {

Money DayBars::Day::sum() const
{
    Money sum = Money::zero();
    for (const Money part : parts) {
        sum += part;
    }
    return sum;
}

DayBars DayBars::of(const QList<SpendingOfDay> &sums, QDate month, const NameOf &nameOf, const QString &others)
{
    DayBars bars;
    QHash<QString, Money> groups;
    for (const SpendingOfDay &sum : sums) {
        Money &whole = groups.insert(sum.group, groups.value(sum.group, Money::zero())).value();
        whole += sum.cost;
    }
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        if (group.value() != Money::zero()) {
            bars.parts.append({group.key(), nameOf(group.key()), group.value()});
        }
    }
    std::sort(bars.parts.begin(), bars.parts.end(), [](const Part &a, const Part &b) {
        return a.sum != b.sum ? a.sum.microsOr(0) > b.sum.microsOr(0) : a.group < b.group;
    });
    // One that would be alone among the others keeps its name.
    if (bars.parts.size() > chartparts::most + 1) {
        Part rest {{}, others, Money::zero(), true};
        while (bars.parts.size() > chartparts::most) {
            rest.sum += bars.parts.takeLast().sum;
        }
        bars.parts.append(rest);
    }
    QHash<QString, qsizetype> places;
    for (qsizetype place = 0; place < bars.parts.size(); ++place) {
        places.insert(bars.parts.at(place).group, place);
    }
    const QDate first(month.year(), month.month(), 1);
    for (int day = 0; day < first.daysInMonth(); ++day) {
        Day bar;
        bar.date = first.addDays(day);
        bar.parts.fill(Money::zero(), bars.parts.size());
        bars.days.append(bar);
    }
    for (const SpendingOfDay &sum : sums) {
        const qint64 day = first.daysTo(sum.day);
        if (day < 0 || day >= bars.days.size()) {
            continue;
        }
        Day &bar = bars.days[day];
        bar.unknown += sum.unknown;
        if (sum.cost != Money::zero()) {
            bar.parts[places.value(sum.group, bars.parts.size() - 1)] += sum.cost;
        }
    }
    return bars;
}

bool DayBars::isEmpty() const
{
    return std::all_of(days.begin(), days.end(),
                       [](const Day &day) { return day.unknown == 0 && day.sum() == Money::zero(); });
}

ChartScale ChartScale::upTo(qint64 highest)
{
    constexpr int most = 3;
    constexpr qint64 finest = 1'000; // a tenth of a cent: finer amounts have no form of their own
    for (qint64 ten = finest;; ten *= 10) {
        for (const qint64 factor : {1, 2, 4, 5}) {
            const qint64 step = ten * factor;
            if (step * most >= highest) {
                return {step, std::max(1, static_cast<int>((highest + step - 1) / step))};
            }
        }
    }
}

} // namespace lightwell
