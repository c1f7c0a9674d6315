// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/clientcalls.h"

#include "core/journal/hexcolumn.h"
#include "core/journal/journalreasons.h"
#include "core/storage/query.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace lightwell::clientcalls {

namespace {

constexpr qint64 keyedSeconds = 24LL * 60 * 60;
constexpr int removedAtOnce = 8; // more than come with one call, and few enough not to be felt

Error underWay()
{
    Error error = notSent(ErrorKind::Storage, reasons::callUnderWay());
    error.code = u"CALL_UNDER_WAY"_s;
    error.retryAfter = std::chrono::seconds(1);
    return error;
}

Error revoked()
{
    Error error = notSent(ErrorKind::Storage, reasons::clientRevoked());
    error.code = u"CLIENT_REVOKED"_s;
    return error;
}

Result<QSet<QString>> revokedIds(Database &database)
{
    Result<Rows> rows = execute(database, u"SELECT id FROM clients WHERE revoked = 1 OR disabled = 1"_s);
    if (!rows) {
        return rows.error();
    }
    QSet<QString> ids;
    while (rows.value().next()) {
        ids.insert(rows.value().value(0).toString());
    }
    if (const Status read = rows->readToTheEnd(); !read.ok()) {
        return read.error();
    }
    return ids;
}

/// What ended for free does not count: its key may be used again.
Result<bool> isTaken(Database &database, qint64 sequence, const Origin &origin, const QDateTime &now)
{
    Result<Rows> rows = execute(
        database,
        u"SELECT 1 FROM client_calls JOIN generations ON sequence = generation "
        "WHERE client_calls.client = ? AND key_hash = ? AND key_hash <> '' AND client_calls.created_at >= ? "
        "AND sequence <> ? "
        "AND (generations.status NOT IN ('failed', 'cancelled') OR EXISTS (SELECT 1 FROM ledger "
        "WHERE reservation > generations.id || '/' AND reservation < generations.id || '0' "
        "AND (state IN ('reserved', 'kept') OR (state = 'settled' AND (ledger.cost IS NULL OR ledger.cost <> 0))))) LIMIT 1"_s,
        {notNull(origin.client), hexcolumn::toColumn(origin.keyHash), now.addSecs(-keyedSeconds).toMSecsSinceEpoch(),
         sequence});
    if (!rows) {
        return rows.error();
    }
    const bool taken = rows.value().next();
    if (const Status read = rows->readToTheEnd(); !read.ok()) {
        return read.error();
    }
    return taken;
}

/// Those that nobody can ask for again, a few of the oldest at a time; those of a clock that was wrong, too. A range,
/// and not a list of rows: SQLite would gather that in a temporary table.
Status removeOld(Database &database, const QDateTime &now)
{
    static const QString remove =
        u"DELETE FROM client_calls WHERE created_at NOT BETWEEN ? AND ? AND generation < "
        "(SELECT generation FROM client_calls ORDER BY generation LIMIT 1 OFFSET %1)"_s.arg(removedAtOnce);
    const Result<int> done =
        change(database, remove,
               {now.addSecs(-keptSeconds).toMSecsSinceEpoch(), now.addSecs(keptSeconds).toMSecsSinceEpoch()});
    return done ? Status(Success()) : Status(done.error());
}

} // namespace

Status checkClient(Database &database, const Origin &origin)
{
    if (origin.kind != Origin::Kind::Gateway || origin.client.isEmpty()) {
        return Success();
    }
    const auto gone = database.kept<QSet<QString>>(u"clients"_s, u"revoked ids"_s, revokedIds);
    if (!gone) {
        return gone.error();
    }
    return (*gone)->contains(origin.client) ? Status(revoked()) : Status(Success());
}

Status write(Database &database, qint64 sequence, const Generation &generation, const QDateTime &now)
{
    const Origin &origin = generation.origin;
    if (origin.fingerprint.isEmpty()) {
        return Success();
    }
    if (!origin.keyHash.isEmpty()) {
        const Result<bool> taken = isTaken(database, sequence, origin, now);
        if (!taken) {
            return taken.error();
        }
        if (*taken) {
            return underWay();
        }
    }
    if (const Status removed = removeOld(database, now); !removed) {
        return removed;
    }
    const Result<int> done =
        change(database,
               u"INSERT INTO client_calls (generation, client, key_hash, fingerprint, created_at) "
               "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
               {sequence, notNull(origin.client), hexcolumn::toColumn(origin.keyHash),
                hexcolumn::toColumn(origin.fingerprint), generation.createdAt.toMSecsSinceEpoch()});
    return done ? Status(Success()) : Status(done.error());
}

} // namespace lightwell::clientcalls
