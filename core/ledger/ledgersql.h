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
/// The same where the column is already read: what is none or less than nothing is unknown.
[[nodiscard]] Money toAmount(const QVariant &value);
/// What total() came to.
[[nodiscard]] Money toSum(const QVariant &value);
/// A cost is not known where the vendor told none, or none to be believed, or where nobody knows what became of the
/// attempt; as SQL about the ledger.
[[nodiscard]] QString isUnknown();

/// What is open, as the index of such rows has it: it runs, or nobody knows how it ended.
[[nodiscard]] QString isOpen();

/// What one budget's scope has used up: what was settled of its present period, and all that is open.
[[nodiscard]] Result<BudgetState> stateOf(Database &database, const Budget &budget, const QDateTime &now);
[[nodiscard]] Result<QList<Budget>> allBudgets(Database &database);

/// As the column `told_by` has it.
[[nodiscard]] QString toldByName(Ledger::Entry::ToldBy who);
[[nodiscard]] Ledger::Entry::ToldBy toldByFromName(const QString &name);

/// Days begin with a quarter of an hour in every time zone; so do the periods.
inline constexpr qint64 quarterMs = 15LL * 60 * 1000;

} // namespace lightwell::ledgersql
