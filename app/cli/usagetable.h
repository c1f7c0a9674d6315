// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledgerreader.h"

#include <QHash>
#include <QJsonObject>

namespace lightwell {

class Terminal;

/// How spending is to be put together: by day, by something else, or both.
struct UsageGrouping
{
    bool byDay = false;
    SpendingGroup group = SpendingGroup::Nothing;
};

/// "day", "model", "provider", "client", "project", or "day" and one of the others with a comma. Nothing: it is none.
[[nodiscard]] std::optional<UsageGrouping> usageGroupingFrom(const QString &text);
/// Days as they are, or put together; then the dearest first.
[[nodiscard]] QList<SpendingOfDay> grouped(const QList<SpendingOfDay> &days, const UsageGrouping &grouping);

/// `clients` has the names of the gateway's clients by id.
[[nodiscard]] QJsonObject usageTableReport(const QList<SpendingOfDay> &rows, const UsageGrouping &grouping,
                                           const QHash<QString, QString> &clients);
void printUsageTable(const QList<SpendingOfDay> &rows, const UsageGrouping &grouping,
                     const QHash<QString, QString> &clients, Terminal &terminal);
[[nodiscard]] QByteArray usageTableCsv(const QList<SpendingOfDay> &rows, const UsageGrouping &grouping,
                                       const QHash<QString, QString> &clients);

} // namespace lightwell
