// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/transaction.h"

#include "core/storage/query.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace lightwell {

namespace {

Status command(QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql)) {
        return storageError(query.lastError());
    }
    return Success();
}

} // namespace

Transaction::Transaction(QSqlDatabase &database)
    : m_database(database)
    , m_begun(command(database, QStringLiteral("BEGIN IMMEDIATE")))
    , m_open(m_begun.ok())
{
}

Transaction::~Transaction()
{
    if (m_open) {
        // A failure (a full disk) may have rolled back already; then this says so and nothing is lost.
        QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
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
