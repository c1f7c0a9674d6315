// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/store.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>

namespace lightwell {

/// Transactions that must not be forgotten where they failed for a reason that may pass (a full disk, a held file), in
/// their order: each counts as owed until what it did is on the disk, and is tried again with whatever is written next
/// and every second. One that fails for another reason is set aside, and the log says so. What is not said to be for
/// any thread is for the store's alone.
class OwedWrites : public std::enable_shared_from_this<OwedWrites>
{
public:
    using Write = std::function<Status(Database &)>;

    explicit OwedWrites(Store &store);

    /// First what is owed, then `write`; yields what `tell` makes of how that one went. From any thread.
    template<typename Tell>
    auto write(Write write, Tell tell) -> QFuture<std::invoke_result_t<Tell, Status>>
    {
        using Value = std::invoke_result_t<Tell, Status>;
        const auto isQueued = std::make_shared<bool>(false);
        return m_store.write(
            [owed = shared_from_this(), write, tell, isQueued](Database &database) -> Value {
                *isQueued = true;
                return tell(owed->carryOut(database, write));
            },
            [owed = shared_from_this(), write, tell, isQueued](Value value, bool committed) -> Value {
                if (!*isQueued) { // not even a transaction could be begun
                    owed->m_owed.push_back(write);
                }
                owed->concluded(committed);
                return value || committed ? std::move(value) : tell(value.error());
            });
    }
    QFuture<Status> write(Write write)
    {
        return this->write(std::move(write), [](Status written) { return written; });
    }
    /// Once more what is owed, with all patience the first time; it then is not waited for again. From any thread.
    QFuture<Status> writeLastly();

    /// Carries out what is owed, up to the first that still fails.
    [[nodiscard]] Status settle(Database &database);
    /// Whoever called the above in a transaction tells how that ended.
    void concluded(bool committed);

private:
    [[nodiscard]] Status carryOut(Database &database, const Write &write);
    [[nodiscard]] Status carryOutAll(Database &database); ///< yields how the last one went
    [[nodiscard]] Status writeAll(Database &database, std::chrono::milliseconds patience);
    void tryAgainLater();

    Store &m_store;
    std::deque<Write> m_owed;
    std::ptrdiff_t m_carried = 0; ///< of these, from the first on, in the transaction that is open
    bool m_isTriedAgain = false; ///< already queued for later
    bool m_waitedLastly = false;
};

} // namespace lightwell
