// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/usage.h"

#include "app/cli/clientnames.h"
#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QJsonArray rowsReport(const QList<UsageRow> &rows, const QHash<QString, QString> &clientNames = {})
{
    QJsonArray report;
    for (const UsageRow &row : rows) {
        QJsonObject entry {{"name"_L1, row.group},
                           {"generations"_L1, row.generations},
                           {"pictures"_L1, row.pictures},
                           {"cost"_L1, row.cost.toJsonDollars()},
                           {"unknown"_L1, row.unknown}};
        if (clientNames.contains(row.group)) {
            entry.insert("client_name"_L1, clientNames.value(row.group));
        }
        report.append(entry);
    }
    return report;
}

QString withUnknown(Money known, qint64 unknown)
{
    return unknown > 0 ? UsageCommand::tr("%1 + %2 unknown").arg(sumText(known)).arg(unknown) : sumText(known);
}

bool isInVain(const UsageRow &row)
{
    return row.pictures == 0 && row.unknown == 0 && row.cost == Money::zero();
}

void addRows(QList<QStringList> &table, const QString &kind, const QList<UsageRow> &rows,
             const QHash<QString, QString> &names = {})
{
    for (const UsageRow &row : rows) {
        table.append({kind, row.group.isEmpty() ? u"–"_s : names.value(row.group, row.group),
                      QString::number(row.generations), QString::number(row.pictures),
                      isInVain(row) ? UsageCommand::tr("not billed") : withUnknown(row.cost, row.unknown)});
    }
}

QJsonObject usageReport(const Usage &usage, const QString &period, qsizetype interrupted,
                        const QHash<QString, QString> &clientNames)
{
    return {{"period"_L1, period},
            {"total"_L1, usage.total.toJsonDollars()},
            {"reserved"_L1, usage.reserved.toJsonDollars()},
            {"unknown"_L1, usage.unknown},
            {"assumed"_L1, usage.assumed.toJsonDollars()},
            {"later"_L1, usage.later.toJsonDollars()},
            {"interrupted"_L1, interrupted},
            {"currency"_L1, u"USD"_s},
            {"by_provider"_L1, rowsReport(usage.byProvider)},
            {"by_model"_L1, rowsReport(usage.byModel)},
            {"by_client"_L1, rowsReport(usage.byClient, clientNames)}};
}

void printUsage(const Usage &usage, qsizetype interrupted, const QHash<QString, QString> &clientNames,
                const AdapterRegistry &adapters, Terminal &terminal)
{
    QHash<QString, QString> providerNames;
    for (const UsageRow &row : usage.byProvider) {
        providerNames.insert(row.group, providerText(adapters, row.group));
    }
    QList<QStringList> rows {{UsageCommand::tr("BY"), UsageCommand::tr("NAME"), UsageCommand::tr("REQUESTS"),
                              UsageCommand::tr("PICTURES"), UsageCommand::tr("COST")}};
    addRows(rows, UsageCommand::tr("provider"), usage.byProvider, providerNames);
    addRows(rows, UsageCommand::tr("model"), usage.byModel);
    addRows(rows, UsageCommand::tr("client"), usage.byClient, clientNames);
    if (rows.size() > 1) {
        terminal.printTable(rows, {2, 3, 4});
    }
    terminal.print(UsageCommand::tr("Total %1, reserved %2")
                       .arg(withUnknown(usage.total, usage.unknown), sumText(usage.reserved)));
    if (usage.assumed.microsOr(0) > 0) {
        terminal.print(UsageCommand::tr("Where the cost is unknown, budgets count the estimates: %1 more, %2 in all.")
                           .arg(sumText(usage.assumed), sumText(usage.total + usage.assumed)));
    }
    if (usage.later.microsOr(0) > 0) {
        terminal.print(UsageCommand::tr("Dated later, because a clock was wrong, and counted then: %1.")
                           .arg(sumText(usage.later)));
    }
    if (interrupted > 0) {
        terminal.print(
            UsageCommand::tr("Interrupted requests, whose money is still reserved: %1. \"requests\" shows them.")
                .arg(interrupted));
    }
}

} // namespace

QString UsageCommand::name() const
{
    return u"usage"_s;
}

QString UsageCommand::summary() const
{
    return tr("Tell what was spent.");
}

void UsageCommand::declare(QCommandLineParser &parser) const
{
    parser.addOption({u"period"_s, tr("day, week, month or total (the default)."), u"PERIOD"_s});
    parser.addOption({u"json"_s, tr("Print JSON for programs.")});
}

void UsageCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    const QString word = parser.isSet(u"period"_s) ? parser.value(u"period"_s) : periodName(Period::Total);
    const std::optional<Period> period = periodFromName(word);
    if (!period) {
        terminal.message(tr("--period is day, week, month or total; \"%1\" is not.").arg(word));
        Q_EMIT finished(ExitUsage);
        return;
    }
    const bool asJson = parser.isSet(u"json"_s);
    const QDateTime now = QDateTime::currentDateTime();
    const QDateTime since = periodStart(*period, now);
    const QDateTime until = periodEnd(*period, now);
    whenDone(
        app.journal().interrupted(), this,
        [this, asJson, word, since, until, &app, &terminal](const Result<QList<Journal::Interrupted>> &interrupted) {
            if (!interrupted) {
                fail(terminal, interrupted.error());
                return;
            }
            const qsizetype left = interrupted->size();
            whenDone(app.clients().list(), this,
                     [this, asJson, word, since, until, left, &app, &terminal](const Result<QList<Client>> &clients) {
                         if (!clients) {
                             fail(terminal, clients.error());
                             return;
                         }
                         const QHash<QString, QString> names = clientNames(*clients);
                         whenDone(app.ledger().usage(since, until), this,
                                  [this, asJson, word, left, names, &app, &terminal](const Result<Usage> &usage) {
                                      if (!usage) {
                                          fail(terminal, usage.error());
                                          return;
                                      }
                                      if (asJson) {
                                          terminal.printJson(usageReport(*usage, word, left, names));
                                      } else {
                                          printUsage(*usage, left, names, app.adapters(), terminal);
                                      }
                                      Q_EMIT finished(ExitDone);
                                  });
                     });
        });
}

} // namespace lightwell
