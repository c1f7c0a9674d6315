// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/routefilter.h"

#include "core/routing/routereasons.h"

#include <algorithm>
#include <numeric>

namespace lightwell {

namespace {

Reason reasonOfMarks(const QStringList &has, const RoutingRule &rule)
{
    for (const QString &mark : rule.marks.value_or(QStringList())) {
        if (!has.contains(mark, Qt::CaseInsensitive)) {
            return reasons::routeMarkMissing(mark);
        }
    }
    for (const QString &mark : rule.withoutMarks.value_or(QStringList())) {
        if (has.contains(mark, Qt::CaseInsensitive)) {
            return reasons::routeMarkExcluded(mark);
        }
    }
    return {};
}

} // namespace

Money priceOfOne(const Plan &plan, const RoutingEvidence &evidence)
{
    const Money all =
        plan.estimate.total.isKnown() ? plan.estimate.total : evidence.bills.value(plan.offer.id(), Money::unknown());
    const qint64 pictures = std::accumulate(plan.calls.cbegin(), plan.calls.cend(), qint64(0),
                                            [](qint64 sum, const PlannedCall &call) { return sum + call.n; });
    if (!all.isKnown() || pictures <= 1) {
        return all;
    }
    return Money::fromMicros((all.micros() + pictures - 1) / pictures); // a limit is not kept by rounding down
}

QString secondsText(qint64 ms)
{
    constexpr double thousand = 1000;
    return QString::number(static_cast<double>(ms) / thousand, 'f', 1);
}

Reason reasonToLeaveOut(const Plan &plan, const RoutingRule &rule, const RoutingView &view)
{
    const QString &provider = plan.offer.provider;
    if (rule.ignore && rule.ignore->contains(provider)) {
        return reasons::routeIgnored();
    }
    if (rule.allow && !rule.allow->contains(provider)) {
        return reasons::routeNotAllowed();
    }
    if (const Reason marks = reasonOfMarks(view.rules.marks.value(provider), rule); !marks.isEmpty()) {
        return marks;
    }
    if (rule.maxPrice) {
        const Money price = priceOfOne(plan, view.evidence);
        if (!price.isKnown()) {
            return reasons::routePriceUnknownUnderCap(*rule.maxPrice);
        }
        if (price.micros() > rule.maxPrice->micros()) {
            return reasons::routeTooDear(price, *rule.maxPrice);
        }
    }
    const qint64 median = view.evidence.records.value(plan.offer.id()).medianMs;
    if (rule.maxTime && median > rule.maxTime->count()) {
        return reasons::routeTooSlow(secondsText(median), secondsText(rule.maxTime->count()));
    }
    return {};
}

} // namespace lightwell
