// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgercsv.h"

#include "core/ledger/ledgersql.h"
#include "core/model/csv.h"

using namespace Qt::StringLiterals;

namespace lightwell::ledgercsv {

QByteArray entryHeader()
{
    return csv::record({u"time"_s, u"request"_s, u"attempt"_s, u"provider"_s, u"model"_s, u"provider_model"_s,
                        u"client"_s, u"project"_s, u"size"_s, u"quality"_s, u"asked"_s, u"pictures"_s, u"state"_s,
                        u"estimate_usd"_s, u"estimate_from"_s, u"reserved_usd"_s, u"cost_usd"_s, u"difference_usd"_s});
}

QByteArray entry(const LedgerRow &row, const QHash<QString, QString> &clients)
{
    return csv::record({row.begun.toUTC().toString(Qt::ISODateWithMs), csv::words(row.generation),
                        QString::number(row.attempt + 1), csv::words(row.provider), csv::words(row.model),
                        csv::words(row.providerModel), csv::words(clients.value(row.client, row.client)),
                        csv::words(row.project), csv::words(row.size), csv::words(row.quality),
                        QString::number(row.asked), QString::number(row.pictures), ledgerStateName(row.state),
                        row.told.toDecimal(), ledgersql::toldByName(row.toldBy), row.reserved.toDecimal(),
                        row.cost.toDecimal(), row.difference().toDecimal()});
}

QByteArray spendingHeader()
{
    return csv::record({u"day"_s, u"provider"_s, u"model"_s, u"client"_s, u"project"_s, u"attempts"_s, u"pictures"_s,
                        u"cost_usd"_s, u"unknown"_s, u"assumed_usd"_s, u"reserved_usd"_s});
}

QByteArray spending(const SpendingOfDay &row, SpendingGroup group, const QHash<QString, QString> &clients)
{
    const auto in = [&](SpendingGroup column) {
        if (column != group) {
            return QString();
        }
        return csv::words(group == SpendingGroup::Client ? clients.value(row.group, row.group) : row.group);
    };
    return csv::record({row.day.toString(Qt::ISODate), in(SpendingGroup::Provider), in(SpendingGroup::Model),
                        in(SpendingGroup::Client), in(SpendingGroup::Project), QString::number(row.attempts),
                        QString::number(row.pictures), row.cost.toDecimal(), QString::number(row.unknown),
                        row.assumed.toDecimal(), row.open.toDecimal()});
}

} // namespace lightwell::ledgercsv
