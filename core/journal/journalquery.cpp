// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/hexcolumn.h"
#include "core/journal/journal.h"
#include "core/journal/journalrows.h"
#include "core/journal/offerbook.h"
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

/// They are given to `run`.
Result<QList<Record>> claim(Database &database, const RunLock &run, const QString &origin)
{
    Result<QList<Record>> records = leftBehind(database, run, origin);
    if (!records) {
        return records;
    }
    for (const Record &record : *records) {
        if (const Result<int> done = giveTo(database, run, record.sequence); !done) {
            return done.error();
        }
    }
    return records;
}

/// Even what cannot be read any more was perhaps paid for: it is handed out with what is known, its id.
JournalEntry entryOf(Database &database, OfferBook &offers, const Record &record)
{
    JournalEntry entry;
    entry.generation.id = record.known.id;
    entry.generation.status = GenerationStatus::Running;
    if (Result<Generation> generation = journalrows::complete(database, offers, record, Inputs::Bring); generation) {
        entry.generation = std::move(generation).value();
    }
    if (const Result<QList<JournalCall>> calls = journalrows::readCalls(database, record.known.id); calls) {
        entry.calls = *calls;
    }
    return entry;
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
        QList<JournalEntry> entries;
        const Result<QList<Record>> records = inTransaction(database, [&] { return claim(database, *run, origin); });
        if (records) {
            for (const Record &record : *records) {
                entries.append(entryOf(database, *offers, record));
            }
        }
        return entries;
    });
}

QFuture<std::optional<Journal::EarlierCall>> Journal::earlierCall(const Origin &origin, const QDateTime &since,
                                                                  const QDateTime &until)
{
    return m_store.read([origin, since, until](Database &database) -> std::optional<EarlierCall> {
        const bool hasKey = !origin.keyHash.isEmpty();
        Result<Rows> rows =
            execute(database,
                    u"SELECT id, fingerprint FROM client_calls JOIN generations ON sequence = generation "
                    "WHERE client_calls.client = ? AND %1 = ? AND %1 <> '' "
                    "AND client_calls.created_at BETWEEN ? AND ? "
                    "ORDER BY client_calls.created_at DESC LIMIT 1"_s.arg(hasKey ? "key_hash"_L1 : "fingerprint"_L1),
                    {notNull(origin.client), hexcolumn::toColumn(hasKey ? origin.keyHash : origin.fingerprint),
                     since.toMSecsSinceEpoch(), until.toMSecsSinceEpoch()});
        if (!rows || !rows.value().next()) {
            return std::nullopt;
        }
        return EarlierCall {rows.value().value(0).toString(), hexcolumn::fromColumn(rows.value().value(1))};
    });
}

QFuture<std::optional<JournalEntry>> Journal::reopen(const QString &id)
{
    return m_store.run([id, borrowed = std::weak_ptr<RunLock>(m_run),
                        offers = m_offers](Database &database) -> std::optional<JournalEntry> {
        const std::shared_ptr<RunLock> run = borrowed.lock();
        const auto work = [&]() -> Result<JournalEntry> {
            const Error none = notSent(ErrorKind::NotFound, Reason());
            Result<Rows> rows = execute(database, selectRecords(Inputs::Bring) + u"WHERE id = ?"_s, {id});
            if (!run || !rows || !rows.value().next()) {
                return none;
            }
            const Record record = journalrows::readRecord(rows.value());
            JournalEntry entry = entryOf(database, *offers, record);
            Generation &generation = entry.generation;
            if (generation.status == GenerationStatus::Running) {
                const Result<int> taken = run->isAlive(record.owner) ? none : giveTo(database, *run, record.sequence);
                return taken ? Result<JournalEntry>(entry) : taken.error();
            }
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
            if (const Status written = journalrows::writeEnd(database, *offers, generation, run->name()); !written) {
                return written.error();
            }
            return entry;
        };
        Result<JournalEntry> entry = inTransaction(database, work);
        return entry ? std::optional(std::move(entry).value()) : std::nullopt;
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

QFuture<Result<QStringList>> Journal::interrupted()
{
    return m_store.run([borrowed = std::weak_ptr<RunLock>(m_run)](Database &database) -> Result<QStringList> {
        QStringList ids;
        const std::shared_ptr<RunLock> run = borrowed.lock();
        if (!run) {
            return ids;
        }
        const Result<QList<Record>> records = leftBehind(database, *run, {});
        if (!records) {
            return records.error();
        }
        for (const Record &record : *records) {
            ids.append(record.known.id);
        }
        return ids;
    });
}

QFuture<Result<QList<Journal::Interrupted>>> Journal::interruptedRequests()
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
            const Result<QList<JournalCall>> calls = journalrows::readCalls(database, record.known.id);
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
        Result<Generation> generation = journalrows::complete(database, *offers, record, Inputs::Bring);
        if (!generation) {
            return std::nullopt;
        }
        return std::move(generation).value();
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

} // namespace lightwell
