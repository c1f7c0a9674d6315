// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger.h"
#include "core/ledger/ledgersql.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace lightwell {

QFuture<Result<QList<ActivityRow>>> Ledger::activity(const QDateTime &since, const QDateTime &until,
                                                     const std::optional<QString> &client)
{
    QVariantList values {since.isValid() ? since.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min(),
                         until.isValid() ? until.toMSecsSinceEpoch() - 1 : std::numeric_limits<qint64>::max()};
    if (client) {
        values.append(notNull(*client));
    }
    return m_store.read([values, ofOne = client.has_value()](Database &database) -> Result<QList<ActivityRow>> {
        Result<Rows> query =
            execute(database,
                    u"SELECT created_at / 86400000, model, provider, count(DISTINCT generation), total(%3), "
                    "total(CASE WHEN state = 'settled' THEN %2 END), count(DISTINCT CASE WHEN %1 THEN generation END) "
                    "FROM ledger WHERE state <> 'released' AND created_at BETWEEN ? AND ?%4 "
                    "GROUP BY 1, 2, 3 ORDER BY 1 DESC, 6 DESC, 2, 3"_s.arg(
                        ledgersql::isUnknown(), ledgersql::knownAmount("cost"_L1),
                        ledgersql::knownAmount("pictures"_L1), ofOne ? u" AND client = ?"_s : QString()),
                    values);
        if (!query) {
            return query.error();
        }
        QList<ActivityRow> rows;
        while (query.value().next()) {
            const Rows &row = query.value();
            rows.append({QDate(1970, 1, 1).addDays(row.value(0).toLongLong()), row.value(1).toString(),
                         row.value(2).toString(), row.value(3).toLongLong(), ledgersql::toSum(row.value(4)).micros(),
                         ledgersql::toSum(row.value(5)), row.value(6).toLongLong()});
        }
        if (const Status read = query->readToTheEnd(); !read.ok()) {
            return read.error();
        }
        return rows;
    });
}

} // namespace lightwell
