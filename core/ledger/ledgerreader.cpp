// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerreader.h"

#include "core/ledger/ledgerrows.h"
#include "core/ledger/ledgersql.h"
#include "core/model/json.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

using ledgerrows::columns;
using ledgerrows::Condition;
using ledgerrows::conditionOf;
using ledgerrows::rowOf;

constexpr int maxUnknown = 100;
constexpr int maxDrifting = 10;

constexpr json::Names<LedgerState, 4> stateNames = {{
    {LedgerState::Reserved, "reserved"},
    {LedgerState::Kept, "kept"},
    {LedgerState::Settled, "settled"},
    {LedgerState::Released, "released"},
}};

Result<QList<LedgerRow>> read(Database &database, const QString &sql, const QVariantList &values)
{
    Result<Rows> query = execute(database, u"SELECT %1 FROM ledger WHERE %2"_s.arg(columns, sql), values);
    if (!query) {
        return query.error();
    }
    QList<LedgerRow> rows;
    while (query.value().next()) {
        rows.append(rowOf(query.value()));
    }
    const Status whole = query->readToTheEnd();
    return whole ? Result<QList<LedgerRow>>(rows) : whole.error();
}

QString columnOf(SpendingGroup group)
{
    switch (group) {
    case SpendingGroup::Provider:
        return u"provider"_s;
    case SpendingGroup::Model:
        return u"model"_s;
    case SpendingGroup::Client:
        return u"client"_s;
    case SpendingGroup::Project:
        return u"project"_s;
    case SpendingGroup::Nothing:
        break;
    }
    return u"''"_s;
}

/// Which day of local time a quarter of an hour belongs to; asked with growing ones, it reads the clock's rules once a
/// day.
class Days
{
public:
    [[nodiscard]] QDate dayOf(qint64 quarter)
    {
        const qint64 begun = quarter * ledgersql::quarterMs;
        if (!m_day.isValid() || begun < m_begins || begun >= m_ends) {
            m_day = QDateTime::fromMSecsSinceEpoch(begun).date();
            m_begins = m_day.startOfDay().toMSecsSinceEpoch();
            m_ends = m_day.addDays(1).startOfDay().toMSecsSinceEpoch();
        }
        return m_day;
    }

private:
    QDate m_day;
    qint64 m_begins = 0;
    qint64 m_ends = 0;
};

Result<QList<SpendingOfDay>> byDay(Database &database, const LedgerFilter &filter, SpendingGroup group)
{
    const Condition condition = conditionOf(filter);
    const QString cost = ledgersql::knownAmount("cost"_L1);
    Result<Rows> query = execute(
        database,
        u"SELECT created_at / %1, %2, count(*), total(%3), total(CASE WHEN state = 'settled' THEN %4 END), "
        "total(CASE WHEN state = 'settled' AND (%4) IS NULL THEN spent END), total(CASE WHEN %5 THEN %6 END), "
        "total(CASE WHEN %7 THEN 1 END) FROM ledger WHERE state <> 'released' AND %8 GROUP BY 1, 2 ORDER BY 1, 2"_s
            .arg(ledgersql::quarterMs)
            .arg(columnOf(group), ledgersql::knownAmount("pictures"_L1), cost, ledgersql::isOpen(),
                 ledgersql::knownAmount("estimate"_L1), ledgersql::isUnknown(), condition.sql),
        condition.values);
    if (!query) {
        return query.error();
    }
    Days days;
    std::map<std::pair<QDate, QString>, SpendingOfDay> sums;
    while (query.value().next()) {
        const Rows &row = query.value();
        const QDate day = days.dayOf(row.value(0).toLongLong());
        const QString name = row.value(1).toString();
        SpendingOfDay &sum =
            sums.try_emplace({day, name},
                             SpendingOfDay {day, name, 0, 0, Money::zero(), Money::zero(), Money::zero(), 0})
                .first->second;
        sum.attempts += row.value(2).toLongLong();
        sum.pictures += ledgersql::toSum(row.value(3)).micros();
        sum.cost += ledgersql::toSum(row.value(4));
        sum.assumed += ledgersql::toSum(row.value(5));
        sum.open += ledgersql::toSum(row.value(6));
        sum.unknown += ledgersql::toSum(row.value(7)).micros();
    }
    if (const Status whole = query->readToTheEnd(); !whole) {
        return whole.error();
    }
    QList<SpendingOfDay> list;
    for (const auto &[key, sum] : sums) {
        list.append(sum);
    }
    return list;
}

Result<ListDrift> driftOf(Database &database, const QString &provider, const QString &providerModel)
{
    Result<Rows> query =
        execute(database,
                u"SELECT cost, told FROM ledger WHERE state = 'settled' AND provider = ? AND provider_model = ? "
                "AND told_by = 'list' AND told > 0 AND (%1) IS NOT NULL AND pictures > 0 AND pictures = asked "
                "ORDER BY id DESC LIMIT %2"_s.arg(ledgersql::knownAmount("cost"_L1))
                    .arg(maxDrifting),
                {notNull(provider), notNull(providerModel)});
    if (!query) {
        return query.error();
    }
    ListDrift drift;
    while (query.value().next()) {
        const double told = query.value().value(1).toDouble();
        drift.mean += (query.value().value(0).toDouble() - told) / told;
        ++drift.bills;
    }
    if (const Status whole = query->readToTheEnd(); !whole) {
        return whole.error();
    }
    drift.mean /= std::max(drift.bills, 1);
    return drift;
}

} // namespace

QString ledgerStateName(LedgerState state)
{
    return stateNames.name(state);
}

std::optional<LedgerState> ledgerStateFromName(const QString &name)
{
    return stateNames.value(name);
}

Money LedgerRow::difference() const
{
    return cost - told;
}

bool ListDrift::isWorthTelling() const
{
    return bills > 0 && std::abs(mean) > worthTelling;
}

LedgerReader::LedgerReader(Store &store)
    : m_store(store)
{
}

QFuture<Result<QList<LedgerRow>>> LedgerReader::rows(const LedgerFilter &filter, qint64 offset, int limit)
{
    return m_store.read([filter, offset, limit](Database &database) {
        const Condition condition = conditionOf(filter);
        return read(database, condition.sql + u" ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?"_s,
                    condition.values + QVariantList {limit, offset});
    });
}

QFuture<Result<qint64>> LedgerReader::count(const LedgerFilter &filter)
{
    return m_store.read([filter](Database &database) -> Result<qint64> {
        const Condition condition = conditionOf(filter);
        Result<Rows> query =
            execute(database, u"SELECT count(*) FROM ledger WHERE "_s + condition.sql, condition.values);
        if (!query) {
            return query.error();
        }
        return query.value().next() ? Result<qint64>(query.value().value(0).toLongLong()) : query->error();
    });
}

QFuture<Result<QList<SpendingOfDay>>> LedgerReader::spentByDay(const LedgerFilter &filter, SpendingGroup group)
{
    return m_store.read([filter, group](Database &database) { return byDay(database, filter, group); });
}

QFuture<Result<BudgetState>> LedgerReader::stateOf(const Budget &budget, const QDateTime &now)
{
    return m_store.read([budget, now](Database &database) { return ledgersql::stateOf(database, budget, now); });
}

QFuture<Result<QList<LedgerRow>>> LedgerReader::unknownEntries()
{
    LedgerFilter unknown;
    unknown.unknownOnly = true;
    return rows(unknown, 0, maxUnknown);
}

QFuture<Result<QList<LedgerRow>>> LedgerReader::entriesOf(const QString &generation)
{
    return m_store.read([generation](Database &database) {
        return read(database, u"reservation > ? AND reservation < ? ORDER BY id"_s,
                    {QString(generation + u'/'), QString(generation + u'0')}); // all "generation/number"
    });
}

QFuture<Result<QHash<QString, ListDrift>>> LedgerReader::listDrifts(const QList<Offer> &offers)
{
    return m_store.read([offers](Database &database) -> Result<QHash<QString, ListDrift>> {
        QHash<QString, ListDrift> found;
        for (const Offer &offer : offers) {
            const Result<ListDrift> drift = driftOf(database, offer.provider, offer.providerModel);
            if (!drift) {
                return drift.error();
            }
            if (drift->bills > 0) {
                found.insert(offer.id(), *drift);
            }
        }
        return found;
    });
}

} // namespace lightwell
