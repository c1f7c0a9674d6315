// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/query.h"

#include "core/storage/backend.h"

#include <QSqlError>

namespace lightwell {

Rows::Rows(Database &database, QString sql, QSqlQuery statement)
    : m_database(&database)
    , m_sql(std::move(sql))
    , m_statement(std::move(statement))
{
}

Rows::Rows(Rows &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_sql(std::move(other.m_sql))
    , m_statement(std::move(other.m_statement))
{
}

Rows::~Rows()
{
    if (m_database) {
        m_database->giveBack(m_sql, std::move(m_statement));
    }
}

Error Rows::error() const
{
    return m_database->backend().describe(m_statement.lastError());
}

Status Rows::readToTheEnd() const
{
    return m_statement.lastError().isValid() ? Status(error()) : Status(Success());
}

Result<Rows> execute(Database &database, const QString &sql, const QVariantList &values)
{
    database.forgetWhatChanges(sql);
    QSqlQuery statement = database.take(sql);
    if (statement.lastError().isValid()) {
        return database.backend().describe(statement.lastError());
    }
    for (int position = 0; position < values.size(); ++position) {
        statement.bindValue(position, values.at(position));
    }
    for (auto position = values.size(); position < statement.boundValues().size(); ++position) {
        statement.bindValue(static_cast<int>(position), QVariant()); // one that is missing is none of an earlier run
    }
    if (!statement.exec()) {
        return database.backend().describe(statement.lastError()); // one that failed is not kept
    }
    return Rows(database, sql, std::move(statement));
}

Result<int> change(Database &database, const QString &sql, const QVariantList &values)
{
    const Result<Rows> rows = execute(database, sql, values);
    if (!rows) {
        return rows.error();
    }
    return rows->changed();
}

} // namespace lightwell
