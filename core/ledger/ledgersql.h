// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"

#include <QVariant>

namespace lightwell::ledgersql {

/// Money as the database keeps it: whole micro-dollars, NULL where unknown.
[[nodiscard]] QVariant fromMoney(Money amount);
/// What is no amount within Money's range is unknown, whatever a database holds.
[[nodiscard]] Money toMoney(const QVariant &value);
/// A column's amount as SQL, NULL where it is none or less than nothing. Sums are made of these alone, and with
/// total(): sum() of whole numbers fails for good once they overflow.
[[nodiscard]] QString knownAmount(QLatin1StringView column);
/// What total() came to.
[[nodiscard]] Money toSum(const QVariant &value);
/// A cost is not known where the vendor told none, or none to be believed, or where nobody knows what became of the
/// attempt; as SQL about the ledger.
[[nodiscard]] QString isUnknown();

/// What is open, as the index of such rows has it: it runs, or nobody knows how it ended.
[[nodiscard]] QString isOpen();

/// What one budget's scope has used up: what was settled of its present period, and all that is open.
[[nodiscard]] Result<BudgetState> stateOf(Database &database, const Budget &budget, const QDateTime &now);
/// All budgets, or those that apply to one provider and client.
[[nodiscard]] Result<QList<Budget>> allBudgets(Database &database);
[[nodiscard]] Result<QList<Budget>> budgetsFor(Database &database, const QString &provider, const QString &client);

} // namespace lightwell::ledgersql
