// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/usage.h"

#include "app/cli/clientnames.h"
#include "app/cli/commands/usagecheck.h"
#include "app/cli/report.h"
#include "app/cli/shownsums.h"
#include "app/cli/terminal.h"
#include "app/cli/usagefilter.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/ledger/ledgercsv.h"
#include "core/wording/wording.h"

#include <QJsonArray>

#include <algorithm>

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

/// What vendors cannot tell apart, and so has no use for --check.
bool choosesForCheck(const QCommandLineParser &parser)
{
    const QStringList useless {u"period"_s, u"since"_s,   u"until"_s, u"model"_s,
                               u"client"_s, u"project"_s, u"by"_s,    u"csv"_s};
    return std::any_of(useless.begin(), useless.end(), [&](const QString &option) { return parser.isSet(option); });
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
    declareUsageFilter(parser);
    parser.addOptions({
        {u"by"_s, tr("One line each: day, provider, model, client or project; or day and another, as in day,model."),
         u"WHAT"_s},
        {u"csv"_s, tr("Print CSV for spreadsheets: with --by its lines, else every attempt.")},
        {u"check"_s, tr("Ask the providers what was spent there, and compare.")},
        {u"json"_s, tr("Print JSON for programs.")},
    });
}

void UsageCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    m_app = &app;
    m_terminal = &terminal;
    m_asJson = parser.isSet(u"json"_s);
    m_asCsv = parser.isSet(u"csv"_s);
    const Result<LedgerFilter> filter = usageFilterFrom(parser, app, QDateTime::currentDateTime());
    if (!filter) {
        conclude(terminal, wording::sentence(filter.error()), ExitUsage);
    } else if (m_asJson && m_asCsv) {
        conclude(terminal, tr("Give either --json or --csv."), ExitUsage);
    } else if (parser.isSet(u"by"_s) && !usageGroupingFrom(parser.value(u"by"_s))) {
        conclude(terminal,
                 tr("--by is day, provider, model, client or project, or day and one of the others; \"%1\" is not.")
                     .arg(parser.value(u"by"_s)),
                 ExitUsage);
    } else if (parser.isSet(u"check"_s) && choosesForCheck(parser)) {
        conclude(terminal,
                 tr("--check compares all that was spent: of what chooses or groups it, it takes only --provider."),
                 ExitUsage);
    } else if (parser.isSet(u"check"_s)) {
        auto *check = new UsageCheck(app, terminal, m_asJson, this);
        connect(check, &UsageCheck::finished, this, &UsageCommand::finished);
        check->start(filter->provider);
    } else {
        findClient(parser, *filter);
    }
}

/// Whom --client means, also of those whose key is gone: what they spent is in the books.
void UsageCommand::findClient(const QCommandLineParser &parser, LedgerFilter filter)
{
    const bool isPlain = !parser.isSet(u"by"_s) && !m_asCsv && !hasUsageFilter(parser);
    const QString period = parser.isSet(u"period"_s) ? parser.value(u"period"_s) : periodName(Period::Total);
    const UsageGrouping grouping = usageGroupingFrom(parser.value(u"by"_s)).value_or(UsageGrouping {true});
    const bool isEntries = m_asCsv && !parser.isSet(u"by"_s);
    const QString name = parser.value(u"client"_s);
    whenDone(m_app->clients().list(), this, [=, this](const Result<QList<Client>> &clients) mutable {
        if (!clients) {
            fail(*m_terminal, clients.error());
            return;
        }
        m_clients = clientNames(*clients);
        if (!name.isEmpty()) {
            const auto found = std::find_if(clients->begin(), clients->end(), [&name](const Client &client) {
                return client.id == name || client.name == name;
            });
            if (found == clients->end()) {
                conclude(*m_terminal, tr("There is no client \"%1\". \"clients list\" shows them.").arg(name),
                         ExitFailed);
                return;
            }
            filter.client = found->id;
        }
        if (isPlain) {
            summarize(period);
        } else if (isEntries) {
            m_terminal->printBytes(ledgercsv::entryHeader());
            exportEntries(filter, 0);
        } else {
            tabulate(grouping, filter);
        }
    });
}

void UsageCommand::summarize(const QString &period)
{
    const QDateTime now = QDateTime::currentDateTime();
    const Period meant = periodFromName(period).value_or(Period::Total);
    const auto asking = m_app->ledger().usage(periodStart(meant, now), periodEnd(meant, now));
    whenDone(asking, this, [this, period](const Result<Usage> &usage) {
        if (!usage) {
            fail(*m_terminal, usage.error());
            return;
        }
        whenDone(m_app->journal().interrupted(), this,
                 [this, period, usage = *usage](const Result<QList<Journal::Interrupted>> &interrupted) {
                     if (!interrupted) {
                         fail(*m_terminal, interrupted.error());
                         return;
                     }
                     if (m_asJson) {
                         QJsonObject report = usageReport(usage, period, interrupted->size(), m_clients);
                         addShownSum(report, shownCurrency(m_app->settings()), usage.total);
                         m_terminal->printJson(report);
                     } else {
                         printUsage(usage, interrupted->size(), m_clients, m_app->adapters(), *m_terminal);
                         printShownSum(shownCurrency(m_app->settings()), usage.total, *m_terminal);
                     }
                     Q_EMIT finished(ExitDone);
                 });
    });
}

void UsageCommand::tabulate(const UsageGrouping &grouping, const LedgerFilter &filter)
{
    whenDone(m_app->ledgerReader().spentByDay(filter, grouping.group), this,
             [this, grouping](const Result<QList<SpendingOfDay>> &days) {
                 if (!days) {
                     fail(*m_terminal, days.error());
                     return;
                 }
                 const QList<SpendingOfDay> rows = grouped(*days, grouping);
                 if (m_asCsv) {
                     m_terminal->printBytes(usageTableCsv(rows, grouping, m_clients));
                 } else if (m_asJson) {
                     m_terminal->printJson(usageTableReport(rows, grouping, m_clients));
                 } else {
                     printUsageTable(rows, grouping, m_clients, *m_terminal);
                 }
                 Q_EMIT finished(ExitDone);
             });
}

/// Page by page, so that a long ledger needs no more memory than a short one.
void UsageCommand::exportEntries(const LedgerFilter &filter, qint64 from)
{
    constexpr int page = 1000;
    whenDone(m_app->ledgerReader().rows(filter, from, page), this,
             [this, filter, from](const Result<QList<LedgerRow>> &rows) {
                 if (!rows) {
                     fail(*m_terminal, rows.error());
                     return;
                 }
                 QByteArray text;
                 for (const LedgerRow &row : *rows) {
                     text += ledgercsv::entry(row, m_clients);
                 }
                 m_terminal->printBytes(text);
                 if (rows->size() == page && !m_terminal->isOutputLost()) {
                     exportEntries(filter, from + page);
                 } else {
                     Q_EMIT finished(ExitDone);
                 }
             });
}

} // namespace lightwell
