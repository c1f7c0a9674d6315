// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

namespace lightwell::test {

/// The steps of the ledger, each in a transaction of its own, as the journal has them in its.
class LedgerSteps
{
public:
    explicit LedgerSteps(Store &store)
        : m_store(store)
    {
    }
    [[nodiscard]] QFuture<Status> reserve(const Ledger::Entry &entry, const QDateTime &now)
    {
        return alone([entry, now](Database &database) {
            const Result<QList<Reason>> told = Ledger::reserveIn(database, entry, now);
            return told ? Status(Success()) : told.error();
        });
    }
    /// The same, with what the budgets tell.
    [[nodiscard]] QFuture<Result<QList<Reason>>> reserveAndTell(const Ledger::Entry &entry, const QDateTime &now)
    {
        return alone([entry, now](Database &database) { return Ledger::reserveIn(database, entry, now); });
    }
    [[nodiscard]] QFuture<Status> settle(const QString &reservation, Money cost, int pictures)
    {
        return alone([reservation, cost, pictures](Database &database) {
            return Ledger::settleIn(database, reservation, cost, pictures, {});
        });
    }
    [[nodiscard]] QFuture<Status> release(const QString &reservation)
    {
        return alone([reservation](Database &database) { return Ledger::releaseIn(database, reservation, {}); });
    }
    [[nodiscard]] QFuture<Status> keep(const QString &reservation)
    {
        return alone([reservation](Database &database) { return Ledger::keepIn(database, reservation, {}); });
    }
    [[nodiscard]] QFuture<Status> correct(const QString &reservation, Money cost)
    {
        return alone(
            [reservation, cost](Database &database) { return Ledger::correctIn(database, reservation, cost, {}); });
    }

private:
    template<typename Step>
    auto alone(Step step) -> QFuture<std::invoke_result_t<Step, Database &>>
    {
        return m_store.run(
            [step](Database &database) { return inTransaction(database, [&] { return step(database); }); });
    }
    Store &m_store;
};

} // namespace lightwell::test
