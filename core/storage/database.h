// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <unordered_map>

namespace lightwell {

/// The open database, as work on the store's thread sees it: one connection, and the statements it has run before,
/// kept prepared, because preparing one takes longer than running it. Belongs to the thread that opened it.
class Database
{
public:
    explicit Database(QSqlDatabase connection);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] QSqlDatabase &connection() { return m_connection; }

    /// A prepared statement to run once; where preparing failed, its lastError() says why.
    [[nodiscard]] QSqlQuery take(const QString &sql);
    void giveBack(const QString &sql, QSqlQuery statement);

private:
    static constexpr std::size_t maxKept = 100;
    QSqlDatabase m_connection;
    std::unordered_map<QString, QSqlQuery> m_idle;
};

} // namespace lightwell
