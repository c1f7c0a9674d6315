// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"

#include <QVariant>

namespace lightwell::ledgersql {

/// Money as the database keeps it: whole micro-dollars, NULL where unknown.
[[nodiscard]] QVariant fromMoney(Money amount);
[[nodiscard]] Money toMoney(const QVariant &value);

/// What one budget's scope has used since its period began.
[[nodiscard]] Result<BudgetState> stateOf(Database &database, const Budget &budget, const QDateTime &now);
/// All budgets, or those that apply to one provider and client.
[[nodiscard]] Result<QList<Budget>> allBudgets(Database &database);
[[nodiscard]] Result<QList<Budget>> budgetsFor(Database &database, const QString &provider, const QString &client);

} // namespace lightwell::ledgersql
