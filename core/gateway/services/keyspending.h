// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/accountfacts.h"
#include "core/gateway/services/service.h"

#include <functional>

namespace lightwell {

/// What all clients have spent until now, and which budgets hold.
struct KeySpending
{
    QList<BudgetState> budgets;
    QList<std::pair<Period, Usage>> usage;

    /// Of one of them; without its name and its limit.
    [[nodiscard]] KeyFacts factsOf(const QString &client) const;
};

/// Of these budgets, the one that leaves least; nothing: there is none.
[[nodiscard]] std::optional<BudgetState> tightest(const QList<BudgetState> &budgets);
/// The hard ones that hold for all that a client does: its own, and those of everybody.
[[nodiscard]] QList<BudgetState> budgetsFor(const QList<BudgetState> &budgets, const QString &client);
/// The hard ones that hold for all that this client does, and for nobody else.
[[nodiscard]] QList<BudgetState> budgetsOf(const QList<BudgetState> &budgets, const QString &client);

/// Reads it from the books. `then` is not called where the exchange has gone; an error is its answer.
void readSpending(GatewayContext &context, Service *service, Exchange *exchange,
                  const std::function<void(Exchange *, const KeySpending &)> &then);

} // namespace lightwell
