// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace lightwell {

/// It holds for every call, whoever makes it.
[[nodiscard]] bool isForEverything(const Budget &budget);

/// What was spent this month and what is left of the budget, for the sidebar and the price card.
class BudgetWatch : public QObject
{
    Q_OBJECT
public:
    using Budgets = std::function<QFuture<Result<QList<BudgetState>>>(const QDateTime &now)>;
    using Spending = std::function<QFuture<Result<Usage>>(const QDateTime &since)>;
    BudgetWatch(Budgets budgets, Spending spending, QObject *parent = nullptr);

    void refresh(); ///< soon; several calls become one
    /// The budget for everything that leaves least room, of those that stop something or, without such, of those that
    /// only tell; nothing: none is set.
    [[nodiscard]] const std::optional<BudgetState> &tightest() const { return m_tightest; }
    [[nodiscard]] Money spent() const { return m_spent; } ///< this month, as far as it is known
    [[nodiscard]] QString spentThisMonth() const; ///< "$1.50", "$0.00 + 3 unknown"
    [[nodiscard]] QString spentBriefly() const; ///< the same for little room: "$1.50", "$0.00 + ?"
    [[nodiscard]] QString leftLabel() const; ///< "Left in November"
    [[nodiscard]] QString periodLabel() const; ///< "November", "today", "this week", "in total"

Q_SIGNALS:
    void changed();

private:
    void ask();
    Budgets m_budgets;
    Spending m_spending;
    std::optional<BudgetState> m_tightest;
    Money m_spent = Money::zero(); ///< the sum of what is known
    qint64 m_unknown = 0; ///< so many more were made at a cost that is not
    QTimer m_soon;
};

} // namespace lightwell
