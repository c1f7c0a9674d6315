// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledgerreader.h"
#include "core/storage/query.h"

/// Entries of the ledger between its table and LedgerReader.
namespace lightwell::ledgerrows {

extern const QString columns; ///< as rowOf() reads them

/// A WHERE about the table `ledger`.
struct Condition
{
    QString sql = QStringLiteral("1 = 1");
    QVariantList values = {};
    void add(const QString &part, const QVariant &value);
};

[[nodiscard]] Condition conditionOf(const LedgerFilter &filter);
[[nodiscard]] LedgerRow rowOf(const Rows &row);

} // namespace lightwell::ledgerrows
