// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/journal/journalrows.h"
#include "core/storage/query.h"
#include "core/storage/runlock.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

using journalrows::Inputs;

/// Characters of JSON. Longer rows, which older releases wrote for whatever they were sent, are listed by their
/// columns.
constexpr int longestListed = 1024 * 1024;

struct Row
{
    QString id;
    QByteArray json;
};

/// The running generations of programs that are gone, of all origins or of one.
Result<QList<Row>> leftBehind(Database &database, const RunLock &run, const QString &origin)
{
    Result<Rows> query = execute(database,
                                 u"SELECT id, owner, json FROM generations WHERE status = ? AND ? IN ('', origin) "
                                 "ORDER BY sequence"_s,
                                 {statusName(GenerationStatus::Running), notNull(origin)});
    if (!query) {
        return query.error();
    }
    QHash<QString, bool> alive;
    QList<Row> rows;
    while (query.value().next()) {
        const QString owner = query.value().value(1).toString();
        if (!alive.contains(owner)) {
            alive.insert(owner, run.isAlive(owner));
        }
        if (!alive.value(owner)) {
            rows.append({query.value().value(0).toString(), query.value().value(2).toByteArray()});
        }
    }
    if (const Status read = query->readToTheEnd(); !read.ok()) {
        return read.error();
    }
    return rows;
}

Result<int> giveTo(Database &database, const RunLock &run, const QString &id)
{
    return change(database, u"UPDATE generations SET owner = ? WHERE id = ?"_s, {run.name(), id});
}

/// They are given to `run`.
Result<QList<Row>> claim(Database &database, const RunLock &run, const QString &origin)
{
    Result<QList<Row>> rows = leftBehind(database, run, origin);
    if (!rows) {
        return rows;
    }
    for (const Row &row : *rows) {
        if (const Result<int> done = giveTo(database, run, row.id); !done) {
            return done.error();
        }
    }
    return rows;
}

/// Even what cannot be read any more was perhaps paid for: it is handed out with what is known, its id.
JournalEntry entryOf(Database &database, const Row &row)
{
    JournalEntry entry;
    entry.generation.id = row.id;
    entry.generation.status = GenerationStatus::Running;
    if (Result<Generation> generation = journalrows::readGeneration(database, row.id, row.json, Inputs::Bring);
        generation) {
        entry.generation = std::move(generation).value();
    }
    if (const Result<QList<JournalCall>> calls = journalrows::readCalls(database, row.id); calls) {
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
    return m_store.run([borrowed = std::weak_ptr<RunLock>(m_run), origin](Database &database) {
        const std::shared_ptr<RunLock> run = borrowed.lock();
        if (!run) {
            return QList<JournalEntry>();
        }
        QList<JournalEntry> entries;
        const Result<QList<Row>> rows = inTransaction(database, [&] { return claim(database, *run, origin); });
        if (rows) {
            for (const Row &row : *rows) {
                entries.append(entryOf(database, row));
            }
        }
        return entries;
    });
}

QFuture<std::optional<Journal::EarlierCall>> Journal::earlierCall(const Origin &origin, const QDateTime &since,
                                                                  const QDateTime &until)
{
    return m_store.run([origin, since, until](Database &database) -> std::optional<EarlierCall> {
        const bool hasKey = !origin.keyHash.isEmpty();
        Result<Rows> rows = execute(database,
                                    u"SELECT generation, fingerprint FROM client_calls WHERE client = ? AND %1 = ? AND "
                                    "created_at BETWEEN ? AND ? ORDER BY created_at DESC LIMIT 1"_s.arg(
                                        hasKey ? "key_hash"_L1 : "fingerprint"_L1),
                                    {notNull(origin.client), hasKey ? origin.keyHash : origin.fingerprint,
                                     since.toMSecsSinceEpoch(), until.toMSecsSinceEpoch()});
        if (!rows || !rows.value().next()) {
            return std::nullopt;
        }
        return EarlierCall {rows.value().value(0).toString(), rows.value().value(1).toString()};
    });
}

QFuture<std::optional<JournalEntry>> Journal::reopen(const QString &id)
{
    return m_store.run(
        [id, borrowed = std::weak_ptr<RunLock>(m_run)](Database &database) -> std::optional<JournalEntry> {
            const std::shared_ptr<RunLock> run = borrowed.lock();
            const auto work = [&]() -> Result<JournalEntry> {
                const Error none = notSent(ErrorKind::NotFound, u"There is no job to ask for."_s);
                Result<Rows> rows = execute(database, u"SELECT owner, json FROM generations WHERE id = ?"_s, {id});
                if (!run || !rows || !rows.value().next()) {
                    return none;
                }
                const QString owner = rows.value().value(0).toString();
                JournalEntry entry = entryOf(database, {id, rows.value().value(1).toByteArray()});
                Generation &generation = entry.generation;
                if (generation.status == GenerationStatus::Running) {
                    const Result<int> taken = run->isAlive(owner) ? none : giveTo(database, *run, id);
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
                if (const Status written = journalrows::writeGeneration(database, generation, run->name()); !written) {
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
    return m_store.run([since](Database &database) {
        QStringList ids;
        Result<Rows> rows = execute(database,
                                    u"SELECT id FROM generations WHERE created_at >= ? AND status <> ? AND "
                                    "json_extract(json, '$.attempts[#-1].has_job') ORDER BY sequence"_s,
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
        const Result<QList<Row>> rows = leftBehind(database, *run, {});
        if (!rows) {
            return rows.error();
        }
        for (const Row &row : *rows) {
            ids.append(row.id);
        }
        return ids;
    });
}

QFuture<std::optional<Generation>> Journal::find(const QString &id)
{
    return m_store.run([id](Database &database) -> std::optional<Generation> {
        Result<Rows> query = execute(database, u"SELECT json FROM generations WHERE id = ?"_s, {id});
        if (!query || !query.value().next()) {
            return std::nullopt;
        }
        const QByteArray json = query.value().value(0).toByteArray();
        Result<Generation> generation = journalrows::readGeneration(database, id, json, Inputs::Bring);
        if (!generation) {
            return std::nullopt;
        }
        return std::move(generation).value();
    });
}

QFuture<Result<QList<Generation>>> Journal::list(int limit, const QString &before)
{
    return m_store.run([limit, before](Database &database) -> Result<QList<Generation>> {
        QList<Generation> generations;
        const QString from =
            before.isEmpty() ? QString() : u"WHERE sequence < (SELECT sequence FROM generations WHERE id = ?) "_s;
        QVariantList values = {longestListed};
        if (!before.isEmpty()) {
            values.append(before);
        }
        values.append(limit);
        Result<Rows> query = execute(
            database,
            u"SELECT CASE WHEN length(json) <= ? THEN json END, id, status, model, provider, origin, client, "
            "created_at, ended_at, estimate, cost FROM generations %1ORDER BY sequence DESC LIMIT ?"_s.arg(from),
            values);
        if (!query) {
            return query.error();
        }
        while (query.value().next()) {
            // What is too long or damaged is listed by its columns: it was perhaps paid for, and is settled by its id.
            const QByteArray json = query.value().value(0).toByteArray();
            const QString id = query.value().value(1).toString();
            Result<Generation> generation = journalrows::readGeneration(database, id, json, Inputs::LeaveOut);
            generations.append(generation ? std::move(generation).value() : journalrows::readColumns(query.value(), 1));
        }
        if (const Status read = query->readToTheEnd(); !read.ok()) {
            return read.error();
        }
        return generations;
    });
}

} // namespace lightwell
