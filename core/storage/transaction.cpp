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

Transaction::Transaction(Database &database)
    : m_database(database)
    , m_isInner(database.depth() > 0)
    , m_begun(begin())
    , m_open(m_begun.ok())
{
    if (m_open) {
        m_database.entered();
    }
}

Status Transaction::begin() const
{
    if (m_isInner && m_database.isTransactionLost()) {
        return lost();
    }
    return command(m_database, m_isInner ? QStringLiteral("SAVEPOINT step") : m_database.backend().beginToWrite());
}

Transaction::~Transaction()
{
    if (!m_open) {
        return;
    }
    if (!m_isInner) {
        // A failure (a full disk) may have rolled back already; then this says so and nothing is lost.
        static_cast<void>(command(m_database, QStringLiteral("ROLLBACK")));
    } else if (!command(m_database, QStringLiteral("ROLLBACK TO SAVEPOINT step"))
               || !command(m_database, QStringLiteral("RELEASE SAVEPOINT step"))) {
        m_database.loseTransaction(); // the database has rolled all of it back
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
    Status done = command(m_database, m_isInner ? QStringLiteral("RELEASE SAVEPOINT step") : QStringLiteral("COMMIT"));
    m_open = !done.ok();
    if (done) {
        m_database.left(Database::Outcome::Committed);
    }
    return done;
}

} // namespace lightwell
