// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/budgetreasons.h"
#include "core/ledger/ledger.h"
#include "core/ledger/ledgersql.h"
#include "core/storage/backend.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// "the budget of .00 a month for fal"
Reason nameOf(const Budget &budget)
{
    Reason name;
    switch (budget.period) {
    case Period::Day:
        name = reasons::budgetOfADay(budget.limit);
        break;
    case Period::Week:
        name = reasons::budgetOfAWeek(budget.limit);
        break;
    case Period::Month:
        name = reasons::budgetOfAMonth(budget.limit);
        break;
    case Period::Total:
        name = reasons::budgetInAll(budget.limit);
        break;
    }
    if (!budget.provider.isEmpty()) {
        name = reasons::budgetOfProvider(name, budget.provider);
    }
    if (!budget.client.isEmpty()) {
        name = reasons::budgetOfClient(name);
    }
    return name;
}

Error refusal(const Reason &reason)
{
    Error error = notSent(ErrorKind::Budget, reason);
    error.code = u"BUDGET_EXCEEDED"_s;
    return error;
}

Status allows(const BudgetState &state, const Ledger::Entry &entry)
{
    const Money left = state.left();
    const Reason name = nameOf(state.budget);
    if (!entry.estimate.isKnown()) {
        if (!entry.allowUnknownPrice) {
            return refusal(reasons::priceUnknownUnderBudget(name));
        }
        // Nobody can tell whether it fits; at least something must be left.
        return left.micros() > 0 ? Status(Success()) : Status(refusal(reasons::budgetUsedUp(name)));
    }
    // What costs nothing may run even when a real bill was higher than its estimate.
    if (entry.estimate.micros() <= 0 || entry.estimate.micros() <= left.micros()) {
        return Success();
    }
    return refusal(reasons::budgetTooSmall(entry.estimate, Money::fromMicros(qMax<qint64>(0, left.micros())), name));
}

/// The state of a reservation; empty where there is none.
Result<QString> stateOf(Database &database, const QString &reservation)
{
    Result<Rows> query = execute(database, u"SELECT state FROM ledger WHERE reservation = ?"_s, {reservation});
    if (!query) {
        return query.error();
    }
    return query.value().next() ? query.value().value(0).toString() : QString();
}

Status changed(const Result<int> &rows)
{
    return rows ? Status(Success()) : Status(rows.error());
}

/// The last door: what is less than nothing is no cost and no estimate, whoever says so.
Money notNegative(Money amount)
{
    return amount.isKnown() && amount.micros() < 0 ? Money::unknown() : amount;
}

/// Appends what happened to an entry. Whoever changes an entry's state calls this in the same transaction: the state is
/// what the lines come to.
Status append(Database &database, const QString &reservation, QLatin1StringView kind, Money amount,
              const QDateTime &when)
{
    // VALUES, and not a SELECT: SQLite would gather what that yields in a temporary table, since it reads the lines,
    // too.
    return changed(
        change(database,
               u"INSERT INTO ledger_lines (entry, number, kind, amount, pictures, at) VALUES "
               "((SELECT id FROM ledger WHERE reservation = ?), (SELECT coalesce(max(number) + 1, 0) FROM ledger_lines "
               "WHERE entry = (SELECT id FROM ledger WHERE reservation = ?)), ?, ?, "
               "(SELECT pictures FROM ledger WHERE reservation = ?), ?)"_s,
               {reservation, reservation, QString(kind), ledgersql::fromMoney(amount), reservation,
                when.isValid() ? QVariant(when.toMSecsSinceEpoch()) : QVariant(QMetaType(QMetaType::LongLong))}));
}

/// The same, where an entry was changed.
Status appendIf(const Result<int> &rows, Database &database, const QString &reservation, QLatin1StringView kind,
                Money amount, const QDateTime &when)
{
    if (!rows || *rows == 0) {
        return changed(rows);
    }
    return append(database, reservation, kind, amount, when);
}

Status insert(Database &database, const Ledger::Entry &entry, const QDateTime &begun)
{
    const Money estimate = notNegative(entry.estimate);
    const Result<int> rows =
        change(database,
               u"INSERT INTO ledger (reservation, generation, provider, model, client, state, estimate, created_at) "
               "VALUES (?, ?, ?, ?, ?, 'reserved', ?, ?)"_s,
               {entry.reservation, entry.generation, notNull(entry.provider), notNull(entry.model),
                notNull(entry.client), ledgersql::fromMoney(estimate), begun.toMSecsSinceEpoch()});
    return appendIf(rows, database, entry.reservation, "reserved"_L1, estimate, begun);
}

Error unknownReservation(const QString &reservation)
{
    Error error;
    error.kind = ErrorKind::Internal;
    error.setReason(reasons::attemptNotInLedger());
    error.detail = reservation;
    return error;
}

Status passesBudgets(Database &database, const Ledger::Entry &entry, const QDateTime &now)
{
    const Result<QList<Budget>> budgets = ledgersql::budgetsFor(database, entry.provider, entry.client);
    if (!budgets) {
        return budgets.error();
    }
    for (const Budget &budget : *budgets) {
        const Result<BudgetState> state = ledgersql::stateOf(database, budget, now);
        if (!state) {
            return state.error();
        }
        if (const Status allowed = allows(*state, entry); !allowed) {
            return allowed;
        }
    }
    return Success();
}

Status reserveNow(Database &database, const Ledger::Entry &entry, const QDateTime &now)
{
    const Result<QString> state = stateOf(database, entry.reservation);
    if (!state) {
        return state.error();
    }
    if (*state == "reserved"_L1 || *state == "kept"_L1) {
        return Success();
    }
    if (!state->isEmpty()) {
        return notSent(ErrorKind::Internal, reasons::attemptEnded());
    }
    if (const Status there = database.backend().checkPlace(); !there) {
        return there; // budgets and earlier calls stand in the other file
    }
    if (const Status passes = passesBudgets(database, entry, now); !passes) {
        return passes;
    }
    return insert(database, entry, now);
}

} // namespace

Status Ledger::reserveIn(Database &database, const Entry &entry, const QDateTime &now)
{
    Status done = reserveNow(database, entry, now);
    if (done) {
        return done;
    }
    Error error = done.error();
    error.billing = Billing::NotBilled; // whatever went wrong here, nothing was sent yet
    return error;
}

Status Ledger::settleIn(Database &database, const QString &reservation, Money cost, int pictures, const QDateTime &now)
{
    const Result<QString> state = stateOf(database, reservation);
    if (!state) {
        return state.error();
    }
    if (state->isEmpty()) {
        return unknownReservation(reservation);
    }
    const Money amount = notNegative(cost);
    const Result<int> rows =
        change(database,
               u"UPDATE ledger SET cost = ?, pictures = ?, state = 'settled' "
               "WHERE reservation = ? AND (state <> 'settled' OR ((%1) IS NULL AND ? IS NOT NULL))"_s.arg(
                   ledgersql::knownAmount("cost"_L1)),
               {ledgersql::fromMoney(amount), pictures, reservation, ledgersql::fromMoney(amount)});
    return appendIf(rows, database, reservation, "settled"_L1, amount, now);
}

Status Ledger::correctIn(Database &database, const QString &reservation, Money cost, const QDateTime &now)
{
    const Money amount = notNegative(cost);
    const Result<int> rows = change(database, u"UPDATE ledger SET cost = ?, state = 'settled' WHERE reservation = ?"_s,
                                    {ledgersql::fromMoney(amount), reservation});
    if (rows && *rows == 0) {
        return unknownReservation(reservation);
    }
    return appendIf(rows, database, reservation, "corrected"_L1, amount, now);
}

Status Ledger::enterIn(Database &database, const Entry &entry, const QDateTime &begun)
{
    return insert(database, entry, begun);
}

Status Ledger::releaseIn(Database &database, const QString &reservation, const QDateTime &now)
{
    const Result<int> rows = change(
        database, u"UPDATE ledger SET state = 'released' WHERE reservation = ? AND state IN ('reserved', 'kept')"_s,
        {reservation});
    return appendIf(rows, database, reservation, "released"_L1, Money::unknown(), now);
}

Status Ledger::keepIn(Database &database, const QString &reservation, const QDateTime &now)
{
    const Result<QString> state = stateOf(database, reservation);
    if (!state) {
        return state.error();
    }
    if (state->isEmpty()) {
        return unknownReservation(reservation);
    }
    const Result<int> rows = change(
        database, u"UPDATE ledger SET state = 'kept' WHERE reservation = ? AND state = 'reserved'"_s, {reservation});
    return appendIf(rows, database, reservation, "kept"_L1, Money::unknown(), now);
}

} // namespace lightwell
