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

/// "the budget of $20.00 a month for fal"
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
    if (!budget.model.isEmpty()) {
        name = reasons::budgetOfModel(name, budget.model);
    }
    if (!budget.project.isEmpty()) {
        name = reasons::budgetOfProject(name, budget.project);
    }
    if (!budget.client.isEmpty()) {
        name = reasons::budgetOfClient(name);
    }
    return name;
}

Error refusal(const Reason &reason, const QString &code = u"BUDGET_EXCEEDED"_s)
{
    Error error = notSent(ErrorKind::Budget, reason);
    error.code = code;
    return error;
}

Status allows(const BudgetState &state, const Ledger::Entry &entry)
{
    if (!state.budget.isHard) {
        return Success();
    }
    const Money left = state.left();
    const Reason name = nameOf(state.budget);
    if (!entry.estimate.isKnown()) {
        if (entry.unknownPrice != Ledger::Entry::UnknownPrice::Allowed) {
            return refusal(reasons::priceUnknownUnderBudget(name), u"PRICE_UNKNOWN"_s);
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

/// What is to be told of a budget that lets `price` through; empty: nothing.
Reason noticeOf(BudgetState state, Money price)
{
    if (price.microsOr(0) <= 0) {
        return {}; // what costs nothing brings nobody nearer to a limit
    }
    state.reserved += price;
    const qint64 beyond = -state.left().microsOr(0);
    if (beyond > 0) {
        return reasons::budgetExceeded(Money::fromMicros(beyond), nameOf(state.budget));
    }
    return state.budget.warnAt > 0 && state.percentUsed() >= state.budget.warnAt
        ? reasons::budgetNearlyUsed(state.percentUsed(), nameOf(state.budget))
        : Reason();
}

/// An entry as it is before a step.
struct Known
{
    qint64 id = 0; ///< 0: there is none
    QString state;
    QVariant pictures = 0; ///< as the column has it
    Money estimate = {};
    QString provider = {};
    QString model = {};
    QString client = {};
    QString project = {};

    [[nodiscard]] bool isOpen() const { return state == "reserved"_L1 || state == "kept"_L1; }
};

Result<Known> find(Database &database, const QString &reservation)
{
    Result<Rows> query = execute(
        database,
        u"SELECT id, state, pictures, estimate, provider, model, client, project FROM ledger WHERE reservation = ?"_s,
        {reservation});
    if (!query) {
        return query.error();
    }
    Rows &row = query.value();
    return row.next() ? Known {row.value(0).toLongLong(),        row.value(1).toString(), row.value(2),
                               ledgersql::toMoney(row.value(3)), row.value(4).toString(), row.value(5).toString(),
                               row.value(6).toString(),          row.value(7).toString()}
                      : Known();
}

/// 0: there is none. An index alone has it.
Result<qint64> idOf(Database &database, const QString &reservation)
{
    Result<Rows> rows = execute(database, u"SELECT id FROM ledger WHERE reservation = ?"_s, {reservation});
    if (!rows) {
        return rows.error();
    }
    return rows.value().next() ? rows.value().value(0).toLongLong() : Result<qint64>(0);
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

QVariant timeColumn(const QDateTime &when)
{
    return when.isValid() ? QVariant(when.toMSecsSinceEpoch()) : QVariant(QMetaType(QMetaType::LongLong));
}

/// Appends what happened to an entry. Whoever changes an entry's state calls this in the same transaction: the state is
/// what the lines come to.
Status append(Database &database, const Known &entry, QLatin1StringView kind, Money amount, const QDateTime &when)
{
    // VALUES, and not a SELECT: SQLite would gather what that yields in a temporary table, since it reads the lines,
    // too.
    return changed(
        change(database,
               u"INSERT INTO ledger_lines (entry, number, kind, amount, pictures, at) VALUES "
               "(?, (SELECT coalesce(max(number) + 1, 0) FROM ledger_lines WHERE entry = ?), ?, ?, ?, ?)"_s,
               {entry.id, entry.id, QString(kind), ledgersql::fromMoney(amount), entry.pictures, timeColumn(when)}));
}

/// Of an entry that is new: nobody has to ask for the number of this line.
Status appendFirst(Database &database, qint64 entry, Money estimate, const QDateTime &when)
{
    return changed(change(database,
                          u"INSERT INTO ledger_lines (entry, number, kind, amount, at) "
                          "VALUES (?, 0, 'reserved', ?, ?)"_s,
                          {entry, ledgersql::fromMoney(estimate), timeColumn(when)}));
}

/// The same, where an entry was changed.
Status appendIf(const Result<int> &rows, Database &database, const Known &entry, QLatin1StringView kind, Money amount,
                const QDateTime &when)
{
    if (!rows || *rows == 0) {
        return changed(rows);
    }
    return append(database, entry, kind, amount, when);
}

Status insert(Database &database, const Ledger::Entry &entry, const QDateTime &begun)
{
    const Money estimate = notNegative(entry.estimate);
    const Result<Rows> inserted =
        execute(database,
                u"INSERT INTO ledger (reservation, generation, provider, model, client, state, estimate, created_at, "
                "project, provider_model, size, quality, asked, told, told_by) "
                "VALUES (?, ?, ?, ?, ?, 'reserved', ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                {entry.reservation, entry.generation, notNull(entry.provider), notNull(entry.model),
                 notNull(entry.client), ledgersql::fromMoney(estimate), begun.toMSecsSinceEpoch(),
                 notNull(entry.project), notNull(entry.providerModel), notNull(entry.size), notNull(entry.quality),
                 entry.asked, ledgersql::fromMoney(notNegative(entry.told)), ledgersql::toldByName(entry.toldBy)});
    if (!inserted) {
        return inserted.error();
    }
    return appendFirst(database, inserted->insertedKey(), estimate, begun);
}

Error unknownReservation(const QString &reservation)
{
    Error error;
    error.kind = ErrorKind::Internal;
    error.setReason(reasons::attemptNotInLedger());
    error.detail = reservation;
    return error;
}

/// How each budget stands that holds for a call like `entry`.
template<typename Entry>
Result<QList<BudgetState>> statesFor(Database &database, const Entry &entry, const QDateTime &now)
{
    const Result<QList<Budget>> budgets = ledgersql::allBudgets(database);
    if (!budgets) {
        return budgets.error();
    }
    QList<BudgetState> states;
    for (const Budget &budget : *budgets) {
        if (!budget.holdsFor(entry.provider, entry.model, entry.client, entry.project)) {
            continue;
        }
        Result<BudgetState> state = ledgersql::stateOf(database, budget, now);
        if (!state) {
            return state.error();
        }
        states.append(std::move(state).value());
    }
    return states;
}

/// What the budgets tell of an entry that they let through.
Result<QList<Reason>> passBudgets(Database &database, const Ledger::Entry &entry, const QDateTime &now)
{
    const Result<QList<BudgetState>> states = statesFor(database, entry, now);
    if (!states) {
        return states.error();
    }
    QList<Reason> notices;
    if (!entry.estimate.isKnown()) {
        notices.append(reasons::priceUnknownAllowed());
    }
    for (const BudgetState &state : *states) {
        if (const Status allowed = allows(state, entry); !allowed) {
            return allowed.error();
        }
        if (Reason notice = noticeOf(state, entry.estimate); !notice.isEmpty()) {
            notices.append(std::move(notice));
        }
    }
    if (!entry.estimate.isKnown() && entry.unknownPrice == Ledger::Entry::UnknownPrice::Refused) {
        return refusal(reasons::priceUnknown(), u"PRICE_UNKNOWN"_s);
    }
    return notices;
}

/// Of an entry that was raised to `price`, why a budget does not allow it; empty: all do.
Result<Reason> exceededBudget(Database &database, const Known &entry, Money price, const QDateTime &now)
{
    const Result<QList<BudgetState>> states = statesFor(database, entry, now);
    if (!states) {
        return states.error();
    }
    for (const BudgetState &state : *states) {
        if (state.left().micros() < 0) {
            return reasons::budgetExceededByPrice(price, nameOf(state.budget));
        }
    }
    return Reason();
}

Result<QList<Reason>> reserveNow(Database &database, const Ledger::Entry &entry, const QDateTime &now)
{
    const Result<Known> known = find(database, entry.reservation);
    if (!known) {
        return known.error();
    }
    if (known->isOpen()) {
        return QList<Reason>();
    }
    if (known->id != 0) {
        return notSent(ErrorKind::Internal, reasons::attemptEnded());
    }
    if (const Status there = database.backend().checkPlace(); !there) {
        return there.error(); // budgets and earlier calls stand in the other file
    }
    Result<QList<Reason>> notices = passBudgets(database, entry, now);
    if (!notices) {
        return notices;
    }
    const Status written = insert(database, entry, now);
    return written ? std::move(notices) : written.error();
}

} // namespace

Result<QList<Reason>> Ledger::reserveIn(Database &database, const Entry &entry, const QDateTime &now)
{
    Result<QList<Reason>> done = reserveNow(database, entry, now);
    if (done) {
        return done;
    }
    Error error = done.error();
    error.billing = Billing::NotBilled; // whatever went wrong here, nothing was sent yet
    return error;
}

Result<Reason> Ledger::raiseIn(Database &database, const QString &reservation, Money atLeast, const QDateTime &now)
{
    const Result<Known> entry = find(database, reservation);
    if (!entry) {
        return entry.error();
    }
    if (entry->id == 0) {
        return unknownReservation(reservation);
    }
    const Money reserved = entry->estimate;
    if (!entry->isOpen() || !atLeast.isKnown() || (reserved.isKnown() && reserved.micros() >= atLeast.micros())) {
        return Reason();
    }
    const Result<int> raised =
        change(database, u"UPDATE ledger SET estimate = ? WHERE id = ?"_s, {ledgersql::fromMoney(atLeast), entry->id});
    Status line = appendIf(raised, database, *entry, "reserved"_L1, atLeast, now);
    if (line && entry->state == "kept"_L1) {
        line = append(database, *entry, "kept"_L1, Money::unknown(), now); // which it still is
    }
    return line ? exceededBudget(database, *entry, atLeast, now) : Result<Reason>(line.error());
}

Status Ledger::settleIn(Database &database, const QString &reservation, Money cost, int pictures, const QDateTime &now)
{
    const Result<qint64> id = idOf(database, reservation);
    if (!id) {
        return id.error();
    }
    if (*id == 0) {
        return unknownReservation(reservation);
    }
    const Money amount = notNegative(cost);
    static const QString settle = u"UPDATE ledger SET cost = ?, pictures = ?, state = 'settled' "
                                  "WHERE id = ? AND (state <> 'settled' OR ((%1) IS NULL AND ? IS NOT NULL))"_s.arg(
                                      ledgersql::knownAmount("cost"_L1));
    const Result<int> rows =
        change(database, settle, {ledgersql::fromMoney(amount), pictures, *id, ledgersql::fromMoney(amount)});
    return appendIf(rows, database, {*id, {}, pictures}, "settled"_L1, amount, now);
}

Status Ledger::correctIn(Database &database, const QString &reservation, Money cost, const QDateTime &now)
{
    const Result<Known> entry = find(database, reservation);
    if (!entry) {
        return entry.error();
    }
    if (entry->id == 0) {
        return unknownReservation(reservation);
    }
    const Money amount = notNegative(cost);
    const Result<int> rows = change(database, u"UPDATE ledger SET cost = ?, state = 'settled' WHERE id = ?"_s,
                                    {ledgersql::fromMoney(amount), entry->id});
    return appendIf(rows, database, *entry, "corrected"_L1, amount, now);
}

Status Ledger::enterIn(Database &database, const Entry &entry, const QDateTime &begun)
{
    return insert(database, entry, begun);
}

Status Ledger::releaseIn(Database &database, const QString &reservation, const QDateTime &now)
{
    const Result<Known> entry = find(database, reservation);
    if (!entry || entry->id == 0) {
        return entry ? Status(Success()) : Status(entry.error()); // nothing was reserved
    }
    const Result<int> rows =
        change(database, u"UPDATE ledger SET state = 'released' WHERE id = ? AND state IN ('reserved', 'kept')"_s,
               {entry->id});
    return appendIf(rows, database, *entry, "released"_L1, Money::unknown(), now);
}

Status Ledger::keepIn(Database &database, const QString &reservation, const QDateTime &now)
{
    const Result<Known> entry = find(database, reservation);
    if (!entry) {
        return entry.error();
    }
    if (entry->id == 0) {
        return unknownReservation(reservation);
    }
    const Result<int> rows =
        change(database, u"UPDATE ledger SET state = 'kept' WHERE id = ? AND state = 'reserved'"_s, {entry->id});
    return appendIf(rows, database, *entry, "kept"_L1, Money::unknown(), now);
}

} // namespace lightwell
