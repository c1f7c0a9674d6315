// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/ledgerbooks.h"

#include "core/async/whendone.h"
#include "core/gateway/clientregistry.h"
#include "core/journal/journal.h"
#include "core/wording/wording.h"
#include "ui/imageservice.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

/// The journal is asked for one after the other: each may be large.
struct LedgerBooks::UnknownSearch
{
    QList<UnknownCall> calls;
    qsizetype next = 0;
    OnUnknown onUnknown;
};

LedgerBooks::LedgerBooks(Ledger &ledger, LedgerReader &reader, Journal &journal, ClientRegistry &clients,
                         ImageService &images, QString person)
    : m_ledger(ledger)
    , m_reader(reader)
    , m_journal(journal)
    , m_clients(clients)
    , m_images(images)
    , m_person(std::move(person))
{
}

LedgerBooks::~LedgerBooks() = default;

QFuture<Result<QList<BudgetState>>> LedgerBooks::limits(const QDateTime &now)
{
    return m_ledger.budgets(now);
}

void LedgerBooks::stateOf(const Budget &budget, const QDateTime &now, QObject *context, OnState onState)
{
    whenDone(m_reader.stateOf(budget, now), context, std::move(onState));
}

QFuture<Result<qint64>> LedgerBooks::setLimit(const Budget &budget)
{
    return m_ledger.setBudget(budget);
}

QFuture<Status> LedgerBooks::removeLimit(qint64 id)
{
    return m_ledger.removeBudget(id);
}

void LedgerBooks::sums(const QDateTime &since, const QDateTime &until, QObject *context, OnSums onSums)
{
    LedgerFilter month;
    month.since = since;
    month.until = until;
    month.states = {LedgerState::Settled};
    LedgerFilter running;
    running.states = {LedgerState::Reserved};
    const auto runs = m_reader.spentByDay(running, SpendingGroup::Nothing);
    whenDone(m_reader.spentByDay(month, SpendingGroup::Nothing), context,
             [context, runs, onSums = std::move(onSums)](const Result<QList<SpendingOfDay>> &spent) {
                 if (!spent) {
                     onSums(spent.error());
                     return;
                 }
                 Sums sums {Money::zero(), 0, Money::zero()};
                 for (const SpendingOfDay &day : *spent) {
                     sums.spent += day.cost;
                     sums.unknown += day.unknown;
                 }
                 whenDone(runs, context, [sums, onSums](const Result<QList<SpendingOfDay>> &kept) mutable {
                     if (!kept) {
                         onSums(kept.error());
                         return;
                     }
                     for (const SpendingOfDay &day : *kept) {
                         sums.keptRunning += day.open;
                     }
                     onSums(sums);
                 });
             });
}

QFuture<Result<QList<SpendingOfDay>>> LedgerBooks::days(const QDateTime &since, const QDateTime &until,
                                                        SpendingGroup group)
{
    LedgerFilter filter;
    filter.since = since;
    filter.until = until;
    return m_reader.spentByDay(filter, group);
}

QFuture<Result<QList<SpendingOfDay>>> LedgerBooks::daysWithin(const Budget &scope, const QDateTime &since,
                                                              const QDateTime &until)
{
    LedgerFilter filter;
    filter.since = since;
    filter.until = until;
    filter.provider = scope.provider;
    filter.model = scope.model;
    filter.client = scope.client;
    filter.project = scope.project;
    return m_reader.spentByDay(filter, SpendingGroup::Nothing);
}

QFuture<Result<qint64>> LedgerBooks::countLines(const LedgerFilter &filter)
{
    return m_reader.countLines(filter);
}

QFuture<Result<QList<LedgerRow>>> LedgerBooks::lines(const LedgerFilter &filter, qint64 first, int count)
{
    return m_reader.lines(filter, first, count);
}

QFuture<Result<QList<LedgerRow>>> LedgerBooks::rows(const LedgerFilter &filter, qint64 first, int count)
{
    return m_reader.rows(filter, first, count);
}

QFuture<Result<QStringList>> LedgerBooks::projects()
{
    return m_ledger.projects();
}

void LedgerBooks::known(QObject *context, OnKnown onKnown)
{
    auto known = std::make_shared<Known>();
    const auto counted = m_reader.count({});
    const auto projects = m_ledger.projects();
    LedgerFilter lately;
    lately.since = QDateTime::currentDateTime().addDays(-92);
    const auto spent = m_reader.spentByDay(lately, SpendingGroup::Provider);
    const auto clients = m_clients.list();
    // Whatever fails is left out, except the books themselves.
    whenDone(projects, context,
             [known](const Result<QStringList> &names) { known->projects = names ? *names : QStringList(); });
    whenDone(clients, context, [known](const Result<QList<Client>> &list) {
        for (const Client &client : list ? *list : QList<Client>()) {
            known->clients.insert(client.id, client.name);
        }
    });
    whenDone(spent, context, [known](const Result<QList<SpendingOfDay>> &days) {
        for (const SpendingOfDay &day : days ? *days : QList<SpendingOfDay>()) {
            if (!known->providers.contains(day.group)) {
                known->providers.append(day.group);
            }
        }
    });
    whenDone(counted, context, [this, context, known, onKnown = std::move(onKnown)](const Result<qint64> &count) {
        if (!count) {
            onKnown(count.error());
            return;
        }
        // The store answers in order: with this one the others above are there.
        whenDone(m_reader.rows({}, std::max<qint64>(0, *count - 1), 1), context,
                 [this, known, onKnown](const Result<QList<LedgerRow>> &oldest) {
                     if (!oldest) {
                         onKnown(oldest.error());
                         return;
                     }
                     known->first = oldest->isEmpty() ? QDate() : oldest->first().begun.toLocalTime().date();
                     onKnown(*known);
                 });
    });
}

void LedgerBooks::unknown(QObject *context, OnUnknown onUnknown)
{
    whenDone(m_reader.unknownEntries(), context,
             [this, context, onUnknown = std::move(onUnknown)](const Result<QList<LedgerRow>> &rows) {
                 if (!rows) {
                     onUnknown(rows.error());
                     return;
                 }
                 auto search = std::make_shared<UnknownSearch>();
                 search->onUnknown = onUnknown;
                 for (const LedgerRow &row : *rows) {
                     search->calls.append({row, {}, false});
                 }
                 findNext(search, context);
             });
}

void LedgerBooks::findNext(const std::shared_ptr<UnknownSearch> &search, QObject *context)
{
    for (; search->next < search->calls.size(); ++search->next) {
        UnknownCall &call = search->calls[search->next];
        const LedgerRow &row = call.row;
        const auto found = m_found.constFind(Ledger::reservationName(row.generation, row.attempt));
        if (found == m_found.cend()) {
            break;
        }
        call.why = found->why;
        call.canAsk = found->canAsk;
    }
    if (search->next == search->calls.size()) {
        search->onUnknown(search->calls);
        return;
    }
    const LedgerRow row = search->calls.at(search->next).row;
    whenDone(m_journal.find(row.generation), context,
             [this, search, context, row](const std::optional<Generation> &generation) {
                 Found found;
                 if (generation && row.attempt >= 0 && row.attempt < generation->attempts.size()) {
                     const Attempt &attempt = generation->attempts.at(row.attempt);
                     const std::optional<Error> &error = attempt.error ? attempt.error : generation->error;
                     found.why = error ? wording::sentence(*error) : QString();
                     found.canAsk = attempt.hasJob && row.attempt == generation->attempts.size() - 1;
                 }
                 m_found.insert(Ledger::reservationName(row.generation, row.attempt), found);
                 findNext(search, context);
             });
}

void LedgerBooks::settle(const LedgerRow &row, Money cost, bool giveUpJob, QObject *context, OnAnswer onSettled)
{
    Journal::ManualSettlement told;
    told.generation = row.generation;
    told.cost = cost;
    told.attempt = row.attempt;
    told.giveUpJob = giveUpJob;
    told.by = m_person;
    m_found.remove(Ledger::reservationName(row.generation, row.attempt));
    whenDone(m_journal.settleByHand(told, QDateTime::currentDateTimeUtc()), context,
             [onSettled = std::move(onSettled)](const Result<Generation> &settled) {
                 onSettled(settled ? Status(Success()) : Status(settled.error()));
             });
}

void LedgerBooks::ask(const QString &generation, QObject *context, OnAnswer onAnswer)
{
    m_images.follow(
        generation, context,
        [this, generation, onAnswer = std::move(onAnswer)](const Generation &ended) {
            m_found.removeIf([&generation](const std::pair<const QString &, Found &> &found) {
                return found.first.startsWith(generation + u'/');
            });
            const bool isTold = ended.status != GenerationStatus::Unknown && ended.status != GenerationStatus::Running;
            onAnswer(isTold || !ended.error ? Status(Success()) : Status(*ended.error));
        },
        [](const Progress &) {});
}

void LedgerBooks::onChange(QObject *context, std::function<void()> then)
{
    m_images.onChange(context, std::move(then));
}

} // namespace lightwell
