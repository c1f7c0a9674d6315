// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/journal/journalrows.h"
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

/// Those the ledger has open, by whether there is a record of them that can be read.
Status readOpen(Database &database, Journal::Waiting &waiting)
{
    const QString unknown = u"state = 'settled' AND (%1) IS NULL"_s.arg(ledgersql::knownAmount("ledger.cost"_L1));
    Result<Rows> rows = execute(database,
                                u"SELECT generation, request, max(CASE WHEN %1 THEN 1 ELSE 0 END) FROM ledger "
                                "LEFT JOIN generations ON generations.id = generation "
                                "WHERE state IN ('reserved', 'kept') OR (%1) "
                                "GROUP BY generation, request ORDER BY max(ledger.created_at) DESC, 1"_s.arg(unknown));
    if (!rows) {
        return rows.error();
    }
    while (rows.value().next()) {
        const bool isRecorded = journalrows::isReadable(rows.value().value(1).toByteArray());
        QStringList &list = isRecorded ? waiting.unknownCost : waiting.lostGenerations;
        const bool belongs = !isRecorded || rows.value().value(2).toBool();
        if (belongs && list.size() < Journal::Waiting::most) {
            list.append(rows.value().value(0).toString());
        }
    }
    return rows->readToTheEnd();
}

Result<Journal::Waiting> read(Database &database, const QDateTime &now)
{
    Journal::Waiting waiting;
    if (const Status open = readOpen(database, waiting); !open) {
        return open.error();
    }
    const std::tuple<QStringList &, QString, QVariantList> questions[] = {
        // The entries of an attempt are named after the generation, which the primary key finds.
        {waiting.lostEntries,
         u"SELECT id FROM generations WHERE status = '%1' AND %2 AND NOT EXISTS (SELECT 1 FROM ledger WHERE "
         "reservation >= generations.id || '/' AND reservation < generations.id || '0') ORDER BY sequence DESC"_s.arg(
             statusName(GenerationStatus::Unknown), journalrows::isOpen()),
         {}},
        {waiting.questionedBills,
         u"SELECT DISTINCT generations.id FROM attempts JOIN generations ON sequence = generation WHERE "
         "doubted_cost IS NOT NULL AND attempts.cost IS NOT NULL AND settled_by_hand = 0 ORDER BY sequence DESC"_s,
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
    return m_store.read([now](Database &database) { return read(database, now); });
}

} // namespace lightwell
