// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/database.h"

namespace lightwell {

Database::Database(QSqlDatabase connection, const Backend &backend)
    : m_connection(std::move(connection))
    , m_backend(backend)
{
}

QSqlQuery Database::take(const QString &sql)
{
    // Taken out, so that the same statement can be run again while the rows of the first are still read.
    if (auto found = m_idle.extract(sql)) {
        return std::move(found.mapped());
    }
    QSqlQuery statement(m_connection);
    statement.setForwardOnly(true);
    statement.prepare(sql);
    return statement;
}

void Database::giveBack(const QString &sql, QSqlQuery statement)
{
    if (m_idle.size() >= maxKept || m_idle.contains(sql)) {
        return;
    }
    statement.finish();
    // A bound picture would stay in memory for as long as the statement does.
    for (int position = static_cast<int>(statement.boundValues().size()) - 1; position >= 0; --position) {
        statement.bindValue(position, QVariant());
    }
    m_idle.emplace(sql, std::move(statement));
}

} // namespace lightwell
