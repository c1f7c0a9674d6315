// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger.h"
#include "core/ledger/ledgersql.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

#include <QCoreApplication>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace ledgersql {

namespace {

Budget budgetOf(const Rows &query)
{
    Budget budget;
    budget.id = query.value(0).toLongLong();
    budget.limit = toMoney(query.value(1));
    budget.period = periodFromName(query.value(2).toString()).value_or(Period::Total);
    budget.provider = query.value(3).toString();
    budget.client = query.value(4).toString();
    return budget;
}

Result<QList<Budget>> select(Database &database, const QString &condition, const QVariantList &values)
{
    Result<Rows> query = execute(database,
                                 u"SELECT id, limit_micros, period, provider, client FROM budgets %1 "
                                 "ORDER BY client, provider, id"_s.arg(condition),
                                 values);
    if (!query) {
        return query.error();
    }
    QList<Budget> budgets;
    while (query.value().next()) {
        budgets.append(budgetOf(query.value()));
    }
    if (const Status read = query->readToTheEnd(); !read.ok()) {
        return read.error();
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
    return value.isNull() ? Money::unknown() : Money::fromMicros(value.toLongLong());
}

Result<QList<Budget>> allBudgets(Database &database)
{
    return select(database, {}, {});
}

Result<QList<Budget>> budgetsFor(Database &database, const QString &provider, const QString &client)
{
    return select(database, u"WHERE (provider = '' OR provider = ?) AND (client = '' OR client = ?)"_s,
                  {notNull(provider), notNull(client)});
}

Result<BudgetState> stateOf(Database &database, const Budget &budget, const QDateTime &now)
{
    const QDateTime start = periodStart(budget.period, now);
    QString sql = u"SELECT coalesce(sum(CASE WHEN state = 'settled' THEN coalesce(cost, estimate) END), 0), "
                  "coalesce(sum(CASE WHEN state IN ('reserved', 'kept') THEN estimate END), 0) "
                  "FROM ledger WHERE state <> 'released'"_s;
    QVariantList values;
    const auto restrict = [&](const QString &condition, const QVariant &value) {
        sql += condition;
        values.append(value);
    };
    if (start.isValid()) {
        restrict(u" AND created_at >= ?"_s, start.toMSecsSinceEpoch());
    }
    if (!budget.provider.isEmpty()) {
        restrict(u" AND provider = ?"_s, budget.provider);
    }
    if (!budget.client.isEmpty()) {
        restrict(u" AND client = ?"_s, budget.client);
    }
    Result<Rows> query = execute(database, sql, values);
    if (!query) {
        return query.error();
    }
    BudgetState state;
    state.budget = budget;
    if (!query.value().next()) {
        return query->error();
    }
    state.spent = toMoney(query.value().value(0));
    state.reserved = toMoney(query.value().value(1));
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
            return notSent(ErrorKind::Invalid,
                           QCoreApplication::translate("Ledger", "A budget needs an amount of zero or more."),
                           u"limit"_s);
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
            return notSent(ErrorKind::NotFound, QCoreApplication::translate("Ledger", "There is no such budget."));
        }
        return Success();
    });
}

QFuture<Result<QList<BudgetState>>> Ledger::budgets(const QDateTime &now)
{
    return m_store.run([now](Database &database) -> Result<QList<BudgetState>> {
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
