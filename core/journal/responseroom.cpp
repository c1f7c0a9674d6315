// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/responseroom.h"

#include "core/storage/query.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell::responserows {

namespace {

struct Place
{
    qint64 sequence = 0;
    qint64 bytes = 0;
    qint64 lastUse = 0; ///< sequence of the newest answer that needs it; of one that nobody goes on with its own
};

/// At which character of a link's name that of the answer begins, counted from one.
qint64 behindLink()
{
    return linkTo({}).size() + 1;
}

Result<bool> hasRoom(Database &database, const QString &client, const Bounds &bounds)
{
    Result<Rows> rows = execute(
        database, u"SELECT count(*), coalesce(sum(bytes), 0) FROM stored_responses WHERE client = ?"_s, {client});
    if (!rows) {
        return rows.error();
    }
    if (!rows.value().next()) {
        return rows->error();
    }
    return rows.value().value(0).toLongLong() <= bounds.count && rows.value().value(1).toLongLong() <= bounds.bytes;
}

/// Those of a client, the newest first.
Result<QList<Place>> readPlaces(Database &database, const QString &client)
{
    Result<Rows> rows =
        execute(database,
                u"SELECT kept.sequence, kept.bytes, earlier.sequence FROM stored_responses AS kept "
                "LEFT JOIN stored_response_items AS link ON link.response = kept.sequence AND link.item LIKE ? "
                "LEFT JOIN stored_responses AS earlier ON earlier.id = substr(link.item, ?) "
                "WHERE kept.client = ? ORDER BY kept.sequence DESC"_s,
                {linkTo(u"%"_s), behindLink(), client});
    if (!rows) {
        return rows.error();
    }
    QList<Place> places;
    QHash<qint64, qint64> uses;
    while (rows.value().next()) {
        Place place {rows.value().value(0).toLongLong(), rows.value().value(1).toLongLong(), 0};
        place.lastUse = uses.value(place.sequence, place.sequence);
        if (const QVariant earlier = rows.value().value(2); !earlier.isNull()) {
            qint64 &use = uses[earlier.toLongLong()];
            use = std::max(use, place.lastUse);
        }
        places.append(place);
    }
    const Status whole = rows->readToTheEnd();
    return whole ? Result<QList<Place>>(places) : whole.error();
}

/// The use up to which all that were last used then, or before, have to go.
qint64 lastToGo(QList<Place> places, const Bounds &bounds)
{
    std::stable_sort(places.begin(), places.end(),
                     [](const Place &a, const Place &b) { return a.lastUse > b.lastUse; });
    int count = 0;
    qint64 bytes = 0;
    for (const Place &place : std::as_const(places)) {
        bytes += place.bytes;
        if (++count > bounds.count || bytes > bounds.bytes) {
            return place.lastUse;
        }
    }
    return 0;
}

} // namespace

QString linkTo(const QString &response)
{
    return u"previous:"_s + response;
}

Status makeRoom(Database &database, const QString &client, const Bounds &bounds)
{
    const Result<bool> enough = hasRoom(database, notNull(client), bounds);
    if (!enough || *enough) {
        return enough ? Status(Success()) : Status(enough.error());
    }
    const Result<QList<Place>> places = readPlaces(database, notNull(client));
    if (!places) {
        return places.error();
    }
    const qint64 last = lastToGo(*places, bounds);
    for (const Place &place : *places) {
        const Status removed = place.lastUse > last
            ? Status(Success())
            : asStatus(change(database, u"DELETE FROM stored_responses WHERE sequence = ?"_s, {place.sequence}));
        if (!removed) {
            return removed;
        }
    }
    return Success();
}

Status removeOld(Database &database, const QDateTime &oldest)
{
    const qint64 time = oldest.toMSecsSinceEpoch();
    return asStatus(
        change(database,
               u"WITH RECURSIVE needed (sequence) AS ("
               "SELECT aged.sequence FROM stored_responses AS aged JOIN stored_response_items AS link "
               "ON link.client = aged.client AND link.item = ? || aged.id "
               "JOIN stored_responses AS follower ON follower.sequence = link.response "
               "WHERE aged.created_at < ? AND follower.created_at >= ? "
               "UNION SELECT earlier.sequence FROM needed JOIN stored_response_items AS link "
               "ON link.response = needed.sequence AND link.item LIKE ? "
               "JOIN stored_responses AS earlier ON earlier.id = substr(link.item, ?)) "
               "DELETE FROM stored_responses WHERE created_at < ? AND sequence NOT IN (SELECT sequence FROM needed)"_s,
               {linkTo({}), time, time, linkTo(u"%"_s), behindLink(), time}));
}

// A picture's item is named by the generation that made it (ToolAnswer::beginPicture).
Status removeAbout(Database &database, const QString &generation)
{
    return asStatus(
        change(database,
               u"WITH RECURSIVE gone (sequence, client, id) AS ("
               "SELECT sequence, client, id FROM stored_responses WHERE generation = ? OR instr(response, ?) > 0 "
               "OR instr(input, ?) > 0 "
               "UNION SELECT follower.sequence, follower.client, follower.id FROM gone "
               "JOIN stored_response_items AS link ON link.client = gone.client AND link.item = ? || gone.id "
               "JOIN stored_responses AS follower ON follower.sequence = link.response) "
               "DELETE FROM stored_responses WHERE sequence IN (SELECT sequence FROM gone)"_s,
               {generation, generation, generation, linkTo({})}));
}

} // namespace lightwell::responserows
