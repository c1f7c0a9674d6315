// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/budgetreasons.h"
#include "core/ledger/ledger.h"
#include "core/ledger/ledgersql.h"
#include "core/storage/backend.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace ledgersql {

namespace {

Budget budgetOf(const Rows &query)
{
    Budget budget;
    budget.id = query.value(0).toLongLong();
    const Money limit = toMoney(query.value(1));
    budget.limit = limit.isKnown() ? limit : Money::fromMicros(Money::maxMicros); // earlier versions took more
    budget.period = periodFromName(query.value(2).toString()).value_or(Period::Total);
    budget.provider = query.value(3).toString();
    budget.client = query.value(4).toString();
    return budget;
}

/// Days begin with one, in every time zone; so do the periods.
qint64 quarterOf(const QDateTime &time)
{
    return time.toMSecsSinceEpoch() / (15LL * 60 * 1000);
}

Result<QList<Budget>> read(Database &database)
{
    Result<Rows> query = execute(
        database, u"SELECT id, limit_micros, period, provider, client FROM budgets ORDER BY client, provider, id"_s);
    if (!query) {
        return query.error();
    }
    QList<Budget> budgets;
    while (query.value().next()) {
        budgets.append(budgetOf(query.value()));
    }
    if (const Status whole = query->readToTheEnd(); !whole.ok()) {
        return whole.error();
    }
    return budgets;
}

} // namespace

QVariant fromMoney(Money amount)
{
    return amount.isKnown() ? QVariant(amount.micros()) : QVariant(QMetaType(QMetaType::LongLong));
}

Money toMoney(const QVariant &value)
{
    // Also where SQLite hands out a fraction or a text, which a column takes although it was made for whole numbers.
    const bool isNumber = value.typeId() == QMetaType::LongLong || value.typeId() == QMetaType::Int;
    const qint64 micros = value.toLongLong();
    return isNumber && micros >= -Money::maxMicros && micros <= Money::maxMicros ? Money::fromMicros(micros)
                                                                                 : Money::unknown();
}

QString knownAmount(QLatin1StringView column)
{
    return u"CASE WHEN %1 = CAST(%1 AS BIGINT) AND %1 BETWEEN 0 AND %2 THEN %1 END"_s.arg(column).arg(Money::maxMicros);
}

Money toSum(const QVariant &value)
{
    const double micros = std::clamp(value.toDouble(), 0.0, static_cast<double>(Money::maxMicros));
    return Money::fromMicros(static_cast<qint64>(micros));
}

QString isUnknown()
{
    return u"(state = 'kept' OR (state = 'settled' AND (%1) IS NULL))"_s.arg(knownAmount("cost"_L1));
}

Result<QList<Budget>> allBudgets(Database &database)
{
    const auto all = database.kept<QList<Budget>>(u"budgets"_s, u"all"_s, read);
    return all ? Result<QList<Budget>>(**all) : all.error();
}

Result<QList<Budget>> budgetsFor(Database &database, const QString &provider, const QString &client)
{
    Result<QList<Budget>> budgets = allBudgets(database);
    if (budgets) {
        budgets.value().removeIf([&](const Budget &budget) {
            return (!budget.provider.isEmpty() && budget.provider != provider)
                || (!budget.client.isEmpty() && budget.client != client);
        });
    }
    return budgets;
}

QString isOpen()
{
    return u"(state = 'reserved' OR state = 'kept')"_s;
}

Result<BudgetState> stateOf(Database &database, const Budget &budget, const QDateTime &now)
{
    QString scope;
    QVariantList scopeValues;
    for (const auto &[column, value] : {std::pair {"provider"_L1, budget.provider}, {"client"_L1, budget.client}}) {
        if (!value.isEmpty()) {
            scope += u" AND %1 = ?"_s.arg(column);
            scopeValues.append(value);
        }
    }
    QString period;
    QVariantList values;
    if (budget.period != Period::Total) {
        period = u" AND quarter >= ? AND quarter < ?"_s;
        values = {quarterOf(periodStart(budget.period, now)), quarterOf(periodEnd(budget.period, now))};
    }
    Result<Rows> query =
        execute(database,
                u"SELECT (SELECT total(spent) FROM ledger_sums WHERE 1 = 1%1%2), "
                "(SELECT total(%3) FROM ledger WHERE %4%2)"_s.arg(period, scope, knownAmount("estimate"_L1), isOpen()),
                values + scopeValues + scopeValues);
    if (!query) {
        return query.error();
    }
    if (!query.value().next()) {
        return query->error();
    }
    BudgetState state;
    state.budget = budget;
    state.spent = toSum(query.value().value(0));
    state.reserved = toSum(query.value().value(1));
    return state;
}

} // namespace ledgersql

namespace {

Result<qint64> storeBudget(Database &database, const Budget &budget)
{
    Result<Rows> query =
        execute(database,
                u"INSERT INTO budgets (limit_micros, period, provider, client) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (provider, client, period) DO UPDATE SET limit_micros = excluded.limit_micros "
                "RETURNING id"_s,
                {budget.limit.micros(), periodName(budget.period), notNull(budget.provider), notNull(budget.client)});
    if (!query) {
        return query.error();
    }
    if (!query.value().next()) {
        return query.value().error();
    }
    return query.value().value(0).toLongLong();
}

} // namespace

QFuture<Result<qint64>> Ledger::setBudget(const Budget &budget)
{
    return m_store.run([budget](Database &database) -> Result<qint64> {
        if (!budget.limit.isKnown() || budget.limit.micros() < 0) {
            return notSent(ErrorKind::Invalid, reasons::budgetWithoutAmount(), u"limit"_s);
        }
        if (const Status there = database.backend().checkPlace(); !there) {
            return there.error(); // it would limit nothing
        }
        return storeBudget(database, budget);
    });
}

QFuture<Status> Ledger::removeBudget(qint64 id)
{
    return m_store.run([id](Database &database) -> Status {
        const Result<int> rows = change(database, u"DELETE FROM budgets WHERE id = ?"_s, {id});
        if (!rows) {
            return rows.error();
        }
        if (*rows == 0) {
            return notSent(ErrorKind::NotFound, reasons::budgetUnknown());
        }
        return Success();
    });
}

QFuture<Result<QList<BudgetState>>> Ledger::budgets(const QDateTime &now)
{
    return m_store.read([now](Database &database) -> Result<QList<BudgetState>> {
        const Result<QList<Budget>> all = ledgersql::allBudgets(database);
        if (!all) {
            return all.error();
        }
        QList<BudgetState> states;
        for (const Budget &budget : *all) {
            const Result<BudgetState> state = ledgersql::stateOf(database, budget, now);
            if (!state) {
                return state.error();
            }
            states.append(*state);
        }
        return states;
    });
}

} // namespace lightwell
