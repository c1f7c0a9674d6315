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

/// As programs read it.
QString levelName(const BudgetState &state)
{
    switch (state.level()) {
    case BudgetState::Level::Within:
        break;
    case BudgetState::Level::Warned:
        return u"warned"_s;
    case BudgetState::Level::Reached:
        return state.budget.isHard ? u"stopped"_s : u"exceeded"_s;
    }
    return u"within"_s;
}

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

QString stateText(const BudgetState &state)
{
    const QString used = Text::tr("%1 %").arg(state.percentUsed());
    switch (state.level()) {
    case BudgetState::Level::Within:
        break;
    case BudgetState::Level::Warned:
        return Text::tr("%1, past %2 %").arg(used).arg(state.budget.warnAt);
    case BudgetState::Level::Reached:
        return state.budget.isHard ? Text::tr("stopped") : Text::tr("exceeded");
    }
    return used;
}

QJsonObject budgetReport(const BudgetState &state)
{
    const Budget &budget = state.budget;
    return {{"id"_L1, budget.id},
            {"period"_L1, periodName(budget.period)},
            {"provider"_L1, budget.provider},
            {"client"_L1, budget.client},
            {"model"_L1, budget.model},
            {"project"_L1, budget.project},
            {"warn_at"_L1, budget.warnAt},
            {"hard"_L1, budget.isHard},
            {"state"_L1, levelName(state)},
            {"used_percent"_L1, state.percentUsed()},
            {"limit"_L1, budget.limit.toJsonDollars()},
            {"spent"_L1, state.spent.toJsonDollars()},
            {"reserved"_L1, state.reserved.toJsonDollars()},
            {"left"_L1, state.left().toJsonDollars()}};
}

} // namespace lightwell
