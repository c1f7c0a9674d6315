// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/usagetable.h"

#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "core/ledger/ledgercsv.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <map>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

const QList<std::pair<QString, SpendingGroup>> &groupNames()
{
    static const QList<std::pair<QString, SpendingGroup>> names = {{u"provider"_s, SpendingGroup::Provider},
                                                                   {u"model"_s, SpendingGroup::Model},
                                                                   {u"client"_s, SpendingGroup::Client},
                                                                   {u"project"_s, SpendingGroup::Project}};
    return names;
}

QString groupName(SpendingGroup group)
{
    for (const auto &[name, known] : groupNames()) {
        if (known == group) {
            return name;
        }
    }
    return {};
}

void add(SpendingOfDay &sum, const SpendingOfDay &row)
{
    sum.attempts += row.attempts;
    sum.pictures += row.pictures;
    sum.cost += row.cost;
    sum.assumed += row.assumed;
    sum.open += row.open;
    sum.unknown += row.unknown;
}

SpendingOfDay nothing()
{
    SpendingOfDay sum;
    sum.cost = sum.assumed = sum.open = Money::zero();
    return sum;
}

SpendingOfDay sumOf(const QList<SpendingOfDay> &rows)
{
    SpendingOfDay sum = nothing();
    for (const SpendingOfDay &row : rows) {
        add(sum, row);
    }
    return sum;
}

QString costOf(const SpendingOfDay &row)
{
    return row.unknown > 0 ? Text::tr("%1 + %2 unknown").arg(sumText(row.cost)).arg(row.unknown) : sumText(row.cost);
}

QJsonObject figures(const SpendingOfDay &row)
{
    return {{"attempts"_L1, row.attempts},
            {"pictures"_L1, row.pictures},
            {"cost"_L1, row.cost.toJsonDollars()},
            {"unknown"_L1, row.unknown},
            {"assumed"_L1, row.assumed.toJsonDollars()},
            {"reserved"_L1, row.open.toJsonDollars()}};
}

} // namespace

std::optional<UsageGrouping> usageGroupingFrom(const QString &text)
{
    UsageGrouping grouping;
    const QStringList words = text.split(u',');
    for (const QString &word : words) {
        const QString name = word.trimmed();
        const auto known = std::find_if(groupNames().begin(), groupNames().end(),
                                        [&name](const auto &entry) { return entry.first == name; });
        if (name == "day"_L1 && !grouping.byDay) {
            grouping.byDay = true;
        } else if (known != groupNames().end() && grouping.group == SpendingGroup::Nothing) {
            grouping.group = known->second;
        } else {
            return std::nullopt;
        }
    }
    return grouping;
}

QList<SpendingOfDay> grouped(const QList<SpendingOfDay> &days, const UsageGrouping &grouping)
{
    if (grouping.byDay) {
        return days;
    }
    std::map<QString, SpendingOfDay> sums;
    for (const SpendingOfDay &day : days) {
        SpendingOfDay &sum = sums.try_emplace(day.group, nothing()).first->second;
        sum.group = day.group;
        add(sum, day);
    }
    QList<SpendingOfDay> rows;
    for (const auto &[name, sum] : sums) {
        rows.append(sum);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const SpendingOfDay &one, const SpendingOfDay &other) {
        return one.cost.micros() > other.cost.micros();
    });
    return rows;
}

QJsonObject usageTableReport(const QList<SpendingOfDay> &rows, const UsageGrouping &grouping,
                             const QHash<QString, QString> &clients)
{
    QJsonArray entries;
    for (const SpendingOfDay &row : rows) {
        QJsonObject entry = figures(row);
        if (grouping.byDay) {
            entry.insert("day"_L1, row.day.toString(Qt::ISODate));
        }
        if (grouping.group != SpendingGroup::Nothing) {
            entry.insert(groupName(grouping.group), row.group);
        }
        if (grouping.group == SpendingGroup::Client && clients.contains(row.group)) {
            entry.insert("client_name"_L1, clients.value(row.group));
        }
        entries.append(entry);
    }
    QJsonObject report = figures(sumOf(rows));
    report.insert("total"_L1, report.take("cost"_L1));
    report.insert("currency"_L1, u"USD"_s);
    report.insert("rows"_L1, entries);
    return report;
}

void printUsageTable(const QList<SpendingOfDay> &rows, const UsageGrouping &grouping,
                     const QHash<QString, QString> &clients, Terminal &terminal)
{
    QStringList head;
    if (grouping.byDay) {
        head.append(Text::tr("DAY"));
    }
    if (grouping.group != SpendingGroup::Nothing) {
        head.append(groupName(grouping.group).toUpper());
    }
    const int first = static_cast<int>(head.size());
    QList<QStringList> table {head + QStringList {Text::tr("ATTEMPTS"), Text::tr("PICTURES"), Text::tr("COST")}};
    for (const SpendingOfDay &row : rows) {
        QStringList line;
        if (grouping.byDay) {
            line.append(row.day.toString(Qt::ISODate));
        }
        if (grouping.group != SpendingGroup::Nothing) {
            line.append(row.group.isEmpty() ? u"–"_s : clients.value(row.group, row.group));
        }
        table.append(line + QStringList {QString::number(row.attempts), QString::number(row.pictures), costOf(row)});
    }
    if (!rows.isEmpty()) {
        terminal.printTable(table, {first, first + 1, first + 2});
    }
    const SpendingOfDay sum = sumOf(rows);
    terminal.print(Text::tr("Total %1, reserved %2").arg(costOf(sum), sumText(sum.open)));
}

QByteArray usageTableCsv(const QList<SpendingOfDay> &rows, const UsageGrouping &grouping,
                         const QHash<QString, QString> &clients)
{
    QByteArray text = ledgercsv::spendingHeader();
    for (const SpendingOfDay &row : rows) {
        text += ledgercsv::spending(row, grouping.group, clients);
    }
    return text;
}

} // namespace lightwell
