// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/database.h"

#include "core/storage/backend.h"

using namespace Qt::StringLiterals;

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

Status Database::askWhetherOthersChanged()
{
    const Result<qint64> changes = m_backend.changesOfOthers(*this);
    if (!changes) {
        return changes.error();
    }
    if (*changes != m_changesOfOthers) {
        m_kept.clear();
        m_changesOfOthers = *changes;
    }
    return Success();
}

void Database::forgetWhatChanges(const QString &sql)
{
    if (m_kept.empty() || sql.startsWith("SELECT"_L1)) {
        return;
    }
    std::erase_if(m_kept, [&sql](const auto &entry) { return sql.contains(entry.first.first); });
}

void Database::left(Outcome outcome)
{
    --m_depth;
    if (outcome == Outcome::RolledBack) {
        m_kept.clear(); // it may have been read in between
    }
    if (m_depth == 0) {
        m_isLost = false;
    }
}

} // namespace lightwell
