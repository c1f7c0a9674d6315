// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/query.h"

#include <QCoreApplication>
#include <QSqlError>

namespace lightwell {

namespace {

// The primary result codes of SQLite; extended codes carry more in the higher bytes.
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

QString sentence(int code)
{
    switch (code & 0xff) {
    case Busy:
    case Locked:
        return QCoreApplication::translate(
            "Storage",
            "The database is in use by another program for too long. Close other copies of Lightwell and try again.");
    case ReadOnly:
        return QCoreApplication::translate("Storage",
                                           "The database cannot be written. Check the permissions of its folder.");
    case Full:
        return QCoreApplication::translate("Storage", "The disk is full. Free some space.");
    case Corrupt:
    case NotADatabase:
        return QCoreApplication::translate("Storage",
                                           "The database file is damaged or is no database. Restore it from a backup, "
                                           "or move it away and start anew.");
    case CannotOpen:
        return QCoreApplication::translate(
            "Storage", "The database file cannot be opened. Check that its folder exists and can be written.");
    case InputOutput:
        return QCoreApplication::translate("Storage", "The disk reported an error while the database was in use.");
    default:
        return QCoreApplication::translate("Storage", "The database did not carry out a step.");
    }
}

} // namespace

Error storageError(const QSqlError &error)
{
    Error result;
    result.kind = ErrorKind::Storage;
    result.message = sentence(error.nativeErrorCode().toInt());
    result.detail = error.databaseText();
    return result;
}

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
    return storageError(m_statement.lastError());
}

Status Rows::readToTheEnd() const
{
    return m_statement.lastError().isValid() ? Status(error()) : Status(Success());
}

Result<Rows> execute(Database &database, const QString &sql, const QVariantList &values)
{
    QSqlQuery statement = database.take(sql);
    if (statement.lastError().isValid()) {
        return storageError(statement.lastError());
    }
    for (int position = 0; position < values.size(); ++position) {
        statement.bindValue(position, values.at(position));
    }
    if (!statement.exec()) {
        return storageError(statement.lastError()); // one that failed is not kept
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
