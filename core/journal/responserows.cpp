// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/responserows.h"

#include "core/journal/columns.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace lightwell::responserows {

namespace {

Status done(const Result<int> &changed)
{
    return changed ? Status(Success()) : Status(changed.error());
}

QString textOf(const QByteArray &json)
{
    return notNull(QString::fromUtf8(json));
}

/// The newest stay.
Status makeRoom(Database &database, const QString &client, const Bounds &bounds)
{
    return done(change(database,
                       u"DELETE FROM stored_responses WHERE sequence IN (SELECT sequence FROM (SELECT sequence, "
                       "row_number() OVER newest AS place, sum(bytes) OVER newest AS together FROM stored_responses "
                       "WHERE client = ? WINDOW newest AS (ORDER BY sequence DESC)) WHERE place > ? OR together > ?)"_s,
                       {notNull(client), bounds.count, bounds.bytes}));
}

/// By what stands in a column.
Result<std::optional<StoredResponse>> readOne(Database &database, QLatin1StringView column, const QString &value,
                                              const QString &client, const QDateTime &oldest)
{
    Result<Rows> rows =
        execute(database,
                u"SELECT id, client, generation, created_at, input, response FROM stored_responses "
                "WHERE %1 = ? AND client = ? AND created_at >= ? ORDER BY sequence DESC LIMIT 1"_s.arg(column),
                {notNull(value), notNull(client), oldest.toMSecsSinceEpoch()});
    if (!rows) {
        return rows.error();
    }
    if (!rows.value().next()) {
        const Status whole = rows->readToTheEnd();
        return whole ? Result<std::optional<StoredResponse>>(std::nullopt) : whole.error();
    }
    const Rows &row = rows.value();
    return std::optional(StoredResponse {row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                                         columns::toTime(row.value(3)), row.value(4).toString().toUtf8(),
                                         row.value(5).toString().toUtf8()});
}

} // namespace

Status write(Database &database, const StoredResponse &response, const Bounds &bounds)
{
    const Status forgotten = removeOld(database, response.createdAt.addDays(-bounds.days));
    if (!forgotten) {
        return forgotten;
    }
    const Result<Rows> written = execute(
        database,
        u"INSERT INTO stored_responses (id, client, generation, created_at, bytes, "
        "input, response) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {response.id, notNull(response.client), notNull(response.generation), response.createdAt.toMSecsSinceEpoch(),
         qint64(response.input.size() + response.response.size()), textOf(response.input), textOf(response.response)});
    if (!written) {
        return written.error();
    }
    const qint64 sequence = written->insertedKey();
    for (const QString &item : response.items) {
        const Status named = done(change(
            database,
            u"INSERT INTO stored_response_items (client, item, response) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
            {notNull(response.client), notNull(item), sequence}));
        if (!named) {
            return named;
        }
    }
    return makeRoom(database, response.client, bounds);
}

Result<std::optional<StoredResponse>> find(Database &database, const QString &id, const QString &client,
                                           const QDateTime &oldest)
{
    return readOne(database, "id"_L1, id, client, oldest);
}

Result<std::optional<StoredResponse>> findByGeneration(Database &database, const QString &generation,
                                                       const QString &client, const QDateTime &oldest)
{
    return readOne(database, "generation"_L1, generation, client, oldest);
}

Result<std::optional<QByteArray>> findByItem(Database &database, const QString &item, const QString &client,
                                             const QDateTime &oldest)
{
    Result<Rows> rows = execute(database,
                                u"SELECT response FROM stored_responses WHERE created_at >= ? AND sequence = (SELECT "
                                "max(response) FROM stored_response_items WHERE client = ? AND item = ?)"_s,
                                {oldest.toMSecsSinceEpoch(), notNull(client), notNull(item)});
    if (!rows) {
        return rows.error();
    }
    if (!rows.value().next()) {
        const Status whole = rows->readToTheEnd();
        return whole ? Result<std::optional<QByteArray>>(std::nullopt) : whole.error();
    }
    return std::optional(rows.value().value(0).toString().toUtf8());
}

Result<bool> remove(Database &database, const QString &id, const QString &client, const QDateTime &oldest)
{
    const Result<int> removed =
        change(database, u"DELETE FROM stored_responses WHERE id = ? AND client = ? AND created_at >= ?"_s,
               {notNull(id), notNull(client), oldest.toMSecsSinceEpoch()});
    return removed ? Result<bool>(*removed > 0) : removed.error();
}

Status removeOld(Database &database, const QDateTime &oldest)
{
    return done(change(database, u"DELETE FROM stored_responses WHERE created_at < ?"_s, {oldest.toMSecsSinceEpoch()}));
}

// A picture's item is named by the generation that made it (ToolAnswer::beginPicture).
Status removeAbout(Database &database, const QString &generation)
{
    return done(change(database,
                       u"DELETE FROM stored_responses WHERE generation = ? OR instr(response, ?) > 0 "
                       "OR instr(input, ?) > 0"_s,
                       {generation, generation, generation}));
}

} // namespace lightwell::responserows
