// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

namespace lightwell {

class Database;

/// A transaction that is rolled back unless commit() succeeded. It takes the write lock at once, so that two
/// programs with the same file wait for each other at the beginning and never fail in the middle.
/// Only on the store's thread. One inside another is undone alone, and is on the disk when the outer one is.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    [[nodiscard]] const Status &begun() const { return m_begun; }
    [[nodiscard]] Status commit();

private:
    [[nodiscard]] Status begin() const;
    Database &m_database;
    const bool m_isInner;
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
