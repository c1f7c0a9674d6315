// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlite/sqlitestatement.h"

#include <algorithm>
#include <sqlite3.h>

namespace lightwell {

namespace {

QSqlError errorOf(sqlite3 *connection, QSqlError::ErrorType type)
{
    return {
        {}, QString::fromUtf8(sqlite3_errmsg(connection)), type, QString::number(sqlite3_extended_errcode(connection))};
}

/// What SQLite itself never says.
QSqlError refusal(const char *text)
{
    return {{}, QString::fromLatin1(text), QSqlError::StatementError, QString::number(SQLITE_MISUSE)};
}

} // namespace

std::unique_ptr<SqliteStatement> SqliteStatement::prepare(sqlite3 *connection, const QString &sql, QSqlError &error)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    const char *rest = nullptr;
    if (sqlite3_prepare_v3(connection, text.constData(), static_cast<int>(text.size() + 1), SQLITE_PREPARE_PERSISTENT,
                           &statement, &rest)
        != SQLITE_OK) {
        error = errorOf(connection, QSqlError::StatementError);
        return nullptr;
    }
    std::unique_ptr<SqliteStatement> prepared(new SqliteStatement(connection, statement));
    if (!statement || !QByteArrayView(rest).trimmed().isEmpty()) {
        error = refusal(statement ? "more than one statement" : "no statement");
        return nullptr;
    }
    return prepared;
}

SqliteStatement::SqliteStatement(sqlite3 *connection, sqlite3_stmt *statement)
    : m_connection(connection)
    , m_statement(statement)
    , m_onlyReads(sqlite3_stmt_readonly(statement) != 0)
{
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

bool SqliteStatement::run(const QVariantList &values)
{
    rest();
    if (m_error.isValid()) {
        m_error = QSqlError();
    }
    if (values.size() > sqlite3_bind_parameter_count(m_statement)) {
        m_error = refusal("more values than question marks");
        return false;
    }
    m_bound.reserve(values.size());
    for (int i = 0; i < values.size(); ++i) {
        if (bind(i + 1, values.at(i)) != SQLITE_OK) {
            m_error = errorOf(m_connection, QSqlError::StatementError);
            return false;
        }
    }
    const bool isRow = step();
    m_at = isRow ? At::FirstRow : At::End;
    m_changed = sqlite3_changes(m_connection);
    m_insertedKey = sqlite3_last_insert_rowid(m_connection);
    return !m_error.isValid();
}

int SqliteStatement::bind(int position, const QVariant &value)
{
    if (value.isNull()) { // also one of a type
        return sqlite3_bind_null(m_statement, position);
    }
    // Texts and bytes are not copied: m_bound holds them for as long as they are bound.
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
        return sqlite3_bind_int64(m_statement, position, value.toLongLong());
    case QMetaType::LongLong: // most numbers are: without a conversion
        return sqlite3_bind_int64(m_statement, position, *static_cast<const qlonglong *>(value.constData()));
    case QMetaType::Double:
        return sqlite3_bind_double(m_statement, position, value.toDouble());
    case QMetaType::QByteArray: {
        const auto &bytes = *static_cast<const QByteArray *>(value.constData());
        if (bytes.isNull()) {
            return sqlite3_bind_null(m_statement, position);
        }
        m_bound.append(bytes);
        return sqlite3_bind_blob64(m_statement, position, bytes.constData(), static_cast<quint64>(bytes.size()),
                                   SQLITE_STATIC);
    }
    default:
        break;
    }
    const QString text = value.toString();
    if (text.isNull()) {
        return sqlite3_bind_null(m_statement, position);
    }
    m_bound.append(text.toUtf8());
    return sqlite3_bind_text64(m_statement, position, m_bound.constLast().constData(),
                               static_cast<quint64>(m_bound.constLast().size()), SQLITE_STATIC, SQLITE_UTF8);
}

/// Whether there is a row.
bool SqliteStatement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        m_error = errorOf(m_connection, QSqlError::ConnectionError);
        sqlite3_reset(m_statement); // so that it holds nothing while somebody waits to run it again
    }
    return code == SQLITE_ROW;
}

bool SqliteStatement::next()
{
    if (m_at == At::FirstRow) {
        m_at = At::Row;
    } else if (m_at == At::Row) {
        m_at = step() ? At::Row : At::End;
    }
    return m_at == At::Row;
}

QVariant SqliteStatement::value(int column) const
{
    if (m_at != At::Row) {
        return {};
    }
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return static_cast<qint64>(sqlite3_column_int64(m_statement, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(m_statement, column);
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
    }
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
        return bytes ? QByteArray(bytes, sqlite3_column_bytes(m_statement, column)) : QByteArray("");
    }
    default:
        return {};
    }
}

void SqliteStatement::rest()
{
    if (m_at != At::Nothing) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    m_bound.clear();
    m_at = At::Nothing;
}

} // namespace lightwell
