// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/setaside.h"

#include "core/journal/columns.h"
#include "core/journal/journalreasons.h"
#include "core/ledger/ledger.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace lightwell::setaside {

namespace {

Error unreadable()
{
    Error error;
    error.setReason(reasons::recordSetAside());
    return error;
}

Result<QStringList> reservedFor(Database &database, const QString &id)
{
    Result<Rows> rows = execute(
        database, u"SELECT reservation FROM ledger WHERE reservation > ? AND reservation < ? AND state = 'reserved'"_s,
        {QString(id + u'/'), QString(id + u'0')});
    if (!rows) {
        return rows.error();
    }
    QStringList names;
    while (rows.value().next()) {
        names.append(rows.value().value(0).toString());
    }
    const Status read = rows->readToTheEnd();
    return read ? Result<QStringList>(names) : read.error();
}

} // namespace

Result<bool> lacksWhatItPaysFor(Database &database, const Generation &generation)
{
    const bool runs = generation.attempts.isEmpty() || generation.attempts.last().status == GenerationStatus::Running;
    if (generation.plan && runs) {
        return false;
    }
    const Result<QStringList> reserved = reservedFor(database, generation.id);
    return reserved ? Result<bool>(!reserved->isEmpty()) : reserved.error();
}

Status setAside(Database &database, qint64 sequence, const QString &id)
{
    const QString why = columns::fromError(unreadable()).toString();
    for (const QString &sql :
         {u"UPDATE generations SET status = 'unknown', owner = '', error = coalesce(error, ?) WHERE sequence = ?"_s,
          u"UPDATE attempts SET status = 'unknown', error = coalesce(error, ?) "
          "WHERE generation = ? AND status = 'running'"_s}) {
        if (const Result<int> done = change(database, sql, {why, sequence}); !done) {
            return done.error();
        }
    }
    const Result<QStringList> reserved = reservedFor(database, id);
    if (!reserved) {
        return reserved.error();
    }
    for (const QString &reservation : *reserved) {
        if (Status kept = Ledger::keepIn(database, reservation, {}); !kept) {
            return kept;
        }
    }
    return Success();
}

} // namespace lightwell::setaside
