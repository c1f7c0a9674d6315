// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/budgetreasons.h"
#include "core/ledger/ledger.h"
#include "core/ledger/ledgersql.h"
#include "core/model/glob.h"
#include "core/storage/backend.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

#include <algorithm>
#include <cmath>

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
    budget.model = query.value(5).toString();
    budget.project = query.value(6).toString();
    budget.warnAt = std::clamp(query.value(7).toInt(), 0, 100);
    budget.isHard = query.value(8).toInt() != 0;
    return budget;
}

qint64 quarterOf(const QDateTime &time)
{
    return time.toMSecsSinceEpoch() / quarterMs;
}

Result<QList<Budget>> read(Database &database)
{
    Result<Rows> query =
        execute(database,
                u"SELECT id, limit_micros, period, provider, client, model, project, warn_at, hard FROM budgets "
                "ORDER BY client, project, provider, model, id"_s);
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

Money toAmount(const QVariant &value)
{
    const Money amount = toMoney(value);
    return amount.microsOr(-1) >= 0 ? amount : Money::unknown();
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

QString isOpen()
{
    return u"(state = 'reserved' OR state = 'kept')"_s;
}

Result<BudgetState> stateOf(Database &database, const Budget &budget, const QDateTime &now)
{
    QString scope;
    QVariantList scopeValues;
    for (const auto &[column, value] :
         {std::pair {"provider"_L1, budget.provider}, {"client"_L1, budget.client}, {"project"_L1, budget.project}}) {
        if (!value.isEmpty()) {
            scope += u" AND %1 = ?"_s.arg(column);
            scopeValues.append(value);
        }
    }
    if (!budget.model.isEmpty()) {
        scope += u" AND model LIKE ? ESCAPE '\\'"_s;
        scopeValues.append(likePattern(budget.model));
    }
    QString spent = u"ledger_totals WHERE 1 = 1"_s;
    QVariantList values;
    if (budget.period != Period::Total) {
        spent = u"ledger_sums WHERE quarter >= ? AND quarter < ?"_s;
        values = {quarterOf(periodStart(budget.period, now)), quarterOf(periodEnd(budget.period, now))};
    }
    Result<Rows> query =
        execute(database,
                u"SELECT (SELECT total(spent) FROM %1%2), "
                "(SELECT total(%3) FROM ledger WHERE %4%2)"_s.arg(spent, scope, knownAmount("estimate"_L1), isOpen()),
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
    Result<Rows> query = execute(
        database,
        u"INSERT INTO budgets (limit_micros, period, provider, client, model, project, warn_at, hard) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (provider, client, model, project, period) DO UPDATE SET "
        "limit_micros = excluded.limit_micros, warn_at = excluded.warn_at, hard = excluded.hard RETURNING id"_s,
        {budget.limit.micros(), periodName(budget.period), notNull(budget.provider), notNull(budget.client),
         notNull(budget.model), notNull(budget.project), std::clamp(budget.warnAt, 0, 100), budget.isHard ? 1 : 0});
    if (!query) {
        return query.error();
    }
    if (!query.value().next()) {
        return query.value().error();
    }
    return query.value().value(0).toLongLong();
}

} // namespace

bool Budget::holdsFor(const QString &ofProvider, const QString &ofModel, const QString &ofClient,
                      const QString &ofProject) const
{
    return (provider.isEmpty() || provider == ofProvider) && (client.isEmpty() || client == ofClient)
        && (model.isEmpty() || matchesGlob(model, ofModel)) && (project.isEmpty() || project == ofProject);
}

BudgetState::Level BudgetState::level() const
{
    if (left().microsOr(0) <= 0) {
        return Level::Reached;
    }
    return budget.warnAt > 0 && percentUsed() >= budget.warnAt ? Level::Warned : Level::Within;
}

int BudgetState::percentUsed() const
{
    const double used = (spent + reserved).dollars();
    const double limit = budget.limit.dollars();
    // Exact for whole cents; a float's rounding never makes 75 per cent 74.
    return limit > 0 ? static_cast<int>(std::min(std::floor(used * 100 / limit + 1e-9), 1e9)) : 100;
}

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
