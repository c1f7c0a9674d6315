// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/requests.h"

#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QJsonObject entryReport(const Generation &generation, bool interrupted)
{
    QJsonObject entry = generationReport(generation, {});
    entry.insert("created_at"_L1, generation.createdAt.toUTC().toString(Qt::ISODateWithMs));
    entry.insert("client"_L1, generation.origin.client);
    entry.insert("interrupted"_L1, interrupted); // still running at the vendor perhaps, but nobody waits for it
    return entry;
}

} // namespace

QString RequestsCommand::name() const
{
    return u"requests"_s;
}

QString RequestsCommand::summary() const
{
    return tr("List the newest requests and how they ended.");
}

void RequestsCommand::declare(QCommandLineParser &parser) const
{
    parser.addOption({u"limit"_s, tr("How many; 50 by default."), u"N"_s, u"50"_s});
    parser.addOption({u"json"_s, tr("Print JSON for programs.")});
}

void RequestsCommand::run(const QCommandLineParser &parser, Composition &house, Terminal &terminal)
{
    bool isNumber = false;
    const int limit = parser.value(u"limit"_s).toInt(&isNumber);
    if (!isNumber || limit < 1 || limit > 10000) {
        terminal.message(tr("--limit is a whole number from 1 to 10000."));
        Q_EMIT finished(ExitUsage);
        return;
    }
    const bool asJson = parser.isSet(u"json"_s);
    whenDone(house.journal().interrupted(), this,
             [this, asJson, limit, &house, &terminal](const Result<QStringList> &interrupted) {
                 if (!interrupted) {
                     fail(terminal, interrupted.error());
                     return;
                 }
                 const QStringList ids = *interrupted;
                 whenDone(house.journal().list(limit), this,
                          [this, asJson, ids, &terminal](const Result<QList<Generation>> &generations) {
                              if (!generations) {
                                  fail(terminal, generations.error());
                              } else {
                                  print(*generations, ids, asJson, terminal);
                                  Q_EMIT finished(ExitDone);
                              }
                          });
             });
}

void RequestsCommand::print(const QList<Generation> &generations, const QStringList &interrupted, bool asJson,
                            Terminal &terminal)
{
    QJsonArray report;
    QList<QStringList> rows {{tr("TIME"), tr("ID"), tr("MODEL"), tr("PROVIDER"), tr("STATUS"), tr("TOOK"), tr("COST")}};
    for (const Generation &generation : generations) {
        const bool isInterrupted = interrupted.contains(generation.id);
        report.append(entryReport(generation, isInterrupted));
        rows.append({generation.createdAt.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss"_s), generation.id,
                     generation.plan ? generation.plan->offer.model : generation.request.model,
                     generation.plan ? generation.plan->offer.provider : u"–"_s,
                     isInterrupted ? tr("interrupted") : statusName(generation.status), durationText(generation),
                     moneyText(generation.cost)});
    }
    if (asJson) {
        terminal.printJson(report);
        return;
    }
    terminal.printTable(rows, {5, 6});
    if (!interrupted.isEmpty()) {
        terminal.message(tr("Interrupted: the program that asked is gone. \"generate\" or \"compare\" fetches what the "
                            "command line left, \"serve\" what any program left; nothing is paid twice."));
    }
}

} // namespace lightwell
