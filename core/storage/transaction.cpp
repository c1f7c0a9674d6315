// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/transaction.h"

#include "core/storage/backend.h"
#include "core/storage/query.h"

namespace lightwell {

namespace {

Status command(Database &database, const QString &sql)
{
    const Result<int> done = change(database, sql);
    return done ? Status(Success()) : Status(done.error());
}

} // namespace

Transaction::Transaction(Database &database)
    : m_database(database)
    , m_begun(command(database, database.backend().beginToWrite()))
    , m_open(m_begun.ok())
{
}

Transaction::~Transaction()
{
    if (m_open) {
        // A failure (a full disk) may have rolled back already; then this says so and nothing is lost.
        static_cast<void>(command(m_database, QStringLiteral("ROLLBACK")));
    }
}

Status Transaction::commit()
{
    if (!m_open) {
        return m_begun.ok() ? Status(notSent(ErrorKind::Internal, QStringLiteral("Transaction used twice"))) : m_begun;
    }
    Status done = command(m_database, QStringLiteral("COMMIT"));
    m_open = !done.ok();
    return done;
}

} // namespace lightwell
