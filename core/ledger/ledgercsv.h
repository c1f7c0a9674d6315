// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledgerreader.h"

#include <QHash>

/// The ledger as spreadsheets read it: the same columns always, new ones only at the end. Money is in dollars with a
/// dot and to the micro-dollar; what is unknown is empty. Times are UTC, days those of local time. `clients` has the
/// names of the gateway's clients by id.
namespace lightwell::ledgercsv {

[[nodiscard]] QByteArray entryHeader();
[[nodiscard]] QByteArray entry(const LedgerRow &row, const QHash<QString, QString> &clients);

[[nodiscard]] QByteArray spendingHeader();
/// `group` says which column the group stands in; without a day, the first one is empty.
[[nodiscard]] QByteArray spending(const SpendingOfDay &row, SpendingGroup group,
                                  const QHash<QString, QString> &clients);

} // namespace lightwell::ledgercsv
