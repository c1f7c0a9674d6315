// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journallog.h"
#include "core/model/result.h"
#include "core/storage/database.h"

#include <cstddef>
#include <deque>
#include <functional>

namespace lightwell {

/// Transactions that must not be forgotten where they failed for a reason that may pass, in their order: each counts as
/// owed until what it did is on the disk. One that fails for another reason is set aside, and the log says so. Only on
/// the store's thread.
class OwedWrites
{
public:
    using Write = std::function<Status(Database &)>;

    /// First what is owed, then `write`.
    [[nodiscard]] Status carryOut(Database &database, Write write)
    {
        m_owed.push_back(std::move(write));
        return carryOutAll(database);
    }

    /// Carries out what is owed, up to the first that still fails.
    [[nodiscard]] Status settle(Database &database)
    {
        Status done = carryOutAll(database);
        const bool isWaiting = !done && done.error().kind == ErrorKind::Storage;
        return isWaiting ? done : Status(Success());
    }

    /// Whoever called the above in a transaction tells how that ended.
    void concluded(bool committed)
    {
        if (committed) {
            m_owed.erase(m_owed.begin(), m_owed.begin() + m_carried);
        }
        m_carried = 0;
    }

private:
    /// Yields how the last one went.
    Status carryOutAll(Database &database)
    {
        Status last = Success();
        while (m_carried < static_cast<std::ptrdiff_t>(m_owed.size())) {
            last = m_owed[static_cast<std::size_t>(m_carried)](database);
            if (!last && last.error().kind == ErrorKind::Storage) {
                return last;
            }
            if (!last) { // what can never be written is not owed either: it would stop all that comes after it
                qCWarning(journalLog).noquote() << "Left out for good:" << forLog(last.error());
            }
            ++m_carried;
        }
        return last;
    }

    std::deque<Write> m_owed;
    std::ptrdiff_t m_carried = 0; ///< of these, from the first on, in the transaction that is open
};

} // namespace lightwell
