// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/budgettext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

} // namespace

std::optional<Money> dollarsFrom(const QString &text)
{
    QString amount = text.trimmed();
    if (amount.startsWith(u'$')) {
        amount.remove(0, 1);
    }
    return Money::parse(amount.startsWith(u'.') ? QString(u'0' + amount) : amount);
}

QString limitText(const Budget &budget)
{
    QString limit;
    switch (budget.period) {
    case Period::Day:
        limit = Text::tr("%1 a day");
        break;
    case Period::Week:
        limit = Text::tr("%1 a week");
        break;
    case Period::Month:
        limit = Text::tr("%1 a month");
        break;
    case Period::Total:
        limit = Text::tr("%1 in all");
        break;
    }
    return limit.arg(budget.limit.toString());
}

QJsonObject budgetReport(const BudgetState &state)
{
    const Budget &budget = state.budget;
    return {{"id"_L1, budget.id},
            {"period"_L1, periodName(budget.period)},
            {"provider"_L1, budget.provider},
            {"client"_L1, budget.client},
            {"limit"_L1, budget.limit.toJsonDollars()},
            {"spent"_L1, state.spent.toJsonDollars()},
            {"reserved"_L1, state.reserved.toJsonDollars()},
            {"left"_L1, state.left().toJsonDollars()}};
}

} // namespace lightwell
