// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/pastbills.h"

#include "core/ledger/ledgersql.h"
#include "core/storage/query.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell::pastbills {

namespace {

/// Half a micro-dollar is better reserved than not.
qint64 ofOne(qint64 micros, qint64 pictures)
{
    return (micros + pictures - 1) / pictures;
}

} // namespace

Result<PastBills> like(Database &database, const Plan &plan)
{
    Result<Rows> rows =
        execute(database,
                u"SELECT cost, asked FROM ledger WHERE state = 'settled' AND provider = ? AND provider_model = ? "
                "AND size = ? AND quality = ? AND (%1) IS NOT NULL AND asked > 0 AND pictures > 0 "
                "ORDER BY id DESC LIMIT %2"_s.arg(ledgersql::knownAmount("cost"_L1), QString::number(PastBills::most)),
                {notNull(plan.offer.provider), notNull(plan.offer.providerModel), notNull(plan.size.toString()),
                 notNull(plan.quality)});
    if (!rows) {
        return rows.error();
    }
    QList<qint64> bills;
    while (rows.value().next()) {
        bills.append(ofOne(ledgersql::toMoney(rows.value().value(0)).micros(), rows.value().value(1).toLongLong()));
    }
    if (const Status read = rows->readToTheEnd(); !read) {
        return read.error();
    }
    if (bills.isEmpty()) {
        return PastBills();
    }
    std::sort(bills.begin(), bills.end());
    const int pictures = plan.pictures();
    return PastBills {static_cast<int>(bills.size()), Money::fromMicros(bills.at(bills.size() / 2)) * pictures,
                      Money::fromMicros(bills.first()) * pictures, Money::fromMicros(bills.last()) * pictures};
}

} // namespace lightwell::pastbills
