// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/requests.h"

#include "app/cli/budgettext.h"
#include "app/cli/outcome.h"
#include "app/cli/picturefiles.h"
#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"

#include <QJsonArray>

#include <pwd.h>
#include <unistd.h>

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

/// Why a request that has no job cannot be asked for.
Error nothingToAskFor(const Generation &generation)
{
    const QString reason = generation.status == GenerationStatus::Unknown
        ? RequestsCommand::tr("The vendor has no job that could be asked for. Look at its own list of requests; then "
                              "\"requests settle %1\" puts right what it cost.")
        : RequestsCommand::tr("There is nothing to ask for: the request %1 ended, and it is known how.");
    return notSent(ErrorKind::NotFound, reason.arg(generation.id));
}

/// Who puts the books right, as this computer knows them.
QString userName()
{
    const passwd *user = ::getpwuid(::getuid());
    return user ? QString::fromLocal8Bit(user->pw_name) : QString::number(::getuid());
}

/// Where the pictures lie, or go where somebody wants them elsewhere or no disk has them.
Result<QStringList> filesOf(const Generation &generation, const QString &output)
{
    QStringList kept;
    for (const Picture &picture : generation.pictures) {
        kept.append(picture.path);
    }
    return output.isEmpty() && !kept.contains(QString()) ? kept : copyPictures(generation, output, Existing::Kept);
}

QStringList idsOf(const QList<Journal::Interrupted> &requests)
{
    QStringList ids;
    for (const Journal::Interrupted &request : requests) {
        ids.append(request.id);
    }
    return ids;
}

} // namespace

QString RequestsCommand::name() const
{
    return u"requests"_s;
}

QString RequestsCommand::summary() const
{
    return tr("List the newest requests, show one, ask for a lost one, settle one by hand.");
}

void RequestsCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(
        u"action"_s,
        tr("list: the newest requests and how they ended. show: who was asked for one, in which "
           "order and why. ask: fetch a job that was paid for "
           "and lost; costs nothing. settle: say what a request cost whose outcome is not "
           "known, as the vendor's own page tells it."),
        u"[list] | show ID | ask ID | settle ID"_s);
    parser.addOptions({
        {u"limit"_s, tr("list: how many; 50 by default."), u"N"_s, u"50"_s},
        {{u"o"_s, u"output"_s},
         tr("ask: where the pictures go; by default they stay with Lightwell's own."),
         u"FILE|DIR"_s},
        {u"cost"_s, tr("settle: what the vendor billed, in dollars."), u"USD"_s},
        {u"not-billed"_s, tr("settle: the vendor billed nothing.")},
        {u"attempt"_s, tr("settle: which attempt is meant, where several are open; the first is 1."), u"NUMBER"_s},
        {u"explain"_s,
         tr("show: also the offers in their order, what was sent for each wish, the price line by line, and the "
            "message without the key.")},
        {u"correct"_s, tr("settle: also where it is known what it cost, because that is wrong.")},
        {u"give-up"_s, tr("settle: also where the vendor may still have the pictures. They are lost then.")},
        {u"json"_s, tr("Print JSON for programs.")},
    });
}

qsizetype RequestsCommand::maxArguments(const QString &action) const
{
    return action == "show"_L1 || action == "ask"_L1 || action == "settle"_L1 ? 2 : 1;
}

StorageNeed RequestsCommand::storageNeed(const QString &action) const
{
    return action == "list"_L1 || action == "show"_L1 || action.isEmpty() ? StorageNeed::Read : StorageNeed::Write;
}

bool RequestsCommand::takes(const QString &option, const QString &action) const
{
    if (option == "json"_L1) {
        return true;
    }
    if (action == "show"_L1) {
        return option == "explain"_L1;
    }
    if (action == "settle"_L1) {
        return option != "limit"_L1 && option != "o"_L1 && option != "output"_L1 && option != "explain"_L1;
    }
    return action == "ask"_L1 ? option == "o"_L1 || option == "output"_L1 : option == "limit"_L1;
}

void RequestsCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    m_app = &app;
    m_terminal = &terminal;
    m_asJson = parser.isSet(u"json"_s);
    m_explains = parser.isSet(u"explain"_s);
    const QString action = parser.positionalArguments().value(0);
    const QString id = parser.positionalArguments().value(1).trimmed();
    if (action == "list"_L1 || action.isEmpty()) {
        list(parser);
    } else if (action != "show"_L1 && action != "ask"_L1 && action != "settle"_L1) {
        conclude(*m_terminal,
                 tr("Say \"requests list\", \"requests show ID\", \"requests ask ID\" or \"requests settle ID\"."),
                 ExitUsage);
    } else if (id.isEmpty()) {
        conclude(*m_terminal, tr("Name the request: \"requests %1 ID\". \"requests\" lists them.").arg(action),
                 ExitUsage);
    } else if (action == "show"_L1) {
        show(id);
    } else if (action == "ask"_L1) {
        ask(id, parser.value(u"output"_s));
    } else {
        settle(id, parser);
    }
}

void RequestsCommand::list(const QCommandLineParser &parser)
{
    bool isNumber = false;
    const int limit = parser.value(u"limit"_s).toInt(&isNumber);
    if (!isNumber || limit < 1 || limit > 10000) {
        conclude(*m_terminal, tr("--limit is a whole number from 1 to 10000."), ExitUsage);
        return;
    }
    whenDone(
        m_app->journal().interrupted(), this, [this, limit](const Result<QList<Journal::Interrupted>> &interrupted) {
            if (!interrupted) {
                fail(*m_terminal, interrupted.error());
                return;
            }
            const QStringList ids = idsOf(*interrupted);
            whenDone(m_app->journal().list(limit), this, [this, ids](const Result<QList<Generation>> &generations) {
                if (!generations) {
                    fail(*m_terminal, generations.error());
                    return;
                }
                print(*generations, ids);
                Q_EMIT finished(ExitDone);
            });
        });
}

void RequestsCommand::print(const QList<Generation> &generations, const QStringList &interrupted)
{
    QJsonArray report;
    QList<QStringList> rows {{tr("TIME"), tr("ID"), tr("MODEL"), tr("PROVIDER"), tr("STATUS"), tr("TOOK"), tr("COST")}};
    bool isLost = false;
    bool isDoubted = false;
    bool isQuestioned = false;
    for (const Generation &generation : generations) {
        const bool isInterrupted = interrupted.contains(generation.id);
        report.append(entryReport(generation, isInterrupted));
        isLost = isLost || generation.status == GenerationStatus::Unknown;
        isDoubted = isDoubted || (!generation.cost.isKnown() && hasDoubtedCost(generation));
        isQuestioned = isQuestioned || isBillQuestioned(generation);
        rows.append({generation.createdAt.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss"_s), generation.id,
                     generation.plan ? generation.plan->offer.model : generation.request.model,
                     askedProviderText(m_app->adapters(), generation),
                     isInterrupted ? tr("interrupted") : statusName(generation.status), durationText(generation),
                     isBillQuestioned(generation) ? tr("%1 (?)").arg(costText(generation)) : costText(generation)});
    }
    if (m_asJson) {
        m_terminal->printJson(report);
        return;
    }
    if (generations.isEmpty()) {
        m_terminal->print(tr("There is no request yet."));
        return;
    }
    m_terminal->printTable(rows, {5, 6});
    if (!interrupted.isEmpty()) {
        m_terminal->message(tr(
            "Interrupted: the program that asked is gone. \"requests ask ID\" fetches one, \"generate\" or \"compare\" "
            "what the command line left, \"serve\" what any program left; nothing is paid twice."));
    }
    if (isLost) {
        m_terminal->message(tr("Unknown: it may have been billed. \"requests ask ID\" asks the vendor once more; "
                               "\"requests settle ID\" takes down what the vendor's own page says it cost."));
    }
    if (isDoubted) {
        m_terminal->message(tr("Of completed requests with an unknown cost, the vendor told one that cannot be right. "
                               "\"requests settle ID\" takes down what the vendor's own page says."));
    }
    if (isQuestioned) {
        m_terminal->message(tr("(?): the vendor's bill is more than ten times the estimate. It is booked; look it up "
                               "at the vendor. \"requests settle ID\" takes down what its own page says."));
    }
}

void RequestsCommand::ask(const QString &id, const QString &output)
{
    whenDone(
        m_app->journal().interrupted(), this,
        [this, id, output](const Result<QList<Journal::Interrupted>> &interrupted) {
            if (!interrupted) {
                fail(*m_terminal, interrupted.error());
                return;
            }
            const bool isInterrupted = idsOf(*interrupted).contains(id);
            const auto finding = m_app->journal().find(id);
            whenDone(finding, this, [this, id, output, isInterrupted](const std::optional<Generation> &found) {
                if (!found) {
                    fail(*m_terminal,
                         notSent(ErrorKind::NotFound, tr("There is no request %1. \"requests\" lists them.").arg(id)));
                    return;
                }
                const bool runs = found->status == GenerationStatus::Running;
                const bool hasJob = isInterrupted || (!found->attempts.isEmpty() && found->attempts.last().hasJob);
                if (runs && !isInterrupted) {
                    fail(*m_terminal,
                         notSent(ErrorKind::Invalid,
                                 tr("The request %1 is still running in another program, which gets its pictures and "
                                    "writes down what they cost.")
                                     .arg(id)));
                } else if (!hasJob && found->pictures.isEmpty()) {
                    fail(*m_terminal, nothingToAskFor(*found));
                } else if (const Status ready = output.isEmpty() ? Status(Success()) : prepareTarget(output);
                           !ready.ok()) {
                    fail(*m_terminal, ready.error());
                } else {
                    follow(id, output);
                }
            });
        });
}

void RequestsCommand::follow(const QString &id, const QString &output)
{
    // Ctrl+C ends the asking only, and at once: the job goes on, and can be asked for again.
    m_app->engine().fetchJob(
        id, this,
        [this, output](const Generation &generation) {
            const Result<QStringList> files = filesOf(generation, output);
            whenDone(m_app->journal().writeOwed(), this, [this, generation, files](const Status &written) {
                Generation told = generation;
                noteBooking(told, written);
                tellOutcome(told, files, m_asJson, *m_terminal);
                Q_EMIT finished(files.ok() && isDone(told) ? ExitDone : ExitFailed);
            });
        },
        [this](const Progress &progress) { m_terminal->progress(progressText(progress)); });
}

/// What was settled at nothing was not free, but not billed.
QString RequestsCommand::billText(Money amount)
{
    return amount == Money::zero() ? tr("not billed") : moneyText(amount);
}

/// What stood in the books before, so that a mistake can be taken back.
void RequestsCommand::tellCorrections(const Generation &generation)
{
    for (qsizetype number = 0; number < generation.attempts.size(); ++number) {
        for (const CostCorrection &correction : generation.attempts.at(number).corrections) {
            const QString state = correction.state.isEmpty() ? tr("not in the ledger") : correction.state;
            const QString before = correction.from.isKnown() || correction.state != "settled"_L1
                ? tr("%1 (%2)").arg(billText(correction.from), state)
                : billText(correction.from); // "unknown (settled)" contradicts itself
            m_terminal->message(tr("Attempt %1, %2, by %3: %4 became %5.")
                                    .arg(number + 1)
                                    .arg(correction.at.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss"_s),
                                         correction.by.isEmpty() ? tr("somebody") : correction.by, before,
                                         billText(correction.to)));
        }
    }
}

void RequestsCommand::settle(const QString &id, const QCommandLineParser &parser)
{
    const std::optional<Money> cost =
        parser.isSet(u"not-billed"_s) ? Money::zero() : dollarsFrom(parser.value(u"cost"_s));
    if (parser.isSet(u"cost"_s) == parser.isSet(u"not-billed"_s)) {
        conclude(*m_terminal, tr("Say what the vendor billed: --cost USD, or --not-billed."), ExitUsage);
        return;
    }
    bool isNumber = true;
    const int attempt = parser.isSet(u"attempt"_s) ? parser.value(u"attempt"_s).toInt(&isNumber) : 1;
    if (!cost || !isNumber || attempt < 1) {
        conclude(
            *m_terminal,
            !cost ? tr("--cost is an amount in dollars, for example 0.04; \"%1\" is not.").arg(parser.value(u"cost"_s))
                  : tr("--attempt is a whole number; the first is 1."),
            ExitUsage);
        return;
    }
    Journal::ManualSettlement told;
    told.generation = id;
    told.cost = *cost;
    told.giveUpJob = parser.isSet(u"give-up"_s);
    told.correct = parser.isSet(u"correct"_s);
    told.by = userName();
    if (parser.isSet(u"attempt"_s)) {
        told.attempt = attempt - 1;
    }
    const auto settling = m_app->journal().settleByHand(told, QDateTime::currentDateTimeUtc());
    whenDone(settling, this, [this, id, isCorrection = told.correct](const Result<Generation> &settled) {
        if (!settled) {
            Error error = settled.error();
            if (error.param == "give_up"_L1) {
                error.message += u' ' + tr("\"requests ask %1\" does; --give-up settles it without them.").arg(id);
            } else if (error.param == "attempt"_L1) {
                error.message += u' ' + tr("Add --attempt and its number.");
            } else if (error.param == "correct"_L1) {
                error.message += isCorrection ? QString() : u' ' + tr("If that is wrong, --correct puts it right.");
            }
            fail(*m_terminal, error);
            return;
        }
        if (m_asJson) {
            m_terminal->printJson(entryReport(*settled, false));
        } else {
            m_terminal->print(
                tr("%1 is settled: %2, cost %3.").arg(id, statusName(settled->status), costText(*settled)));
            tellCorrections(*settled);
        }
        Q_EMIT finished(ExitDone);
    });
}

} // namespace lightwell
