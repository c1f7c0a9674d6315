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
#include "core/secrets/keyring.h"
#include "core/wording/explaintext.h"
#include "core/wording/routewording.h"
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

/// What the providers themselves said of attempts that failed, which is longer than a cell of the table.
QStringList answerLines(const Generation &generation)
{
    QStringList lines;
    for (qsizetype number = 0; number < generation.attempts.size(); ++number) {
        const Attempt &attempt = generation.attempts.at(number);
        const QString answer = attempt.error ? wording::vendorAnswer(*attempt.error) : QString();
        if (!answer.isEmpty()) {
            lines.append(
                RequestsCommand::tr("Answer to attempt %1: %2").arg(QString::number(number + 1), answer.simplified()));
        }
    }
    return lines;
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

QJsonObject messageReport(const SentMessage &sent, bool wasSent)
{
    return {{"sent"_L1, wasSent},
            {"method"_L1, sent.method},
            {"address"_L1, sent.address},
            {"headers"_L1, QJsonArray::fromStringList(sent.headers)},
            {"body"_L1, sent.body}};
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
        if (m_explains) {
            explainShown(*found);
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
                    const QStringList answers = answerLines(generation);
                    for (const QString &line : answers) {
                        m_terminal->print(line);
                    }
                }
                if (const QString trouble = troubleBeside(generation); !trouble.isEmpty()) {
                    m_terminal->print(trouble);
                }
            }
            Q_EMIT finished(ExitDone);
        });
    });
}

void RequestsCommand::explainShown(const Generation &generation)
{
    m_app->engine().plan(
        generation.request, this, [this, generation](const Result<Route> &route, const QList<KeyState> &) {
            const QList<RoutePlace> places = route ? placesOf(*route) : QList<RoutePlace>();
            const auto reading = m_app->journal().offerRecords();
            whenDone(reading, this, [this, generation, places](const Result<QList<OfferRecord>> &records) {
                ExplainFacts facts {
                    generation, knownOffers(places, m_app->catalog(), records ? *records : QList<OfferRecord>()), true};
                const auto plans = m_app->journal().plans(generation.id);
                whenDone(plans, this, [this, facts](const QHash<int, Plan> &kept) mutable {
                    facts.plans = kept;
                    findAddresses(facts, providersOf(facts.generation));
                });
            });
        });
}

/// Of each provider that was asked, and then it is told.
void RequestsCommand::findAddresses(const ExplainFacts &facts, QStringList providers)
{
    if (providers.isEmpty()) {
        print(explain(facts, m_app->adapters()));
        Q_EMIT finished(ExitDone);
        return;
    }
    const QString provider = providers.takeFirst();
    m_app->keyring().address(provider, this,
                             [this, more = facts, providers, provider](const Result<QUrl> &address) mutable {
                                 more.addresses.insert(provider, address ? *address : QUrl());
                                 findAddresses(more, providers);
                             });
}

void RequestsCommand::print(const Explanation &explanation)
{
    if (!m_asJson) {
        Names names;
        names.money = &moneyText; // as in the other tables
        const QStringList lines = wording::explanationText(explanation, names).split(u'\n');
        for (const QString &line : lines) {
            m_terminal->print(line);
        }
        return;
    }
    QJsonObject report = generationReport(explanation.generation, {});
    QList<RoutePlace> places;
    for (const ExplainedOffer &offer : explanation.offers) {
        places.append(offer.place);
    }
    report.insert("route_now"_L1, wording::routeJson(places));
    QJsonArray settings;
    for (const ExplainedSetting &setting : explanation.settings) {
        QJsonObject row = wording::toldJson(setting.planned);
        row.insert("sent_as"_L1, setting.sent);
        settings.append(row);
    }
    report.insert("settings"_L1, settings);
    if (explanation.sent) {
        report.insert("message"_L1, messageReport(*explanation.sent, explanation.wasSent));
    }
    QJsonArray attempts = report.value("attempts"_L1).toArray();
    for (qsizetype at = 0; at < std::min(attempts.size(), explanation.attempts.size()); ++at) {
        if (const ExplainedAttempt &attempt = explanation.attempts.at(at); attempt.sent) {
            QJsonObject row = attempts.at(at).toObject();
            row.insert("message"_L1, messageReport(*attempt.sent, attempt.wasSent));
            attempts[at] = row;
        }
    }
    report.insert("attempts"_L1, attempts);
    m_terminal->printJson(report);
}

} // namespace lightwell
