// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/responserows.h"

#include "core/chat/responseitems.h"
#include "core/chat/textreasons.h"
#include "core/chat/writtenobject.h"
#include "core/journal/columns.h"
#include "core/journal/keptinput.h"
#include "core/journal/responseroom.h"
#include "core/storage/query.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell::responserows {

namespace {

struct Row
{
    qint64 sequence = 0;
    qint64 bytes = 0;
    StoredResponse response; ///< its `input` and `previous` as the column has them
    KeptInput input;
};

QString textOf(const QByteArray &json)
{
    return notNull(QString::fromUtf8(json));
}

/// The newest for which this holds. Nothing: there is none; an answer without `input` is one that nobody goes on with.
Result<std::optional<Row>> readRow(Database &database, QLatin1StringView condition, const QVariantList &values)
{
    Result<Rows> rows =
        execute(database,
                u"SELECT id, client, generation, created_at, input, response, sequence, bytes FROM stored_responses "
                "WHERE %1 ORDER BY sequence DESC LIMIT 1"_s.arg(condition),
                values);
    if (!rows) {
        return rows.error();
    }
    if (!rows.value().next()) {
        const Status whole = rows->readToTheEnd();
        return whole ? Result<std::optional<Row>>(std::nullopt) : whole.error();
    }
    const Rows &row = rows.value();
    const QByteArray column = row.value(4).toString().toUtf8();
    if (column.isEmpty()) {
        return std::optional<Row>();
    }
    const KeptInput input = readKeptInput(column);
    return std::optional(Row {row.value(6).toLongLong(),
                              row.value(7).toLongLong(),
                              {row.value(0).toString(),
                               row.value(1).toString(),
                               row.value(2).toString(),
                               columns::toTime(row.value(3)),
                               input.items,
                               row.value(5).toString().toUtf8(),
                               {},
                               input.previous},
                              input});
}

Result<std::optional<StoredResponse>> responseIn(const Result<std::optional<Row>> &row)
{
    if (!row) {
        return row.error();
    }
    return *row ? std::optional((*row)->response) : std::nullopt;
}

Result<std::optional<Row>> readById(Database &database, const QString &id, const QString &client,
                                    const QDateTime &oldest)
{
    return readRow(database, "id = ? AND client = ? AND created_at >= ?"_L1,
                   {notNull(id), notNull(client), oldest.toMSecsSinceEpoch()});
}

/// The answers that come before this one, the nearest first. Nothing: one of them is missing. Each was written before
/// the one behind it, so no answer is met twice.
Result<std::optional<QList<Row>>> readBefore(Database &database, const Row &row)
{
    QList<Row> before;
    QString previous = row.input.previous;
    qint64 sequence = row.sequence;
    while (!previous.isEmpty()) {
        const Result<std::optional<Row>> found = readRow(database, "id = ? AND client = ? AND sequence < ?"_L1,
                                                         {previous, notNull(row.response.client), sequence});
        if (!found) {
            return found.error();
        }
        if (!*found) {
            return std::optional<QList<Row>>();
        }
        previous = (*found)->input.previous;
        sequence = (*found)->sequence;
        before.append(**found);
    }
    return std::optional(before);
}

/// What one answer brought: what was said to it, and it.
QByteArrayList turnOf(const Row &row)
{
    return writtenEntries(row.input.items) + responseitems::outputOf(row.response.response);
}

QByteArrayList turnsOf(const QList<Row> &nearestFirst)
{
    QByteArrayList items;
    std::for_each(nearestFirst.crbegin(), nearestFirst.crend(), [&items](const Row &row) { items += turnOf(row); });
    return items;
}

QStringList subjectsOf(const Row &row)
{
    return row.input.about + QStringList {row.response.generation};
}

/// All of the conversation in one place.
Result<std::optional<KeptInput>> copied(Database &database, const Row &previous, const QByteArray &ownItems)
{
    const Result<std::optional<QList<Row>>> before = readBefore(database, previous);
    if (!before) {
        return before.error();
    }
    if (!*before) {
        return std::optional<KeptInput>();
    }
    const QList<Row> rows = QList<Row> {previous} + **before;
    KeptInput whole;
    whole.items = responseitems::listOf(turnsOf(rows) + writtenEntries(ownItems));
    for (const Row &row : rows) {
        whole.about += subjectsOf(row);
    }
    return std::optional(whole);
}

Result<KeptInput> inputOf(Database &database, const StoredResponse &response, const Bounds &bounds)
{
    KeptInput input {response.input};
    if (response.previous.isEmpty()) {
        return input;
    }
    const Error gone = notSent(ErrorKind::Invalid, reasons::responseUnknown(response.previous, bounds.days),
                               u"previous_response_id"_s);
    const Result<std::optional<Row>> previous =
        readRow(database, "id = ? AND client = ?"_L1, {response.previous, notNull(response.client)});
    if (!previous || !*previous) {
        return previous ? gone : previous.error();
    }
    input.previous = response.previous;
    input.place = (*previous)->input.place + 1;
    input.bytesBefore = (*previous)->input.bytesBefore + (*previous)->bytes;
    if (input.place <= bounds.longestChain) {
        return input;
    }
    const Result<std::optional<KeptInput>> whole = copied(database, **previous, response.input);
    if (!whole || !*whole) {
        return whole ? gone : whole.error();
    }
    return **whole;
}

Status link(Database &database, const QString &previous, const QString &client, qint64 sequence)
{
    return previous.isEmpty()
        ? Status(Success())
        : asStatus(change(
            database,
            u"INSERT INTO stored_response_items (client, item, response) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
            {notNull(client), linkTo(previous), sequence}));
}

struct Follower
{
    qint64 sequence = 0;
    KeptInput input;
};

Result<QList<Follower>> readFollowers(Database &database, const StoredResponse &response)
{
    Result<Rows> rows = execute(database,
                                u"SELECT sequence, input FROM stored_response_items JOIN stored_responses "
                                "ON sequence = stored_response_items.response "
                                "WHERE stored_response_items.client = ? AND item = ?"_s,
                                {notNull(response.client), linkTo(response.id)});
    if (!rows) {
        return rows.error();
    }
    QList<Follower> followers;
    while (rows.value().next()) {
        const KeptInput input = readKeptInput(rows.value().value(1).toString().toUtf8());
        if (input.previous == response.id) {
            followers.append({rows.value().value(0).toLongLong(), input});
        }
    }
    const Status whole = rows->readToTheEnd();
    return whole ? Result<QList<Follower>>(followers) : whole.error();
}

/// What it said goes to one that goes on with it, which goes on with the one before then.
Status passOn(Database &database, const Row &row, const Follower &follower)
{
    KeptInput input = follower.input;
    input.items = responseitems::listOf(turnOf(row) + writtenEntries(input.items));
    input.previous = row.input.previous;
    input.bytesBefore = row.input.bytesBefore;
    input.about += subjectsOf(row);
    const QByteArray column = writtenKeptInput(input);
    const Status written = asStatus(change(
        database,
        u"UPDATE stored_responses SET input = ?, bytes = ? + length(CAST(response AS BLOB)) WHERE sequence = ?"_s,
        {textOf(column), qint64(column.size()), follower.sequence}));
    return written ? link(database, input.previous, row.response.client, follower.sequence) : written;
}

} // namespace

Status write(Database &database, const StoredResponse &response, const Bounds &bounds)
{
    const Result<KeptInput> input = inputOf(database, response, bounds);
    if (!input) {
        return input.error();
    }
    const QByteArray column = writtenKeptInput(*input);
    const qint64 bytes = column.size() + response.response.size();
    if (input->bytesBefore + bytes > bounds.bytesOfOne) {
        return notSent(ErrorKind::Storage, reasons::responseTooLong(bounds.bytesOfOne));
    }
    const Result<Rows> written =
        execute(database,
                u"INSERT INTO stored_responses (id, client, generation, created_at, bytes, "
                "input, response) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                {response.id, notNull(response.client), notNull(response.generation),
                 response.createdAt.toMSecsSinceEpoch(), bytes, textOf(column), textOf(response.response)});
    if (!written) {
        return written.error();
    }
    const qint64 sequence = written->insertedKey();
    for (const QString &item : response.items) {
        const Status named = asStatus(change(
            database,
            u"INSERT INTO stored_response_items (client, item, response) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
            {notNull(response.client), notNull(item), sequence}));
        if (!named) {
            return named;
        }
    }
    Status tidied = link(database, input->previous, response.client, sequence);
    if (tidied) {
        tidied = removeOld(database, response.createdAt.addDays(-bounds.days));
    }
    return tidied ? makeRoom(database, response.client, bounds) : tidied;
}

Result<std::optional<StoredResponse>> find(Database &database, const QString &id, const QString &client,
                                           const QDateTime &oldest)
{
    return responseIn(readById(database, id, client, oldest));
}

Result<std::optional<StoredResponse>> findByGeneration(Database &database, const QString &generation,
                                                       const QString &client, const QDateTime &oldest)
{
    return responseIn(readRow(database, "generation = ? AND client = ? AND created_at >= ?"_L1,
                              {notNull(generation), notNull(client), oldest.toMSecsSinceEpoch()}));
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

Result<std::optional<Conversation>> findConversation(Database &database, const QString &id, const QString &client,
                                                     const QDateTime &oldest)
{
    const Result<std::optional<Row>> row = readById(database, id, client, oldest);
    if (!row || !*row) {
        return row ? Result<std::optional<Conversation>>(std::nullopt) : row.error();
    }
    const Result<std::optional<QList<Row>>> before = readBefore(database, **row);
    if (!before || !*before) {
        return before ? Result<std::optional<Conversation>>(std::nullopt) : before.error();
    }
    return std::optional(
        Conversation {turnsOf(**before) + writtenEntries((*row)->input.items), (*row)->response.response});
}

Result<bool> remove(Database &database, const QString &id, const QString &client, const QDateTime &oldest)
{
    const Result<std::optional<Row>> row = readById(database, id, client, oldest);
    if (!row || !*row) {
        return row ? Result<bool>(false) : row.error();
    }
    const Result<QList<Follower>> followers = readFollowers(database, (*row)->response);
    if (!followers) {
        return followers.error();
    }
    for (const Follower &follower : *followers) {
        if (const Status passed = passOn(database, **row, follower); !passed) {
            return passed.error();
        }
    }
    const Result<int> unlinked = change(database, u"DELETE FROM stored_response_items WHERE client = ? AND item = ?"_s,
                                        {notNull(client), linkTo(id)});
    if (!unlinked) {
        return unlinked.error();
    }
    const Result<int> removed =
        change(database, u"DELETE FROM stored_responses WHERE sequence = ?"_s, {(*row)->sequence});
    return removed ? Result<bool>(*removed > 0) : removed.error();
}

} // namespace lightwell::responserows
