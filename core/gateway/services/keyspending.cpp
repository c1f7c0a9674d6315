// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/keyspending.h"

#include "core/gateway/services/awaiting.h"

#include <algorithm>

namespace lightwell {

namespace {

using Then = std::function<void(Exchange *, const KeySpending &)>;

UsageRow ofClient(const Usage &usage, const QString &client)
{
    const auto row = std::find_if(usage.byClient.begin(), usage.byClient.end(),
                                  [&client](const UsageRow &one) { return one.group == client; });
    return row == usage.byClient.end() ? UsageRow {client, 0, 0, Money::zero(), 0} : *row;
}

Money &placeOf(KeyFacts &facts, Period period)
{
    switch (period) {
    case Period::Day:
        return facts.today;
    case Period::Week:
        return facts.thisWeek;
    case Period::Month:
        return facts.thisMonth;
    case Period::Total:
        break;
    }
    return facts.ever;
}

bool isWhole(const Budget &budget)
{
    return budget.isHard && budget.provider.isEmpty() && budget.model.isEmpty() && budget.project.isEmpty();
}

template<typename IsMeant>
QList<BudgetState> chosen(const QList<BudgetState> &budgets, IsMeant isMeant)
{
    QList<BudgetState> found;
    std::copy_if(budgets.begin(), budgets.end(), std::back_inserter(found), [&isMeant](const BudgetState &state) {
        return isWhole(state.budget) && isMeant(state.budget.client);
    });
    return found;
}

void readUsage(GatewayContext &context, Service *service, Exchange *exchange, const KeySpending &known,
               QList<Period> periods, const Then &then)
{
    if (periods.isEmpty()) {
        return then(exchange, known);
    }
    const Period period = periods.takeFirst();
    const auto usage = context.parts().ledger.usage(periodStart(period, QDateTime::currentDateTime()));
    awaitFor(context, service, usage, exchange,
             [&context, service, known, period, periods, then](Exchange *it, const Usage &found) {
                 KeySpending further = known;
                 further.usage.append({period, found});
                 readUsage(context, service, it, further, periods, then);
             });
}

} // namespace

KeyFacts KeySpending::factsOf(const QString &client) const
{
    KeyFacts facts;
    for (const auto &[period, all] : usage) {
        const UsageRow row = ofClient(all, client);
        placeOf(facts, period) = row.cost;
        facts.unknown = std::max(facts.unknown, row.unknown);
    }
    return facts;
}

std::optional<BudgetState> tightest(const QList<BudgetState> &budgets)
{
    const auto least = std::min_element(budgets.begin(), budgets.end(), [](const BudgetState &a, const BudgetState &b) {
        return a.left().microsOr(0) < b.left().microsOr(0);
    });
    return least == budgets.end() ? std::nullopt : std::optional(*least);
}

QList<BudgetState> budgetsFor(const QList<BudgetState> &budgets, const QString &client)
{
    return chosen(budgets, [&client](const QString &of) { return of.isEmpty() || of == client; });
}

QList<BudgetState> budgetsOf(const QList<BudgetState> &budgets, const QString &client)
{
    return chosen(budgets, [&client](const QString &of) { return !of.isEmpty() && of == client; });
}

void readSpending(GatewayContext &context, Service *service, Exchange *exchange, const Then &then)
{
    const auto budgets = context.parts().ledger.budgets(QDateTime::currentDateTime());
    awaitFor(context, service, budgets, exchange,
             [&context, service, then](Exchange *it, const QList<BudgetState> &states) {
                 readUsage(context, service, it, {states, {}},
                           {Period::Total, Period::Day, Period::Week, Period::Month}, then);
             });
}

} // namespace lightwell
