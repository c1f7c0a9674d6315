// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

namespace lightwell {

class Database;

/// A transaction that is rolled back unless commit() succeeded. It takes the write lock at once, so that two
/// programs with the same file wait for each other at the beginning and never fail in the middle.
/// Only on the store's thread. One inside another is undone alone, and is on the disk when the outer one is: by a
/// savepoint, or, where it is the first write of a group, by all being rolled back and begun anew.
class Transaction
{
public:
    /// A group holds work that knows nothing of each other; what one read counts for none of the others.
    enum class Kind { Work, Group };
    explicit Transaction(Database &database, Kind kind = Kind::Work);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    [[nodiscard]] const Status &begun() const { return m_begun; }
    [[nodiscard]] Status commit();

private:
    enum class Place { Outermost, First, Later }; ///< inside another: the first in a group that may change anything
    [[nodiscard]] static Place placeIn(const Database &database);
    [[nodiscard]] Status begin() const;
    [[nodiscard]] Status end() const;
    [[nodiscard]] bool undo() const; ///< false: the database has rolled all of it back
    [[nodiscard]] bool undoFirst() const;
    Database &m_database;
    const Place m_place;
    Status m_begun;
    bool m_open = false;
};

/// Runs `work()`, which returns a Result, in a transaction: committed if it is ok, else rolled back.
template<typename Work>
auto inTransaction(Database &database, Work work) -> decltype(work())
{
    Transaction transaction(database);
    if (!transaction.begun()) {
        return transaction.begun().error();
    }
    auto result = work();
    if (result.ok()) {
        if (const Status committed = transaction.commit(); !committed) {
            return committed.error();
        }
    }
    return result;
}

} // namespace lightwell
