// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger.h"
#include "core/ledger/ledgersql.h"
#include "core/storage/jsoncounts.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// A count that total() came to.
qint64 toCount(const QVariant &total)
{
    constexpr double most = 1e15;
    return static_cast<qint64>(std::min(total.toDouble(), most));
}

} // namespace

QFuture<Result<QList<ActivityRow>>> Ledger::activity(const QDateTime &since, const QDateTime &until,
                                                     const std::optional<QString> &client)
{
    QVariantList values {since.isValid() ? since.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min(),
                         until.isValid() ? until.toMSecsSinceEpoch() - 1 : std::numeric_limits<qint64>::max()};
    if (client) {
        values.append(notNull(*client));
    }
    return m_store.read([values, ofOne = client.has_value()](Database &database) -> Result<QList<ActivityRow>> {
        Result<Rows> query = execute(
            database,
            u"SELECT created_at / 86400000, model, provider, count(DISTINCT generation), total(%3), "
            "total(CASE WHEN state = 'settled' THEN %2 END), count(DISTINCT CASE WHEN %1 THEN generation END), "
            "%5, %6, %7 FROM (SELECT ledger.*, attempts.usage FROM ledger "
            "LEFT JOIN generations ON generations.id = ledger.generation "
            "LEFT JOIN attempts ON attempts.generation = generations.sequence "
            "AND ledger.reservation = ledger.generation || '/' || attempts.number) "
            "WHERE state <> 'released' AND created_at BETWEEN ? AND ?%4 "
            "GROUP BY 1, 2, 3 ORDER BY 1 DESC, 6 DESC, 2, 3"_s.arg(
                ledgersql::isUnknown(), ledgersql::knownAmount("cost"_L1), ledgersql::knownAmount("pictures"_L1),
                ofOne ? u" AND client = ?"_s : QString(),
                totalOfJsonCounts(u"usage"_s, {u"prompt_tokens"_s, u"input_tokens"_s, u"promptTokenCount"_s}),
                totalOfJsonCounts(u"usage"_s, {u"completion_tokens"_s, u"output_tokens"_s, u"candidatesTokenCount"_s}),
                totalOfJsonCounts(u"usage"_s,
                                  {u"completion_tokens_details.reasoning_tokens"_s,
                                   u"output_tokens_details.reasoning_tokens"_s, u"thoughtsTokenCount"_s})),
            values);
        if (!query) {
            return query.error();
        }
        QList<ActivityRow> rows;
        while (query.value().next()) {
            const Rows &row = query.value();
            rows.append({QDate(1970, 1, 1).addDays(row.value(0).toLongLong()), row.value(1).toString(),
                         row.value(2).toString(), row.value(3).toLongLong(), ledgersql::toSum(row.value(4)).micros(),
                         ledgersql::toSum(row.value(5)), row.value(6).toLongLong(), toCount(row.value(7)),
                         toCount(row.value(8)), toCount(row.value(9))});
        }
        if (const Status read = query->readToTheEnd(); !read.ok()) {
            return read.error();
        }
        return rows;
    });
}

} // namespace lightwell
