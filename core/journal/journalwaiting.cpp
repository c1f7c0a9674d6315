// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/ledger/ledgersql.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

Result<QStringList> ids(Database &database, const QString &sql, const QVariantList &values = {})
{
    Result<Rows> rows = execute(database, u"%1 LIMIT %2"_s.arg(sql).arg(Journal::Waiting::most), values);
    if (!rows) {
        return rows.error();
    }
    QStringList result;
    while (rows.value().next()) {
        result.append(rows.value().value(0).toString());
    }
    if (const Status read = rows->readToTheEnd(); !read.ok()) {
        return read.error();
    }
    return result;
}

QString ledgerWhere(const QString &condition)
{
    return u"SELECT generation FROM ledger WHERE %1 GROUP BY 1 ORDER BY max(created_at) DESC, 1"_s.arg(condition);
}

Result<Journal::Waiting> read(Database &database, const QDateTime &now)
{
    const auto recorded = "EXISTS (SELECT 1 FROM generations WHERE id = ledger.generation AND json_valid(json))"_L1;
    const QString unknown = u"state = 'settled' AND (%1) IS NULL"_s.arg(ledgersql::knownAmount("cost"_L1));
    Journal::Waiting waiting;
    const std::tuple<QStringList &, QString, QVariantList> questions[] = {
        {waiting.unknownCost, ledgerWhere(u"%1 AND %2"_s.arg(unknown, recorded)), {}},
        {waiting.lostGenerations,
         ledgerWhere(u"(state IN ('reserved', 'kept') OR (%1)) AND NOT %2"_s.arg(unknown, recorded)),
         {}},
        // The entries of an attempt are named after the generation, which the primary key finds.
        {waiting.lostEntries,
         u"SELECT id FROM generations WHERE status = '%1' AND NOT EXISTS (SELECT 1 FROM ledger WHERE "
         "reservation >= generations.id || '/' AND reservation < generations.id || '0') ORDER BY sequence DESC"_s.arg(
             statusName(GenerationStatus::Unknown)),
         {}},
        {waiting.fromTheFuture, ledgerWhere(u"created_at > ?"_s), {now.addDays(1).toMSecsSinceEpoch()}},
    };
    for (const auto &[list, sql, values] : questions) {
        Result<QStringList> found = ids(database, sql, values);
        if (!found) {
            return found.error();
        }
        list = std::move(found).value();
    }
    return waiting;
}

} // namespace

QFuture<Result<Journal::Waiting>> Journal::waiting(const QDateTime &now)
{
    return m_store.run([now](Database &database) { return read(database, now); });
}

} // namespace lightwell
