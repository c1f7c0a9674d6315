// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger.h"

#include "core/storage/store.h"
#include "core/storage/transaction.h"

namespace lightwell {

Ledger::Ledger(Store &store)
    : m_store(store)
{
}

QString Ledger::reservationName(const QString &generation, int attempt)
{
    return generation + u'/' + QString::number(attempt);
}

QFuture<Status> Ledger::reserve(const Entry &entry, const QDateTime &now)
{
    return m_store.run([entry, now](Database &database) {
        return inTransaction(database, [&] { return reserveIn(database, entry, now); });
    });
}

QFuture<Status> Ledger::settle(const QString &reservation, Money cost, int pictures)
{
    return m_store.run([reservation, cost, pictures](Database &database) {
        return inTransaction(database, [&] { return settleIn(database, reservation, cost, pictures); });
    });
}

QFuture<Status> Ledger::release(const QString &reservation)
{
    return m_store.run([reservation](Database &database) {
        return inTransaction(database, [&] { return releaseIn(database, reservation); });
    });
}

QFuture<Status> Ledger::keep(const QString &reservation)
{
    return m_store.run([reservation](Database &database) {
        return inTransaction(database, [&] { return keepIn(database, reservation); });
    });
}

} // namespace lightwell
