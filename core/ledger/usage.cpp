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

/// From the first millisecond, and before the second.
QVariantList ends(const QDateTime &since, const QDateTime &until)
{
    return {since.isValid() ? since.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min(),
            until.isValid() ? until.toMSecsSinceEpoch() - 1 : std::numeric_limits<qint64>::max()};
}

Result<QList<UsageRow>> rowsBy(Database &database, QLatin1StringView column, const QVariantList &period)
{
    QList<UsageRow> rows;
    Result<Rows> query = execute(
        database,
        u"SELECT %1, count(DISTINCT generation), total(%4), total(CASE WHEN state = 'settled' THEN %3 END), "
        "count(DISTINCT CASE WHEN %2 THEN generation END) "
        "FROM ledger WHERE state <> 'released' AND created_at BETWEEN ? AND ? GROUP BY 1 ORDER BY 4 DESC, 1"_s.arg(
            column, ledgersql::isUnknown(), ledgersql::knownAmount("cost"_L1), ledgersql::knownAmount("pictures"_L1)),
        period);
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

QFuture<Result<Usage>> Ledger::usage(const QDateTime &since, const QDateTime &until)
{
    return m_store.read([period = ends(since, until)](Database &database) -> Result<Usage> {
        Usage usage;
        const QString settled = u"total(CASE WHEN state = 'settled' THEN %1 END)"_s;
        Result<Rows> query =
            execute(database,
                    u"SELECT %1, (SELECT total(%2) FROM ledger WHERE %3), "
                    "count(DISTINCT CASE WHEN %4 THEN generation END), (SELECT %5 FROM ledger WHERE created_at > ?), "
                    "total(CASE WHEN state = 'settled' AND (%6) IS NULL THEN %2 END) "
                    "FROM ledger WHERE created_at BETWEEN ? AND ?"_s.arg(
                        settled.arg(ledgersql::knownAmount("cost"_L1)), ledgersql::knownAmount("estimate"_L1),
                        ledgersql::isOpen(), ledgersql::isUnknown(),
                        settled.arg(u"coalesce(%1, %2)"_s.arg(ledgersql::knownAmount("cost"_L1),
                                                              ledgersql::knownAmount("estimate"_L1))),
                        ledgersql::knownAmount("cost"_L1)),
                    QVariantList {period.last()} + period);
        if (!query) {
            return query.error();
        }
        if (!query.value().next()) {
            return query->error();
        }
        usage.total = ledgersql::toSum(query.value().value(0));
        usage.reserved = ledgersql::toSum(query.value().value(1));
        usage.unknown = query.value().value(2).toLongLong();
        usage.later = ledgersql::toSum(query.value().value(3));
        usage.assumed = ledgersql::toSum(query.value().value(4));
        const std::pair<QLatin1StringView, QList<UsageRow> &> groups[] = {
            {"provider"_L1, usage.byProvider}, {"model"_L1, usage.byModel}, {"client"_L1, usage.byClient}};
        for (const auto &[column, group] : groups) {
            const Result<QList<UsageRow>> rows = rowsBy(database, column, period);
            if (!rows) {
                return rows.error();
            }
            group = *rows;
        }
        return usage;
    });
}

} // namespace lightwell
