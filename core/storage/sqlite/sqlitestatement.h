// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/statement.h"

#include <QByteArrayList>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace lightwell {

/// SQLite's own prepared statement. QSqlQuery takes more for binding than SQLite for running what it bound.
class SqliteStatement : public Statement
{
public:
    /// `error` says why there is none.
    [[nodiscard]] static std::unique_ptr<SqliteStatement> prepare(sqlite3 *connection, const QString &sql,
                                                                  QSqlError &error);
    ~SqliteStatement() override;

    [[nodiscard]] bool run(const QVariantList &values) override;
    [[nodiscard]] bool onlyReads() const override { return m_onlyReads; }
    [[nodiscard]] bool next() override;
    [[nodiscard]] QVariant value(int column) const override;
    [[nodiscard]] const QSqlError &error() const override { return m_error; }
    [[nodiscard]] int changed() const override { return m_changed; }
    [[nodiscard]] qint64 insertedKey() const override { return m_insertedKey; }
    void rest() override;

private:
    enum class At { Nothing, FirstRow, Row, End };
    SqliteStatement(sqlite3 *connection, sqlite3_stmt *statement);
    [[nodiscard]] int bind(int position, const QVariant &value);
    [[nodiscard]] bool step();

    sqlite3 *m_connection;
    sqlite3_stmt *m_statement;
    bool m_onlyReads;
    QByteArrayList m_bound; ///< what SQLite reads while it runs
    QSqlError m_error;
    At m_at = At::Nothing;
    int m_changed = 0;
    qint64 m_insertedKey = 0;
};

} // namespace lightwell
