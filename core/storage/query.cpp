// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/query.h"

#include <QCoreApplication>
#include <QSqlDatabase>
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
        return QCoreApplication::translate("Storage", "The disk is full. Free some space and try again.");
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

Result<QSqlQuery> execute(QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return storageError(query.lastError());
    }
    for (int position = 0; position < values.size(); ++position) {
        query.bindValue(position, values.at(position));
    }
    if (!query.exec()) {
        return storageError(query.lastError());
    }
    return query;
}

Result<int> change(QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery> query = execute(database, sql, values);
    if (!query) {
        return query.error();
    }
    return query->numRowsAffected();
}

} // namespace lightwell
