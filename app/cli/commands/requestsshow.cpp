// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/requests.h"
#include "app/cli/keytable.h"
#include "app/cli/outcome.h"
#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/ledger/ledgerreader.h"
#include "core/wording/wording.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString secondsOf(const Attempt &attempt)
{
    return attempt.endedAt.isValid()
        ? u"%1 s"_s.arg(static_cast<double>(attempt.startedAt.msecsTo(attempt.endedAt)) / 1000.0, 0, 'f', 1)
        : QString();
}

/// Nothing where the ledger does not have it: a refusal that cost nothing is forgotten there.
std::optional<LedgerRow> entryOf(const QList<LedgerRow> &entries, qsizetype attempt)
{
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [attempt](const LedgerRow &row) { return row.attempt == attempt; });
    return entry == entries.end() ? std::nullopt : std::optional(*entry);
}

QString differenceText(const std::optional<LedgerRow> &entry)
{
    const Money difference = entry ? entry->difference() : Money::unknown();
    if (!difference.isKnown()) {
        return u"–"_s;
    }
    if (difference == Money::zero()) {
        return RequestsCommand::tr("none");
    }
    return difference.micros() > 0 ? u'+' + moneyText(difference) : u'-' + moneyText(Money::zero() - difference);
}

/// Who was asked, in which order, and why: of each attempt a line, and what came after it.
QList<QStringList> attemptRows(const Generation &generation, const QList<LedgerRow> &entries)
{
    QList<QStringList> rows {{RequestsCommand::tr("ATTEMPT"), RequestsCommand::tr("PROVIDER"),
                              RequestsCommand::tr("STATUS"), RequestsCommand::tr("ESTIMATE"),
                              RequestsCommand::tr("COST"), RequestsCommand::tr("DIFFERENCE"),
                              RequestsCommand::tr("TIME"), RequestsCommand::tr("WHY, AND WHAT CAME AFTER IT")}};
    for (qsizetype number = 0; number < generation.attempts.size(); ++number) {
        const Attempt &attempt = generation.attempts.at(number);
        const std::optional<LedgerRow> entry = entryOf(entries, number);
        QStringList told {wording::sentence(attempt.why), attempt.error ? wording::sentence(*attempt.error) : QString(),
                          wording::sentence(attempt.after)};
        told.removeAll(QString());
        rows.append({QString::number(number + 1), keytable::shownName({attempt.provider, attempt.key}),
                     statusName(attempt.status), entry ? moneyText(entry->told) : u"–"_s, moneyText(attempt.cost),
                     differenceText(entry), secondsOf(attempt), told.join(u' ')});
    }
    return rows;
}

/// What is in none of the lines: why nobody was asked, or what became of pictures that were made.
QString troubleBeside(const Generation &generation)
{
    if (!generation.error) {
        return {};
    }
    const QString trouble = wording::sentence(*generation.error);
    const bool isTold =
        std::any_of(generation.attempts.begin(), generation.attempts.end(), [&trouble](const Attempt &attempt) {
            return attempt.error && wording::sentence(*attempt.error) == trouble;
        });
    return isTold ? QString() : trouble;
}

QJsonObject shownReport(const Generation &generation, const QList<LedgerRow> &entries)
{
    QJsonObject report = generationReport(generation, {});
    QJsonArray attempts = report.value("attempts"_L1).toArray();
    for (qsizetype number = 0; number < attempts.size(); ++number) {
        QJsonObject attempt = attempts.at(number).toObject();
        const std::optional<LedgerRow> entry = entryOf(entries, number);
        attempt.insert("estimated_cost"_L1, entry ? entry->told.toJsonDollars() : QJsonValue());
        attempt.insert("difference"_L1, entry ? entry->difference().toJsonDollars() : QJsonValue());
        attempts[number] = attempt;
    }
    report.insert("attempts"_L1, attempts);
    return report;
}

} // namespace

void RequestsCommand::show(const QString &id)
{
    whenDone(m_app->journal().find(id), this, [this, id](const std::optional<Generation> &found) {
        if (!found) {
            m_terminal->error(
                notSent(ErrorKind::NotFound, tr("There is no request %1. \"requests\" lists them.").arg(id)));
            Q_EMIT finished(ExitFailed);
            return;
        }
        const auto reading = m_app->ledgerReader().entriesOf(id);
        whenDone(reading, this, [this, generation = *found](const Result<QList<LedgerRow>> &entries) {
            if (!entries) {
                fail(*m_terminal, entries.error());
                return;
            }
            if (m_asJson) {
                m_terminal->printJson(shownReport(generation, *entries));
            } else {
                if (!generation.attempts.isEmpty()) {
                    m_terminal->printTable(attemptRows(generation, *entries), {3, 4, 5});
                }
                if (const QString trouble = troubleBeside(generation); !trouble.isEmpty()) {
                    m_terminal->print(trouble);
                }
            }
            Q_EMIT finished(ExitDone);
        });
    });
}

} // namespace lightwell
