// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/transaction.h"

#include "core/storage/backend.h"
#include "core/storage/query.h"
#include "core/storage/storagereasons.h"

namespace lightwell {

namespace {

Status command(Database &database, const QString &sql)
{
    const Result<int> done = change(database, sql);
    return done ? Status(Success()) : Status(done.error());
}

/// Some failures (a full disk) undo the whole transaction, also what others did in it.
Error lost()
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.setReason(reasons::databaseRolledBack());
    return error;
}

} // namespace

Transaction::Place Transaction::placeIn(const Database &database)
{
    if (database.depth() == 0) {
        return Place::Outermost;
    }
    return database.isInGroup() && !database.hasChanged() ? Place::First : Place::Later;
}

Transaction::Transaction(Database &database, Kind kind)
    : m_database(database)
    , m_place(placeIn(database))
    , m_begun(begin())
    , m_open(m_begun.ok())
{
    if (m_open) {
        m_database.entered(kind == Kind::Group);
    }
}

Status Transaction::begin() const
{
    if (m_place == Place::Outermost) {
        return command(m_database, m_database.backend().beginToWrite());
    }
    if (!m_database.isTransactionLost() && !m_database.backend().isInTransaction(m_database)) {
        m_database.loseTransaction(); // a read that failed may have had it rolled back, too
    }
    if (m_database.isTransactionLost()) {
        return lost();
    }
    return m_place == Place::First ? Status(Success()) : command(m_database, QStringLiteral("SAVEPOINT step"));
}

Status Transaction::end() const
{
    switch (m_place) {
    case Place::Outermost:
        return command(m_database, QStringLiteral("COMMIT"));
    case Place::First:
        return m_database.backend().isInTransaction(m_database) ? Status(Success()) : lost();
    case Place::Later:
        break;
    }
    return command(m_database, QStringLiteral("RELEASE SAVEPOINT step"));
}

bool Transaction::undo() const
{
    switch (m_place) {
    case Place::Outermost:
        // A failure (a full disk) may have rolled back already; then this says so and nothing is lost.
        static_cast<void>(command(m_database, QStringLiteral("ROLLBACK")));
        return true;
    case Place::First:
        return undoFirst();
    case Place::Later:
        break;
    }
    return command(m_database, QStringLiteral("ROLLBACK TO SAVEPOINT step"))
        && command(m_database, QStringLiteral("RELEASE SAVEPOINT step"));
}

/// All that has changed is its own.
bool Transaction::undoFirst() const
{
    if (!m_database.backend().isInTransaction(m_database)) {
        return false;
    }
    if (!m_database.hasChanged()) {
        return true;
    }
    if (!command(m_database, QStringLiteral("ROLLBACK")) || !command(m_database, m_database.backend().beginToWrite())) {
        return false;
    }
    m_database.begunAnew();
    return true;
}

Transaction::~Transaction()
{
    if (!m_open) {
        return;
    }
    if (!undo()) {
        m_database.loseTransaction();
    }
    m_database.left(Database::Outcome::RolledBack);
}

Status Transaction::commit()
{
    if (!m_open) {
        return m_begun.ok() ? Status(notSent(ErrorKind::Internal, reasons::databaseStepFailed())) : m_begun;
    }
    if (m_database.isTransactionLost()) {
        return lost();
    }
    Status done = end();
    m_open = !done.ok();
    if (done) {
        m_database.left(Database::Outcome::Committed);
    }
    return done;
}

} // namespace lightwell
