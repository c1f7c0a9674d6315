// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <unordered_map>

namespace lightwell {

class Backend;

/// The open database, as work on the store's thread sees it: one connection, and the statements it has run before,
/// kept prepared, because preparing one takes longer than running it. Belongs to the thread that opened it.
class Database
{
public:
    Database(QSqlDatabase connection, const Backend &backend);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] QSqlDatabase &connection() { return m_connection; }
    [[nodiscard]] const Backend &backend() const { return m_backend; } ///< outlives this

    /// A prepared statement to run once; where preparing failed, its lastError() says why.
    [[nodiscard]] QSqlQuery take(const QString &sql);
    void giveBack(const QString &sql, QSqlQuery statement);

private:
    static constexpr std::size_t maxKept = 100;
    QSqlDatabase m_connection;
    const Backend &m_backend;
    std::unordered_map<QString, QSqlQuery> m_idle;
};

} // namespace lightwell
