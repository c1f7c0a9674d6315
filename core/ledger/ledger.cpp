// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger.h"

#include "core/ledger/ledgersql.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace ledgersql {

QString toldByName(Ledger::Entry::ToldBy who)
{
    switch (who) {
    case Ledger::Entry::ToldBy::PriceList:
        return u"list"_s;
    case Ledger::Entry::ToldBy::Bills:
        return u"bills"_s;
    case Ledger::Entry::ToldBy::Nobody:
        break;
    }
    return notNull({});
}

Ledger::Entry::ToldBy toldByFromName(const QString &name)
{
    if (name == "list"_L1) {
        return Ledger::Entry::ToldBy::PriceList;
    }
    return name == "bills"_L1 ? Ledger::Entry::ToldBy::Bills : Ledger::Entry::ToldBy::Nobody;
}

} // namespace ledgersql

Ledger::Ledger(Store &store)
    : m_store(store)
{
}

QString Ledger::reservationName(const QString &generation, int attempt)
{
    return generation + u'/' + QString::number(attempt);
}

QFuture<Result<QStringList>> Ledger::projects()
{
    return m_store.read([](Database &database) -> Result<QStringList> {
        Result<Rows> rows = execute(database,
                                    u"SELECT project FROM ledger WHERE project <> '' "
                                    "UNION SELECT project FROM budgets WHERE project <> '' ORDER BY 1"_s);
        if (!rows) {
            return rows.error();
        }
        QStringList names;
        while (rows.value().next()) {
            names.append(rows.value().value(0).toString());
        }
        const Status read = rows->readToTheEnd();
        return read ? Result<QStringList>(names) : read.error();
    });
}

} // namespace lightwell
