// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger.h"
#include "core/ledger/ledgersql.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

qint64 from(const QDateTime &since)
{
    return since.isValid() ? since.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
}

Result<QList<UsageRow>> rowsBy(Database &database, QLatin1StringView column, const QDateTime &since)
{
    QList<UsageRow> rows;
    Result<Rows> query = execute(
        database,
        u"SELECT %1, count(DISTINCT generation), total(%4), total(CASE WHEN state = 'settled' THEN %3 END), "
        "count(DISTINCT CASE WHEN %2 THEN generation END) "
        "FROM ledger WHERE state <> 'released' AND created_at >= ? GROUP BY 1 ORDER BY 4 DESC, 1"_s.arg(
            column, ledgersql::isUnknown(), ledgersql::knownAmount("cost"_L1), ledgersql::knownAmount("pictures"_L1)),
        {from(since)});
    if (!query) {
        return query.error();
    }
    while (query.value().next()) {
        const Rows &row = query.value();
        rows.append({row.value(0).toString(), row.value(1).toLongLong(), ledgersql::toSum(row.value(2)).micros(),
                     ledgersql::toSum(row.value(3)), row.value(4).toLongLong()});
    }
    if (const Status read = query->readToTheEnd(); !read.ok()) {
        return read.error();
    }
    return rows;
}

} // namespace

QFuture<Result<Usage>> Ledger::usage(const QDateTime &since)
{
    return m_store.read([since](Database &database) -> Result<Usage> {
        Usage usage;
        Result<Rows> query =
            execute(database,
                    u"SELECT total(CASE WHEN state = 'settled' THEN %2 END), "
                    "total(CASE WHEN state IN ('reserved', 'kept') THEN %3 END), "
                    "count(DISTINCT CASE WHEN %1 THEN generation END) "
                    "FROM ledger WHERE created_at >= ?"_s.arg(ledgersql::isUnknown(), ledgersql::knownAmount("cost"_L1),
                                                              ledgersql::knownAmount("estimate"_L1)),
                    {from(since)});
        if (!query) {
            return query.error();
        }
        if (!query.value().next()) {
            return query->error();
        }
        usage.total = ledgersql::toSum(query.value().value(0));
        usage.reserved = ledgersql::toSum(query.value().value(1));
        usage.unknown = query.value().value(2).toLongLong();
        const std::pair<QLatin1StringView, QList<UsageRow> &> groups[] = {
            {"provider"_L1, usage.byProvider}, {"model"_L1, usage.byModel}, {"client"_L1, usage.byClient}};
        for (const auto &[column, group] : groups) {
            const Result<QList<UsageRow>> rows = rowsBy(database, column, since);
            if (!rows) {
                return rows.error();
            }
            group = *rows;
        }
        return usage;
    });
}

} // namespace lightwell
