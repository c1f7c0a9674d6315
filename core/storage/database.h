// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/storage/statement.h"

#include <QSqlDatabase>
#include <QString>

#include <algorithm>
#include <any>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace lightwell {

class Backend;

/// The open database, as work on the store's thread sees it: one connection, and the statements it has run before,
/// kept prepared, because preparing one takes longer than running it. Belongs to the thread that opened it.
class Database
{
public:
    Database(const QSqlDatabase &connection, const Backend &backend);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] QSqlDatabase &connection() { return m_connection; }
    [[nodiscard]] const Backend &backend() const { return m_backend; } ///< outlives this

    struct ShorterFirst
    {
        [[nodiscard]] bool operator()(const QString &one, const QString &other) const
        {
            return one.size() == other.size() ? one < other : one.size() < other.size();
        }
    };
    using Statements = std::map<QString, std::unique_ptr<Statement>, ShorterFirst>;
    /// A prepared statement to run once. Taken out of its place, so that the same text can be run again while its rows
    /// are still read.
    struct Taken
    {
        std::unique_ptr<Statement> statement; ///< null: there is none
        std::optional<Statements::iterator> place; ///< nothing: another one of the same has it
    };
    /// `error` says why there is none.
    [[nodiscard]] Taken take(const QString &sql, std::optional<QSqlError> &error);
    static void giveBack(Taken taken);
    void drop(Taken taken); ///< one that failed is not kept

    /// What `read(Database &)` makes of one table, a Result, kept in memory until the database says that somebody else
    /// has changed anything, or a statement here has changed that table. `name` tells several of one table apart.
    template<typename Value, typename Read>
    [[nodiscard]] Result<std::shared_ptr<const Value>> kept(const QString &table, const QString &name, Read read)
    {
        if (const Status known = askWhetherOthersChanged(); !known) {
            return known.error();
        }
        const auto found = m_kept.find({table, name});
        if (found != m_kept.end()) {
            return std::any_cast<std::shared_ptr<const Value>>(found->second);
        }
        Result<Value> fresh = read(*this);
        if (!fresh) {
            return fresh.error();
        }
        auto value = std::make_shared<const Value>(std::move(fresh).value());
        m_kept.insert_or_assign({table, name}, value);
        return value;
    }
    /// Before a statement is carried out that does not only read.
    void willChange(const QString &sql);

    // For how long a statement waits where another program holds the database: the window and the command line may
    // write to the same one. Said here and nowhere else.
    static constexpr std::chrono::milliseconds usualPatience {8'000};
    static constexpr std::chrono::milliseconds migrationPatience {10 * 60'000}; ///< another one brings gigabytes on
    static constexpr std::chrono::milliseconds untold {1'000}; ///< what is waited without saying so
    /// Yields what it was.
    std::chrono::milliseconds setPatience(std::chrono::milliseconds patience)
    {
        return std::exchange(m_patience, patience);
    }
    /// After one has waited in vain, the next do not, until something was committed: their waits would add up.
    [[nodiscard]] std::chrono::milliseconds patience() const
    {
        return m_waitedInVain ? std::min(untold, m_patience) : m_patience;
    }
    void waitAsUsual() { m_waitedInVain = false; } ///< once more, also after one has waited in vain
    void waitedInVain() { m_waitedInVain = true; }

    // For Transaction.
    enum class Outcome { Committed, RolledBack };
    [[nodiscard]] int depth() const { return m_depth; } ///< how many transactions are open, each in the one before
    void entered(bool isGroup);
    [[nodiscard]] bool isInGroup() const { return m_isGroup && m_depth == 1; } ///< and in nothing else
    void left(Outcome outcome);
    /// Whether anything may have changed since the outermost one began.
    [[nodiscard]] bool hasChanged() const { return m_hasChanged; }
    /// The outermost one was rolled back and another one begun in its place: others may have written in between.
    void begunAnew();
    /// The database has rolled back all of it on its own; what is left to do is to leave.
    void loseTransaction() { m_isLost = true; }
    [[nodiscard]] bool isTransactionLost() const { return m_isLost; }

private:
    [[nodiscard]] Status askWhetherOthersChanged();

    static constexpr std::size_t maxKept = 100;
    QSqlDatabase m_connection;
    const Backend &m_backend;
    /// By their text: a few comparisons, most of them of lengths alone, take less than hashing it. Null where one is in
    /// use.
    Statements m_statements;
    std::map<std::pair<QString, QString>, std::any> m_kept; ///< by table and name
    qint64 m_changesOfOthers = -1;
    std::chrono::milliseconds m_patience = usualPatience;
    bool m_waitedInVain = false;
    int m_depth = 0;
    bool m_isAsked = false; ///< whether others have changed anything before this transaction
    bool m_isLost = false;
    bool m_hasChanged = false;
    bool m_isGroup = false; ///< the outermost transaction
};

} // namespace lightwell
