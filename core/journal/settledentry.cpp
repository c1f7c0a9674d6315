// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/settledentry.h"

#include "core/journal/journalreasons.h"
#include "core/ledger/ledgersql.h"
#include "core/storage/query.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// Whether the ledger does not know its end or its cost.
bool isOpen(const SettledEntry &entry, const Attempt &attempt)
{
    if (entry.state.isEmpty()) {
        return attempt.status == GenerationStatus::Unknown || attempt.status == GenerationStatus::Running;
    }
    return entry.state != "released"_L1 && !entry.cost.isKnown();
}

Result<SettledEntry> entryOf(Database &database, const Generation &generation, int number)
{
    SettledEntry entry {number, {}, {}};
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
Result<QList<SettledEntry>> entriesOf(Database &database, const Generation &generation,
                                      const Journal::ManualSettlement &told)
{
    QList<SettledEntry> open;
    QList<SettledEntry> byHand;
    QList<SettledEntry> all;
    for (int number = 0; number < generation.attempts.size(); ++number) {
        const Result<SettledEntry> entry = entryOf(database, generation, number);
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

/// Whether a person has said just that before, or corrects what is booked to the same.
bool saysTheSame(const Generation &generation, const SettledEntry &entry, const Journal::ManualSettlement &told)
{
    const Attempt &attempt = generation.attempts.at(entry.number);
    const Money booked = entry.state == "released"_L1 ? Money::zero() : entry.cost;
    const bool isBooked = told.correct && booked == told.cost && !attempt.isBillQuestioned();
    return (attempt.settledByHand || isBooked) && attempt.cost == told.cost && !isOpen(entry, attempt);
}

Error nothingOpen(const Generation &generation)
{
    const bool byHand = std::any_of(generation.attempts.begin(), generation.attempts.end(),
                                    [](const Attempt &attempt) { return attempt.settledByHand; });
    return byHand ? notSent(ErrorKind::Invalid, reasons::settledAlready(generation.id, generation.cost))
                  : notSent(ErrorKind::Invalid, reasons::costKnown(generation.id, generation.cost), u"correct"_s);
}

Result<SettledEntry> choose(const Generation &generation, const QList<SettledEntry> &open, std::optional<int> wanted)
{
    if (open.isEmpty()) {
        return nothingOpen(generation);
    }
    if (!wanted && open.size() == 1) {
        return open.first();
    }
    Reason possible;
    for (const SettledEntry &attempt : open) {
        if (wanted == attempt.number) {
            return attempt;
        }
        const reasons::ProviderId provider(generation.attempts.at(attempt.number).provider);
        possible = possible.isEmpty() ? reasons::attemptAt(attempt.number + 1, provider)
                                      : reasons::attemptsAndAt(possible, attempt.number + 1, provider);
    }
    return notSent(ErrorKind::Invalid, reasons::attemptNotSaid(possible), u"attempt"_s);
}

} // namespace

Result<SettledEntry> entryToSettle(Database &database, const Generation &generation,
                                   const Journal::ManualSettlement &told)
{
    const Result<QList<SettledEntry>> entries = entriesOf(database, generation, told);
    Result<SettledEntry> chosen = entries ? choose(generation, *entries, told.attempt) : entries.error();
    if (chosen && saysTheSame(generation, *chosen, told)) {
        return nothingOpen(generation);
    }
    return chosen;
}

} // namespace lightwell
