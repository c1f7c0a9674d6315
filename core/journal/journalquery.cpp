// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/callrows.h"
#include "core/journal/hexcolumn.h"
#include "core/journal/journal.h"
#include "core/journal/journalrows.h"
#include "core/journal/offerbook.h"
#include "core/journal/setaside.h"
#include "core/storage/query.h"
#include "core/storage/runlock.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

using journalrows::Inputs;
using journalrows::Record;

QString selectRecords(Inputs inputs)
{
    return u"SELECT "_s + journalrows::recordColumns(inputs) + u" FROM generations "_s;
}

/// The running generations of programs that are gone, of all origins or of one.
Result<QList<Record>> leftBehind(Database &database, const RunLock &run, const QString &origin)
{
    Result<Rows> query = execute(
        database,
        selectRecords(Inputs::Bring)
            + u"WHERE status = 'running' AND %1 AND ? IN ('', origin) ORDER BY sequence"_s.arg(journalrows::isOpen()),
        {notNull(origin)});
    if (!query) {
        return query.error();
    }
    QHash<QString, bool> alive;
    QList<Record> records;
    while (query.value().next()) {
        Record record = journalrows::readRecord(query.value());
        if (!alive.contains(record.owner)) {
            alive.insert(record.owner, run.isAlive(record.owner));
        }
        if (!alive.value(record.owner)) {
            records.append(record);
        }
    }
    if (const Status read = query->readToTheEnd(); !read.ok()) {
        return read.error();
    }
    return records;
}

Result<int> giveTo(Database &database, const RunLock &run, qint64 sequence)
{
    return change(database, u"UPDATE generations SET owner = ? WHERE sequence = ?"_s, {run.name(), sequence});
}

/// All that is needed to go on with it, or an error.
Result<JournalEntry> entryOf(Database &database, OfferBook &offers, const Record &record)
{
    Result<Generation> generation = journalrows::complete(database, offers, record, Inputs::Bring);
    if (!generation) {
        return generation.error();
    }
    Result<QList<JournalCall>> calls = callrows::read(database, record.known.id);
    if (!calls) {
        return calls.error();
    }
    return JournalEntry {std::move(generation).value(), std::move(calls).value()};
}

/// One that nobody works at: given to `run`, or set aside where it cannot be gone on with. A blank record in its place
/// would be written back, as if nothing had been sent.
Result<std::optional<JournalEntry>> take(Database &database, OfferBook &offers, const RunLock &run,
                                         const Record &record)
{
    Result<JournalEntry> entry = entryOf(database, offers, record);
    bool isWhole = entry.ok();
    if (isWhole) {
        const Result<bool> lacks = setaside::lacksWhatItPaysFor(database, entry->generation);
        if (!lacks) {
            return lacks.error();
        }
        isWhole = !*lacks;
    }
    if (!isWhole) {
        const Status done = setaside::setAside(database, record.sequence, record.known.id);
        return done ? Result<std::optional<JournalEntry>>(std::nullopt) : done.error();
    }
    if (const Result<int> given = giveTo(database, run, record.sequence); !given) {
        return given.error();
    }
    return std::optional(std::move(entry).value());
}

/// Those that can be gone on with; they are given to `run`.
Result<QList<JournalEntry>> claim(Database &database, OfferBook &offers, const RunLock &run, const QString &origin)
{
    const Result<QList<Record>> records = leftBehind(database, run, origin);
    if (!records) {
        return records.error();
    }
    QList<JournalEntry> entries;
    for (const Record &record : *records) {
        Result<std::optional<JournalEntry>> entry = take(database, offers, run, record);
        if (!entry) {
            return entry.error();
        }
        if (*entry) {
            entries.append(std::move(**entry));
        }
    }
    return entries;
}

} // namespace

QFuture<QList<JournalEntry>> Journal::unfinished(std::optional<Origin::Kind> only)
{
    const QString origin = only ? journalrows::originName(*only) : QString();
    // The lock's answers are asked for on the store's thread, inside the transaction: two programs that start at
    // the same time never both take the same generation. Only borrowed, so that the lock ends with the Journal.
    return m_store.run([borrowed = std::weak_ptr<RunLock>(m_run), origin, offers = m_offers](Database &database) {
        const std::shared_ptr<RunLock> run = borrowed.lock();
        if (!run) {
            return QList<JournalEntry>();
        }
        Result<QList<JournalEntry>> entries =
            inTransaction(database, [&] { return claim(database, *offers, *run, origin); });
        return entries ? std::move(entries).value() : QList<JournalEntry>();
    });
}

QFuture<Result<std::optional<Journal::EarlierCall>>> Journal::earlierCall(const Origin &origin, const QDateTime &since,
                                                                          const QDateTime &until)
{
    return m_store.read([origin, since, until](Database &database) -> Result<std::optional<EarlierCall>> {
        constexpr qint64 repeatedWithin =
            60'000; // ms; OpenAI's clients wait eight seconds, or as long as they are told
        const bool hasKey = !origin.keyHash.isEmpty();
        // Pictures that were there before that have been delivered: the call that repeats itself was another one.
        const qint64 endedSince = hasKey ? 0 : QDateTime::currentMSecsSinceEpoch() - repeatedWithin;
        Result<Rows> rows =
            execute(database,
                    u"SELECT id, fingerprint FROM client_calls JOIN generations ON sequence = generation "
                    "WHERE client_calls.client = ? AND %1 = ? AND %1 <> '' "
                    "AND client_calls.created_at BETWEEN ? AND ? "
                    "AND (status <> 'completed' OR ended_at >= ?) "
                    "ORDER BY client_calls.created_at DESC LIMIT 1"_s.arg(hasKey ? "key_hash"_L1 : "fingerprint"_L1),
                    {notNull(origin.client), hexcolumn::toColumn(hasKey ? origin.keyHash : origin.fingerprint),
                     since.toMSecsSinceEpoch(), until.toMSecsSinceEpoch(), endedSince});
        if (!rows) {
            return rows.error();
        }
        if (!rows.value().next()) {
            return std::optional<EarlierCall>();
        }
        return std::optional(
            EarlierCall {rows.value().value(0).toString(), hexcolumn::fromColumn(rows.value().value(1))});
    });
}

QFuture<std::optional<JournalEntry>> Journal::reopen(const QString &id)
{
    return m_store.run([id, borrowed = std::weak_ptr<RunLock>(m_run),
                        offers = m_offers](Database &database) -> std::optional<JournalEntry> {
        const std::shared_ptr<RunLock> run = borrowed.lock();
        const auto work = [&]() -> Result<std::optional<JournalEntry>> {
            const Error none = notSent(ErrorKind::NotFound, Reason());
            Result<Rows> rows = execute(database, selectRecords(Inputs::Bring) + u"WHERE id = ?"_s, {id});
            if (!run || !rows || !rows.value().next()) {
                return none;
            }
            const Record record = journalrows::readRecord(rows.value());
            if (record.known.status == GenerationStatus::Running) {
                return run->isAlive(record.owner) ? none : take(database, *offers, *run, record);
            }
            Result<JournalEntry> entry = entryOf(database, *offers, record);
            if (!entry) {
                return none;
            }
            Generation &generation = entry.value().generation;
            if (generation.attempts.isEmpty() || !generation.attempts.last().hasJob) {
                return none;
            }
            generation.status = GenerationStatus::Running;
            generation.endedAt = {};
            generation.error.reset();
            Attempt &last = generation.attempts.last();
            last.status = GenerationStatus::Running;
            last.endedAt = {};
            last.error.reset();
            if (const auto written = journalrows::writeEnd(database, *offers, generation, run->name()); !written) {
                return written.error();
            }
            return std::optional(std::move(entry).value());
        };
        Result<std::optional<JournalEntry>> entry = inTransaction(database, work);
        return entry ? std::move(entry).value() : std::nullopt;
    });
}

QFuture<QStringList> Journal::withJobs(const QDateTime &since)
{
    return m_store.read([since](Database &database) {
        QStringList ids;
        Result<Rows> rows =
            execute(database,
                    u"SELECT id FROM generations WHERE created_at >= ? AND status <> ? AND "
                    "EXISTS (SELECT 1 FROM attempts WHERE generation = sequence AND has_job = 1 AND number = "
                    "(SELECT max(number) FROM attempts WHERE generation = sequence)) ORDER BY sequence"_s,
                    {since.toMSecsSinceEpoch(), statusName(GenerationStatus::Running)});
        while (rows && rows.value().next()) {
            ids.append(rows.value().value(0).toString());
        }
        return ids;
    });
}

QFuture<Result<QList<Journal::Interrupted>>> Journal::interrupted()
{
    return m_store.run([borrowed = std::weak_ptr<RunLock>(m_run)](Database &database) -> Result<QList<Interrupted>> {
        QList<Interrupted> requests;
        const std::shared_ptr<RunLock> run = borrowed.lock();
        if (!run) {
            return requests;
        }
        const Result<QList<Record>> records = leftBehind(database, *run, {});
        if (!records) {
            return records.error();
        }
        for (const Record &record : *records) {
            const Result<QList<JournalCall>> calls = callrows::read(database, record.known.id);
            if (!calls) {
                return calls.error();
            }
            const bool hasJob = std::any_of(calls->begin(), calls->end(), [](const JournalCall &call) {
                return call.finished || !call.state.isEmpty();
            });
            requests.append({record.known.id, record.known.origin.kind, hasJob});
        }
        return requests;
    });
}

QFuture<std::optional<Generation>> Journal::find(const QString &id)
{
    return m_store.read([id, offers = m_offers](Database &database) -> std::optional<Generation> {
        Result<Rows> query = execute(database, selectRecords(Inputs::Bring) + u"WHERE id = ?"_s, {id});
        if (!query || !query.value().next()) {
            return std::nullopt;
        }
        const Record record = journalrows::readRecord(query.value());
        Result<Generation> generation =
            journalrows::complete(database, *offers, record, Inputs::Bring, journalrows::DamagedPlan::IsLeftOut);
        if (!generation) {
            return std::nullopt;
        }
        return std::move(generation).value();
    });
}

QFuture<QList<JournalCall>> Journal::calls(const QString &id)
{
    return m_store.read([id](Database &database) {
        Result<QList<JournalCall>> calls = callrows::read(database, id);
        return calls ? std::move(calls).value() : QList<JournalCall>();
    });
}

QFuture<Result<QList<Generation>>> Journal::list(int limit, const QString &before)
{
    return m_store.read([limit, before, offers = m_offers](Database &database) -> Result<QList<Generation>> {
        QList<Generation> generations;
        const QString from =
            before.isEmpty() ? QString() : u"WHERE sequence < (SELECT sequence FROM generations WHERE id = ?) "_s;
        QVariantList values;
        if (!before.isEmpty()) {
            values.append(before);
        }
        values.append(limit);
        Result<Rows> query =
            execute(database, selectRecords(Inputs::LeaveOut) + from + u"ORDER BY sequence DESC LIMIT ?"_s, values);
        if (!query) {
            return query.error();
        }
        while (query.value().next()) {
            // What is too long or damaged is listed by its columns: it was perhaps paid for, and is settled by its id.
            const Record record = journalrows::readRecord(query.value());
            Result<Generation> generation = journalrows::complete(database, *offers, record, Inputs::LeaveOut);
            generations.append(generation ? std::move(generation).value() : record.known);
        }
        if (const Status read = query->readToTheEnd(); !read.ok()) {
            return read.error();
        }
        return generations;
    });
}

QFuture<Result<PastBills>> Journal::billsLike(const Plan &plan)
{
    return m_store.read([plan](Database &database) { return pastbills::like(database, plan); });
}

QFuture<Result<QList<OfferRecord>>> Journal::offerRecords()
{
    return m_store.read([](Database &database) { return offerrecords::all(database); });
}

QFuture<Result<FiguresByOffer>> Journal::offerFigures(const QList<OfferKey> &offers, const QDateTime &now)
{
    return m_store.read([offers, now](Database &database) { return offerrecords::figures(database, offers, now); });
}

QFuture<Result<RoutingEvidence>> Journal::evidence(const QList<Plan> &plans, NeededEvidence needed)
{
    return m_store.read(
        [plans, needed](Database &database) { return offerrecords::evidence(database, plans, needed); });
}

} // namespace lightwell
