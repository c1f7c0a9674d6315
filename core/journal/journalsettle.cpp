// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/journal/journalreasons.h"
#include "core/journal/journalrows.h"
#include "core/journal/lostgeneration.h"
#include "core/journal/offerbook.h"
#include "core/journal/owedwrites.h"
#include "core/ledger/ledgersql.h"
#include "core/storage/query.h"
#include "core/storage/runlock.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

#include <algorithm>

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

/// An attempt as the ledger has it.
struct Entry
{
    int number = 0;
    QString state; ///< empty: the ledger has no entry of it
    Money cost; ///< as it is booked

    [[nodiscard]] bool hasEnded() const { return state == "settled"_L1; }
};

/// Whether the ledger does not know its end or its cost.
bool isOpen(const Entry &entry, const Attempt &attempt)
{
    if (entry.state.isEmpty()) {
        return attempt.status == GenerationStatus::Unknown || attempt.status == GenerationStatus::Running;
    }
    return entry.state != "released"_L1 && !entry.cost.isKnown();
}

Result<Entry> entryOf(Database &database, const Generation &generation, int number)
{
    Entry entry {number, {}, {}};
    Result<Rows> rows =
        execute(database,
                u"SELECT state, CASE WHEN state = 'settled' THEN %1 END FROM ledger WHERE reservation = ?"_s.arg(
                    ledgersql::knownAmount("cost"_L1)),
                {Ledger::reservationName(generation.id, number)});
    if (!rows) {
        return rows.error();
    }
    if (rows.value().next()) {
        entry.state = rows.value().value(0).toString();
        entry.cost = ledgersql::toMoney(rows.value().value(1));
    }
    return entry;
}

/// Those that may be settled: the open ones, where there are none or one is named those settled by hand too, or all
/// where something is to be corrected.
Result<QList<Entry>> entriesOf(Database &database, const Generation &generation, const Journal::ManualSettlement &told)
{
    QList<Entry> open;
    QList<Entry> byHand;
    QList<Entry> all;
    for (int number = 0; number < generation.attempts.size(); ++number) {
        const Result<Entry> entry = entryOf(database, generation, number);
        if (!entry) {
            return entry.error();
        }
        const Attempt &attempt = generation.attempts.at(number);
        all.append(*entry);
        if (isOpen(*entry, attempt) || attempt.isBillQuestioned()) {
            open.append(*entry);
        } else if (attempt.settledByHand) {
            byHand.append(*entry);
        }
    }
    if (told.correct) {
        return all;
    }
    return open.isEmpty() || told.attempt ? open + byHand : open;
}

/// Whether a person has said just that before.
bool saysTheSame(const Generation &generation, const Entry &entry, const Journal::ManualSettlement &told)
{
    const Attempt &attempt = generation.attempts.at(entry.number);
    return !told.correct && attempt.settledByHand && attempt.cost == told.cost && !isOpen(entry, attempt);
}

Error nothingOpen(const Generation &generation)
{
    const bool byHand = std::any_of(generation.attempts.begin(), generation.attempts.end(),
                                    [](const Attempt &attempt) { return attempt.settledByHand; });
    return byHand ? notSent(ErrorKind::Invalid, reasons::settledAlready(generation.id, generation.cost))
                  : notSent(ErrorKind::Invalid, reasons::costKnown(generation.id, generation.cost), u"correct"_s);
}

Result<Entry> choose(const Generation &generation, const QList<Entry> &open, std::optional<int> wanted)
{
    if (open.isEmpty()) {
        return nothingOpen(generation);
    }
    if (!wanted && open.size() == 1) {
        return open.first();
    }
    Reason possible;
    for (const Entry &attempt : open) {
        if (wanted == attempt.number) {
            return attempt;
        }
        const reasons::ProviderId provider(generation.attempts.at(attempt.number).provider);
        possible = possible.isEmpty() ? reasons::attemptAt(attempt.number + 1, provider)
                                      : reasons::attemptsAndAt(possible, attempt.number + 1, provider);
    }
    return notSent(ErrorKind::Invalid, reasons::attemptNotSaid(possible), u"attempt"_s);
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
    for (const QJsonValue &sentence : sentences) {
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

void settleAttempt(Generation &generation, const Entry &entry, const Journal::ManualSettlement &told,
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
    entry.estimate = generation.estimate;
    return Ledger::enterIn(database, entry, attempt.startedAt.isValid() ? attempt.startedAt : generation.createdAt);
}

Status settleMoney(Database &database, const Generation &generation, const Entry &entry, const QDateTime &now)
{
    const QString reservation = Ledger::reservationName(generation.id, entry.number);
    const Money cost = generation.attempts.at(entry.number).cost;
    const bool isLast = entry.number == generation.attempts.size() - 1;
    const int pictures = isLast ? static_cast<int>(generation.pictures.size()) : 0;
    if (entry.state.isEmpty()) {
        if (const Status entered = enterAnew(database, generation, entry.number); !entered) {
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
Status mayBeSettled(const Found &found, const RunLock &run, const Entry &open, const Journal::ManualSettlement &told)
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
    const Result<QList<Entry>> entries = entriesOf(database, generation, told);
    const Result<Entry> chosen = entries ? choose(generation, *entries, told.attempt) : entries.error();
    if (!chosen) {
        return chosen.error();
    }
    if (saysTheSame(generation, *chosen, told)) {
        return nothingOpen(generation);
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
    const Status written = found->isReadable ? journalrows::writeEnd(database, offers, generation, found->owner)
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
