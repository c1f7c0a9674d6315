// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/storage/database.h"

#include <deque>
#include <functional>

namespace lightwell {

/// Transactions that failed for a reason that may pass and must not be forgotten, in their order. Only on the store's
/// thread.
class OwedWrites
{
public:
    using Write = std::function<Status(Database &)>;

    /// First what is owed, then `write`; if it fails, it is owed too.
    [[nodiscard]] Status carryOut(Database &database, const Write &write)
    {
        Status done = settle(database);
        if (done) {
            done = write(database);
        }
        if (!done && done.error().kind == ErrorKind::Storage) {
            m_owed.push_back(write);
        }
        return done;
    }

    /// Tries what is owed, up to the first that still fails.
    Status settle(Database &database)
    {
        while (!m_owed.empty()) {
            Status done = m_owed.front()(database);
            if (!done && done.error().kind == ErrorKind::Storage) {
                return done;
            }
            m_owed.pop_front();
        }
        return Success();
    }

private:
    std::deque<Write> m_owed;
};

} // namespace lightwell
