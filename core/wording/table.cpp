// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/table.h"

#include <QHash>

#include <utility>

namespace lightwell::wording {

namespace {

/// The context under which QT_TRANSLATE_NOOP has told the sentences to the translators.
QList<Row> in(const char *context, QList<Row> rows)
{
    for (Row &row : rows) {
        row.context = context;
    }
    return rows;
}

} // namespace

QList<Row> commonRows()
{
    return {
        {reasons::text, "%1"},
        {reasons::sentences, "%1"},
        {reasons::ofField, "%1: %2"},
    };
}

const QList<Row> &allRows()
{
    static const QList<Row> rows = in("Wording", commonRows()) + in("Planner", planRows()) + in("Planner", checkRows())
        + in("Provider", vendorRows()) + in("Secrets", keyRows()) + in("Ledger", budgetRows())
        + in("CallErrors", callRows()) + in("Network", networkRows()) + in("Catalog", catalogRows())
        + in("Journal", journalRows()) + in("Explain", explainRows()) + in("Export", exportRows())
        + in("Library", libraryRows()) + in("Storage", storageRows()) + in("Media", mediaRows())
        + in("Gateway", gatewayRows()) + in("Routing", routingRows()) + in("Text", textRows());
    return rows;
}

const Row *rowOf(const QString &code)
{
    static const QHash<QString, const Row *> rows = [] {
        QHash<QString, const Row *> found;
        for (const Row &row : allRows()) {
            found.insert(QString::fromLatin1(row.code), &row);
        }
        return found;
    }();
    return rows.value(code);
}

} // namespace lightwell::wording
