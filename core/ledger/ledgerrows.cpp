// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerrows.h"

#include "core/ledger/ledgersql.h"
#include "core/model/glob.h"

using namespace Qt::StringLiterals;

namespace lightwell::ledgerrows {

const QString columns = u"id, generation, reservation, created_at, state, provider, model, provider_model, client, "
                        "project, size, quality, asked, pictures, told, told_by, estimate, cost"_s;

void Condition::add(const QString &part, const QVariant &value)
{
    sql += u" AND "_s + part;
    values.append(value);
}

Condition conditionOf(const LedgerFilter &filter)
{
    Condition condition;
    if (filter.since.isValid()) {
        condition.add(u"created_at >= ?"_s, filter.since.toMSecsSinceEpoch());
    }
    if (filter.until.isValid()) {
        condition.add(u"created_at < ?"_s, filter.until.toMSecsSinceEpoch());
    }
    for (const auto &[column, value] :
         {std::pair {"provider"_L1, filter.provider}, {"client"_L1, filter.client}, {"project"_L1, filter.project}}) {
        if (!value.isEmpty()) {
            condition.add(u"%1 = ?"_s.arg(column), value);
        }
    }
    if (!filter.model.isEmpty()) {
        condition.add(u"model LIKE ? ESCAPE '\\'"_s, likePattern(filter.model));
    }
    if (!filter.states.isEmpty()) {
        QStringList names;
        for (const LedgerState state : filter.states) {
            names.append(u"state = '%1'"_s.arg(ledgerStateName(state)));
        }
        condition.sql += u" AND (%1)"_s.arg(names.join(u" OR "_s));
    }
    if (filter.unknownOnly) {
        condition.sql += u" AND "_s + ledgersql::isUnknown();
    }
    return condition;
}

LedgerRow rowOf(const Rows &row)
{
    LedgerRow entry;
    entry.id = row.value(0).toLongLong();
    entry.generation = row.value(1).toString();
    entry.attempt = row.value(2).toString().section(u'/', -1).toInt();
    entry.begun = QDateTime::fromMSecsSinceEpoch(row.value(3).toLongLong(), Qt::UTC);
    entry.state = ledgerStateFromName(row.value(4).toString()).value_or(LedgerState::Kept);
    entry.provider = row.value(5).toString();
    entry.model = row.value(6).toString();
    entry.providerModel = row.value(7).toString();
    entry.client = row.value(8).toString();
    entry.project = row.value(9).toString();
    entry.size = row.value(10).toString();
    entry.quality = row.value(11).toString();
    entry.asked = row.value(12).toInt();
    entry.pictures = ledgersql::toMoney(row.value(13)).microsOr(0);
    entry.told = ledgersql::toAmount(row.value(14));
    entry.toldBy = ledgersql::toldByFromName(row.value(15).toString());
    entry.reserved = ledgersql::toAmount(row.value(16));
    entry.cost = entry.state == LedgerState::Settled ? ledgersql::toAmount(row.value(17)) : Money::unknown();
    return entry;
}

} // namespace lightwell::ledgerrows
