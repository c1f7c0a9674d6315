// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/journal/journalrows.h"
#include "core/journal/owedwrites.h"
#include "core/ledger/ledgersql.h"
#include "core/storage/query.h"
#include "core/storage/runlock.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

struct Found
{
    Generation generation;
    QString owner;
};

Result<Found> read(Database &database, const QString &id)
{
    Result<Rows> rows = execute(database, u"SELECT owner, json FROM generations WHERE id = ?"_s, {id});
    if (!rows) {
        return rows.error();
    }
    if (!rows.value().next()) {
        return notSent(ErrorKind::NotFound, Text::tr("There is no request %1.").arg(id));
    }
    Result<Generation> generation =
        journalrows::readGeneration(database, rows.value().value(1).toByteArray(), journalrows::Inputs::Bring);
    if (!generation) {
        return generation.error();
    }
    return Found {std::move(generation).value(), rows.value().value(0).toString()};
}

/// An attempt whose end or cost the ledger does not know.
struct OpenAttempt
{
    int number = 0;
    bool hasEnded = false; ///< only its cost is not known
};

Result<QList<OpenAttempt>> openAttempts(Database &database, const Generation &generation)
{
    QList<OpenAttempt> open;
    for (int number = 0; number < generation.attempts.size(); ++number) {
        Result<Rows> rows = execute(database,
                                    u"SELECT state = 'settled' FROM ledger WHERE reservation = ? AND "
                                    "(state IN ('reserved', 'kept') OR (state = 'settled' AND cost IS NULL))"_s,
                                    {Ledger::reservationName(generation.id, number)});
        if (!rows) {
            return rows.error();
        }
        if (rows.value().next()) {
            open.append({number, rows.value().value(0).toBool()});
        }
    }
    return open;
}

Error nothingOpen(const Generation &generation)
{
    const bool byHand = std::any_of(generation.attempts.begin(), generation.attempts.end(),
                                    [](const Attempt &attempt) { return attempt.settledByHand; });
    const QString text = byHand ? Text::tr("The request %1 is settled already: it cost %2.")
                                : Text::tr("There is nothing to settle: it is known what the request %1 cost, %2.");
    return notSent(ErrorKind::Invalid, text.arg(generation.id, generation.cost.toString()));
}

Result<OpenAttempt> choose(const Generation &generation, const QList<OpenAttempt> &open, std::optional<int> wanted)
{
    if (open.isEmpty()) {
        return nothingOpen(generation);
    }
    if (!wanted && open.size() == 1) {
        return open.first();
    }
    QStringList names;
    for (const OpenAttempt &attempt : open) {
        if (wanted == attempt.number) {
            return attempt;
        }
        names.append(u"%1 (%2)"_s.arg(attempt.number + 1).arg(generation.attempts.at(attempt.number).provider));
    }
    return notSent(ErrorKind::Invalid,
                   Text::tr("Say which attempt is meant. Those that can be settled are: %1.").arg(names.join(u", "_s)),
                   u"attempt"_s);
}

/// What the error says of the bill is the past now.
void correct(std::optional<Error> &error, Money cost)
{
    if (!error) {
        return;
    }
    const bool billed = cost != Money::zero();
    error->billing = billed ? Billing::Billed : Billing::NotBilled;
    error->message += u' '
        + (billed ? Text::tr("Settled by hand: %1 was billed.").arg(cost.toString())
                  : Text::tr("Settled by hand: nothing was billed."));
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

void settleAttempt(Generation &generation, int number, Money cost, const QDateTime &now)
{
    const bool isLast = number == generation.attempts.size() - 1;
    const bool hasPictures = isLast && !generation.pictures.isEmpty();
    Attempt &attempt = generation.attempts[number];
    if (!attempt.error && !hasPictures) {
        attempt.error = notSent(ErrorKind::Unknown, Text::tr("The program ended while this request was running."));
    }
    correct(attempt.error, cost);
    if (isOpen(attempt.status)) {
        attempt.status = statusOf(attempt.error, hasPictures);
    }
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

Status settleMoney(Database &database, const Generation &generation, const OpenAttempt &open)
{
    const QString reservation = Ledger::reservationName(generation.id, open.number);
    const Money cost = generation.attempts.at(open.number).cost;
    const bool isLast = open.number == generation.attempts.size() - 1;
    const int pictures = isLast ? static_cast<int>(generation.pictures.size()) : 0;
    if (cost == Money::zero() && pictures == 0 && !open.hasEnded) {
        return Ledger::releaseIn(database, reservation);
    }
    return Ledger::settleIn(database, reservation, cost, pictures);
}

/// Whether it may be settled at all: nobody works at it, and no pictures are lost by it unsaid.
Status mayBeSettled(const Found &found, const RunLock &run, const OpenAttempt &open, const Journal::ByHand &told)
{
    const Generation &generation = found.generation;
    const bool runs = generation.status == GenerationStatus::Running;
    if (runs && run.isAlive(found.owner)) {
        return notSent(ErrorKind::Invalid,
                       Text::tr("The request %1 is still running, perhaps in another program. Wait for its end.")
                           .arg(generation.id));
    }
    const bool isLast = open.number == generation.attempts.size() - 1;
    if (!told.giveUpJob && isLast && (runs || generation.attempts.last().hasJob)) {
        return notSent(ErrorKind::Invalid,
                       Text::tr("The vendor may still have the pictures of the request %1. Ask for them first; that "
                                "costs nothing.")
                           .arg(generation.id),
                       u"give_up"_s);
    }
    return Success();
}

Result<Generation> settle(Database &database, const RunLock &run, const Journal::ByHand &told, const QDateTime &now)
{
    Result<Found> found = read(database, told.generation);
    if (!found) {
        return found.error();
    }
    Generation &generation = found.value().generation;
    const Result<QList<OpenAttempt>> open = openAttempts(database, generation);
    const Result<OpenAttempt> chosen = open ? choose(generation, *open, told.attempt) : open.error();
    if (!chosen) {
        return chosen.error();
    }
    if (const Status may = mayBeSettled(*found, run, *chosen, told); !may) {
        return may.error();
    }
    settleAttempt(generation, chosen->number, told.cost, now);
    if (const Status settled = settleMoney(database, generation, *chosen); !settled) {
        return settled.error();
    }
    const Result<int> calls = change(database, u"UPDATE calls SET finished = 1 WHERE generation = ? AND attempt = ?"_s,
                                     {generation.id, chosen->number});
    if (!calls) {
        return calls.error();
    }
    if (const Status written = journalrows::writeGeneration(database, generation, found->owner); !written) {
        return written.error();
    }
    return generation;
}

} // namespace

QFuture<Result<Generation>> Journal::settleByHand(const ByHand &told, const QDateTime &now)
{
    const auto borrowed = std::weak_ptr<RunLock>(m_run); // so that the lock ends with the Journal
    return m_store.run([told, now, borrowed, owed = m_owed](Database &database) -> Result<Generation> {
        const std::shared_ptr<RunLock> run = borrowed.lock();
        if (!run || !told.cost.isKnown() || told.cost.micros() < 0) {
            return notSent(ErrorKind::Invalid, Text::tr("What it cost must be known, zero or more."));
        }
        // What is owed may be the very end that is settled here.
        if (const Status done = owed->settle(database); !done) {
            return done.error();
        }
        return inTransaction(database, [&] { return settle(database, *run, told, now); });
    });
}

} // namespace lightwell
