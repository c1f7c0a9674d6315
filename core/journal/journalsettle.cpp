// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/journal/journalreasons.h"
#include "core/journal/journalrows.h"
#include "core/journal/lostgeneration.h"
#include "core/journal/offerbook.h"
#include "core/journal/owedwrites.h"
#include "core/journal/settledentry.h"
#include "core/storage/query.h"
#include "core/storage/runlock.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

struct Found
{
    Generation generation;
    QString owner;
    bool isReadable = false; ///< the request in its row
};

/// Attempts whose rows are gone, of which the ledger still knows.
void addAttemptsOfTheLedger(Database &database, Generation &generation)
{
    const Result<Generation> known = generationFromLedger(database, generation.id);
    if (known) {
        generation.attempts.append(known->attempts.mid(generation.attempts.size()));
    }
}

Result<Found> read(Database &database, OfferBook &offers, const QString &id)
{
    const QString columns = journalrows::recordColumns(journalrows::Inputs::Bring);
    Result<Rows> rows = execute(database, u"SELECT %1 FROM generations WHERE id = ?"_s.arg(columns), {id});
    if (!rows) {
        return rows.error();
    }
    if (!rows.value().next()) {
        Result<Generation> lost = generationFromLedger(database, id);
        return lost ? Result<Found>(Found {std::move(lost).value(), notNull({}), false}) : lost.error();
    }
    const journalrows::Record record = journalrows::readRecord(rows.value());
    Result<Generation> generation = journalrows::complete(database, offers, record, journalrows::Inputs::Bring,
                                                          journalrows::DamagedPlan::IsLeftOut);
    if (!generation) { // a damaged record: what the ledger knows takes its place
        Result<Generation> lost = generationFromLedger(database, id);
        return lost ? Result<Found>(Found {std::move(lost).value(), record.owner, false}) : lost.error();
    }
    addAttemptsOfTheLedger(database, generation.value());
    return Found {std::move(generation).value(), record.owner, true};
}

bool tellsSettlement(const Reason &reason)
{
    return reason.code == QLatin1StringView(reasons::settledBilled.code)
        || reason.code == QLatin1StringView(reasons::settledUnbilled.code);
}

/// What an earlier settlement said of the bill is the past now.
Reason withoutSettlement(const Reason &reason)
{
    if (tellsSettlement(reason)) {
        return {};
    }
    if (reason.code != QLatin1StringView(reasons::sentences.code) || reason.values.size() != 1) {
        return reason;
    }
    QList<Reason> kept;
    const QJsonArray sentences = reason.values.first().value.toArray();
    for (const QJsonValue sentence : sentences) {
        const Reason rest = withoutSettlement(Reason::fromJson(sentence));
        if (!rest.isEmpty()) {
            kept.append(rest);
        }
    }
    if (kept.size() < 2) {
        return kept.value(0);
    }
    return reasons::sentences(kept);
}

/// What the error says of the bill is the past now.
void correct(std::optional<Error> &error, Money cost)
{
    if (!error) {
        return;
    }
    const bool billed = cost != Money::zero();
    error->billing = billed ? Billing::Billed : Billing::NotBilled;
    error->setReason(Reason::both(withoutSettlement(error->why()),
                                  billed ? reasons::settledBilled(cost) : reasons::settledUnbilled()));
}

GenerationStatus statusOf(const std::optional<Error> &error, bool hasPictures)
{
    if (hasPictures) {
        return GenerationStatus::Completed;
    }
    return error && error->kind == ErrorKind::Cancelled ? GenerationStatus::Cancelled : GenerationStatus::Failed;
}

bool isOpen(GenerationStatus status)
{
    return status == GenerationStatus::Unknown || status == GenerationStatus::Running;
}

void settleAttempt(Generation &generation, const SettledEntry &entry, const Journal::ManualSettlement &told,
                   const QDateTime &now)
{
    const int number = entry.number;
    const Money cost = told.cost;
    const bool isLast = number == generation.attempts.size() - 1;
    const bool hasPictures = isLast && !generation.pictures.isEmpty();
    Attempt &attempt = generation.attempts[number];
    if (!attempt.error && !hasPictures && isOpen(attempt.status)) {
        attempt.error = notSent(ErrorKind::Unknown, reasons::endedMeanwhile());
    }
    correct(attempt.error, cost);
    if (isOpen(attempt.status)) {
        attempt.status = statusOf(attempt.error, hasPictures);
    }
    attempt.corrections.append({now, told.by, entry.state, entry.cost, cost});
    attempt.cost = cost;
    attempt.hasJob = false;
    attempt.settledByHand = true;
    if (isLast && !generation.error) {
        generation.error = attempt.error;
    } else if (isLast) {
        correct(generation.error, cost);
    }
    if (isLast && isOpen(generation.status)) {
        generation.status = statusOf(generation.error, hasPictures);
    }
    if (!attempt.endedAt.isValid()) {
        attempt.endedAt = now;
    }
    if (isLast && !generation.endedAt.isValid()) {
        generation.endedAt = now;
    }
    generation.cost = Money::zero();
    for (const Attempt &tried : std::as_const(generation.attempts)) {
        generation.cost += tried.cost;
    }
}

/// What was lost is entered anew, and counts in the period in which it was begun.
Status enterAnew(Database &database, const Generation &generation, int number)
{
    const Attempt &attempt = generation.attempts.at(number);
    Ledger::Entry entry;
    entry.reservation = Ledger::reservationName(generation.id, number);
    entry.generation = generation.id;
    entry.provider = attempt.provider;
    entry.model = generation.plan ? generation.plan->offer.model : generation.request.model;
    entry.client = generation.origin.client;
    entry.project = generation.origin.project;
    entry.estimate = generation.estimate;
    return Ledger::enterIn(database, entry, attempt.startedAt.isValid() ? attempt.startedAt : generation.createdAt);
}

Status settleMoney(Database &database, const Generation &generation, const SettledEntry &entry, const QDateTime &now)
{
    const QString reservation = Ledger::reservationName(generation.id, entry.number);
    const Money cost = generation.attempts.at(entry.number).cost;
    const bool isLast = entry.number == generation.attempts.size() - 1;
    const int pictures = isLast ? static_cast<int>(generation.pictures.size()) : 0;
    if (entry.state.isEmpty()) {
        if (Status entered = enterAnew(database, generation, entry.number); !entered) {
            return entered;
        }
    }
    if (entry.hasEnded()) {
        return Ledger::correctIn(database, reservation, cost, now);
    }
    if (cost == Money::zero() && pictures == 0) {
        return Ledger::releaseIn(database, reservation, now);
    }
    return Ledger::settleIn(database, reservation, cost, pictures, now);
}

/// Whether it may be settled at all: nobody works at it, and no pictures are lost by it unsaid.
Status mayBeSettled(const Found &found, const RunLock &run, const SettledEntry &open,
                    const Journal::ManualSettlement &told)
{
    const Generation &generation = found.generation;
    const bool runs = generation.status == GenerationStatus::Running;
    if (runs && run.isAlive(found.owner)) {
        return notSent(ErrorKind::Invalid, reasons::requestStillRuns(generation.id));
    }
    const bool isLast = open.number == generation.attempts.size() - 1;
    if (!told.giveUpJob && isLast && (runs || generation.attempts.last().hasJob)) {
        return notSent(ErrorKind::Invalid, reasons::vendorMayHavePictures(generation.id), u"give_up"_s);
    }
    return Success();
}

Result<Generation> settle(Database &database, OfferBook &offers, const RunLock &run,
                          const Journal::ManualSettlement &told, const QDateTime &now)
{
    Result<Found> found = read(database, offers, told.generation);
    if (!found) {
        return found.error();
    }
    Generation &generation = found.value().generation;
    const Result<SettledEntry> chosen = entryToSettle(database, generation, told);
    if (!chosen) {
        return chosen.error();
    }
    if (const Status may = mayBeSettled(*found, run, *chosen, told); !may) {
        return may.error();
    }
    settleAttempt(generation, *chosen, told, now);
    if (const Status settled = settleMoney(database, generation, *chosen, now); !settled) {
        return settled.error();
    }
    const Result<int> calls =
        change(database,
               u"UPDATE calls SET finished = 1 "
               "WHERE generation = (SELECT sequence FROM generations WHERE id = ?) AND attempt = ?"_s,
               {generation.id, chosen->number});
    if (!calls) {
        return calls.error();
    }
    // A row that can be read keeps what it has; also a plan that somebody may read one day.
    const Result<qint64> written = found->isReadable
        ? journalrows::writeEnd(database, offers, generation, found->owner)
        : journalrows::writeGeneration(database, offers, generation, found->owner);
    if (!written) {
        return written.error();
    }
    return generation;
}

} // namespace

QFuture<Result<Generation>> Journal::settleByHand(const ManualSettlement &told, const QDateTime &now)
{
    const auto borrowed = std::weak_ptr<RunLock>(m_run); // so that the lock ends with the Journal
    return m_store.write(
        [told, now, borrowed, owed = m_owed, offers = m_offers](Database &database) -> Result<Generation> {
            const std::shared_ptr<RunLock> run = borrowed.lock();
            if (!run || !told.cost.isKnown() || told.cost.micros() < 0) {
                return notSent(ErrorKind::Invalid, reasons::costNotTold());
            }
            // What is owed may be the very end that is settled here.
            if (const Status done = owed->settle(database); !done) {
                return done.error();
            }
            return inTransaction(database, [&] { return settle(database, *offers, *run, told, now); });
        },
        [owed = m_owed](Result<Generation> result, bool committed) {
            owed->concluded(committed);
            return result;
        });
}

} // namespace lightwell
