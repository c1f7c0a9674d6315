// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/query.h"

#include "core/storage/backend.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QSqlError>
#include <QThread>

#include <optional>

namespace lightwell {

Q_LOGGING_CATEGORY(waitingLog, "lightwell.waiting", QtInfoMsg)

namespace {

constexpr unsigned long retryAfter = 20; // ms

}

Rows::Rows(Database &database, Database::Taken taken)
    : m_database(&database)
    , m_taken(std::move(taken))
{
}

Rows::Rows(Rows &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_taken(std::move(other.m_taken))
{
}

Rows::~Rows()
{
    if (m_database) {
        Database::giveBack(std::move(m_taken));
    }
}

Error Rows::error() const
{
    return m_database->backend().describe(m_taken.statement->error());
}

Status Rows::readToTheEnd() const
{
    return m_taken.statement->error().isValid() ? Status(error()) : Status(Success());
}

namespace {

/// Nothing: `error` says why.
std::optional<Rows> executeOnce(Database &database, const QString &sql, const QVariantList &values,
                                std::optional<QSqlError> &error)
{
    Database::Taken taken = database.take(sql, error);
    if (!taken.statement) {
        return std::nullopt;
    }
    if (!taken.statement->onlyReads()) {
        database.willChange(sql);
    }
    if (!taken.statement->run(values)) {
        error = taken.statement->error();
        database.drop(std::move(taken));
        return std::nullopt;
    }
    return Rows(database, std::move(taken));
}

/// A transaction has waited at its beginning; within it, nobody else can be in the way for long.
bool mayWait(Database &database, const QSqlError &error)
{
    return database.depth() == 0 && database.backend().isBusy(error);
}

} // namespace

Result<Rows> execute(Database &database, const QString &sql, const QVariantList &values)
{
    QElapsedTimer waiting;
    waiting.start();
    std::optional<QSqlError> error;
    std::optional<Rows> rows = executeOnce(database, sql, values, error);
    bool isTold = false;
    while (!rows && mayWait(database, *error) && !waiting.hasExpired(database.patience().count())) {
        if (!isTold && waiting.hasExpired(Database::untold.count())) {
            qCWarning(waitingLog, "Another program holds the database.");
            isTold = true;
        }
        QThread::msleep(retryAfter); // some statements do not wait by themselves
        if (std::optional<Rows> again = executeOnce(database, sql, values, error)) {
            rows.emplace(std::move(*again));
        }
    }
    if (rows) {
        return std::move(*rows);
    }
    if (mayWait(database, *error)) {
        database.waitedInVain();
    }
    return database.backend().describe(*error);
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
