// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/database.h"

#include "core/storage/backend.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr auto isOfName = [](QChar c) { return c.isLetterOrNumber() || c == u'_'; };

/// The table that a plain statement changes; empty for any other.
QStringView tableChangedBy(QStringView sql)
{
    for (const QLatin1StringView start : {"INSERT INTO "_L1, "UPDATE "_L1, "DELETE FROM "_L1}) {
        if (sql.startsWith(start)) {
            const QStringView rest = sql.sliced(start.size());
            const auto *const end = std::find_if_not(rest.begin(), rest.end(), isOfName);
            return rest.startsWith("OR "_L1) ? QStringView() : rest.first(end - rest.begin());
        }
    }
    return {};
}

} // namespace

Database::Database(const QSqlDatabase &connection, const Backend &backend)
    : m_connection(connection)
    , m_backend(backend)
{
}

Database::Taken Database::take(const QString &sql, std::optional<QSqlError> &error)
{
    const auto found = m_statements.find(sql);
    if (found != m_statements.end() && found->second) {
        return {std::move(found->second), found};
    }
    QSqlError reason;
    std::unique_ptr<Statement> fresh = m_backend.prepare(*this, sql, reason);
    if (!fresh) {
        error = reason;
        return {};
    }
    if (found != m_statements.end()) {
        return {std::move(fresh), std::nullopt}; // one of the same is enough
    }
    if (m_statements.size() >= maxKept) { // what was run once, like a migration, would stay for ever
        std::erase_if(m_statements, [](const auto &entry) { return entry.second != nullptr; });
    }
    return {std::move(fresh), m_statements.try_emplace(sql).first};
}

void Database::giveBack(Taken taken)
{
    if (taken.place) {
        taken.statement->rest();
        (*taken.place)->second = std::move(taken.statement);
    }
}

void Database::drop(Taken taken)
{
    if (taken.place) {
        m_statements.erase(*taken.place);
    }
}

Status Database::askWhetherOthersChanged()
{
    if (m_isAsked) {
        return Success(); // nobody else writes while a transaction here does
    }
    const Result<qint64> changes = m_backend.changesOfOthers(*this);
    if (!changes) {
        return changes.error();
    }
    m_isAsked = m_depth > 0;
    if (*changes != m_changesOfOthers) {
        m_kept.clear();
        m_changesOfOthers = *changes;
    }
    return Success();
}

void Database::willChange(const QString &sql)
{
    m_hasChanged = true;
    if (m_kept.empty()) {
        return;
    }
    const QStringView changed = tableChangedBy(sql);
    const QStringView text(sql); // of any other statement, in which the names stand somewhere
    std::erase_if(m_kept, [changed, text](const auto &entry) {
        const QString &table = entry.first.first;
        return changed.isEmpty() ? text.contains(table) : changed == table;
    });
}

void Database::entered(bool isGroup)
{
    if (m_depth == 0) {
        m_isGroup = isGroup;
        m_hasChanged = false;
    }
    ++m_depth;
}

void Database::begunAnew()
{
    m_hasChanged = false;
    m_isAsked = false;
}

void Database::left(Outcome outcome)
{
    --m_depth;
    if (outcome == Outcome::RolledBack) {
        m_kept.clear(); // it may have been read in between
    }
    if (m_depth == 0) {
        m_isLost = false;
        m_isAsked = false;
        m_waitedInVain = m_waitedInVain && outcome != Outcome::Committed;
    }
}

} // namespace lightwell
