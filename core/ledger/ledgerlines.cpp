// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerrows.h"
#include "core/ledger/ledgersql.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

using namespace Qt::StringLiterals;

namespace lightwell {

using ledgerrows::Condition;

namespace {

/// Which lines there are, as `at`, `entry` and `line`: 0 for the entry itself, else the number of what came later. A
/// line with number 2 is the first that can come behind an end.
Condition placesOf(const LedgerFilter &filter)
{
    LedgerFilter entries = filter;
    entries.states.clear();
    entries.unknownOnly = false;
    const Condition first = ledgerrows::conditionOf(entries);
    entries.since = {};
    entries.until = {};
    Condition later = ledgerrows::conditionOf(entries);
    if (filter.since.isValid()) {
        later.add(u"later.at >= ?"_s, filter.since.toMSecsSinceEpoch());
    }
    if (filter.until.isValid()) {
        later.add(u"later.at < ?"_s, filter.until.toMSecsSinceEpoch());
    }
    return {u"SELECT created_at AS at, id AS entry, 0 AS line FROM ledger WHERE %1 UNION ALL "
            "SELECT later.at, later.entry, later.number FROM ledger_lines AS later JOIN ledger ON id = later.entry "
            "WHERE later.number >= 2 AND later.kind NOT IN ('reserved', 'kept') AND later.at IS NOT NULL AND EXISTS "
            "(SELECT 1 FROM ledger_lines AS before WHERE before.entry = later.entry AND before.number < later.number "
            "AND before.kind <> 'reserved') AND %2"_s.arg(first.sql, later.sql),
            first.values + later.values};
}

/// What the columns behind those of an entry say: the line and its time, its kind, amount and pictures, and the kind
/// and amount of the end before it.
LedgerRow lineOf(const Rows &row, int column)
{
    LedgerRow line = ledgerrows::rowOf(row);
    const bool isLater = row.value(column).toInt() > 0;
    const QString kind = row.value(column + 2).toString();
    if (kind.isEmpty()) {
        return line; // it runs
    }
    const LedgerState now = line.state;
    const Money costNow = line.cost;
    line.state = ledgerStateFromName(kind).value_or(LedgerState::Settled); // or "corrected"
    line.cost = line.state == LedgerState::Settled ? ledgersql::toAmount(row.value(column + 3)) : Money::unknown();
    line.pictures = ledgersql::toMoney(row.value(column + 4)).microsOr(0);
    if (!isLater) {
        line.isSettledLater = line.state != now || line.cost != costNow;
        return line;
    }
    line.settledAt = QDateTime::fromMSecsSinceEpoch(row.value(column + 1).toLongLong(), Qt::UTC);
    const QString before = row.value(column + 5).toString();
    line.toldBy = Ledger::Entry::ToldBy::Nobody;
    line.told = before == "kept"_L1 ? line.reserved
        : before == "released"_L1   ? Money::zero()
                                    : ledgersql::toAmount(row.value(column + 6));
    return line;
}

} // namespace

QFuture<Result<QList<LedgerRow>>> LedgerReader::lines(const LedgerFilter &filter, qint64 offset, int limit)
{
    return m_store.read([filter, offset, limit](Database &database) -> Result<QList<LedgerRow>> {
        const Condition places = placesOf(filter);
        const QStringList names = ledgerrows::columns.split(u", "_s);
        Result<Rows> query = execute(
            database,
            u"WITH page AS MATERIALIZED (%1 ORDER BY at DESC, entry DESC, line DESC LIMIT ? OFFSET ?) "
            "SELECT ledger.%2, page.line, page.at, this.kind, this.amount, this.pictures, before.kind, before.amount "
            "FROM page JOIN ledger ON ledger.id = page.entry "
            "LEFT JOIN ledger_lines AS this ON this.entry = page.entry AND this.number = CASE page.line WHEN 0 THEN "
            "(SELECT min(number) FROM ledger_lines WHERE entry = page.entry AND kind <> 'reserved') ELSE page.line END "
            "LEFT JOIN ledger_lines AS before ON page.line > 0 AND before.entry = page.entry AND before.number = "
            "(SELECT max(number) FROM ledger_lines WHERE entry = page.entry AND number < page.line AND kind <> "
            "'reserved') ORDER BY page.at DESC, page.entry DESC, page.line DESC"_s.arg(places.sql,
                                                                                       names.join(u", ledger."_s)),
            places.values + QVariantList {limit, offset});
        if (!query) {
            return query.error();
        }
        QList<LedgerRow> lines;
        while (query.value().next()) {
            lines.append(lineOf(query.value(), static_cast<int>(names.size())));
        }
        const Status whole = query->readToTheEnd();
        return whole ? Result<QList<LedgerRow>>(lines) : whole.error();
    });
}

QFuture<Result<qint64>> LedgerReader::countLines(const LedgerFilter &filter)
{
    return m_store.read([filter](Database &database) -> Result<qint64> {
        const Condition places = placesOf(filter);
        Result<Rows> query = execute(database, u"SELECT count(*) FROM (%1)"_s.arg(places.sql), places.values);
        if (!query) {
            return query.error();
        }
        return query.value().next() ? Result<qint64>(query.value().value(0).toLongLong()) : query->error();
    });
}

} // namespace lightwell
