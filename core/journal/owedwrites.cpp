// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/owedwrites.h"

#include "core/journal/journallog.h"
#include "core/storage/transaction.h"

#include <utility>

namespace lightwell {

using namespace std::chrono_literals;

namespace {

constexpr auto pause = 1s;

} // namespace

OwedWrites::OwedWrites(Store &store)
    : m_store(store)
{
}

QFuture<Status> OwedWrites::writeLastly()
{
    return m_store.run([owed = shared_from_this()](Database &database) {
        database.waitAsUsual();
        const bool hasWaited = std::exchange(owed->m_waitedLastly, !owed->m_owed.empty());
        return owed->writeAll(database, hasWaited ? 0ms : database.patience());
    });
}

Status OwedWrites::settle(Database &database)
{
    Status done = carryOutAll(database);
    const bool isWaiting = !done && done.error().kind == ErrorKind::Storage;
    return isWaiting ? done : Status(Success());
}

void OwedWrites::concluded(bool committed)
{
    if (committed) {
        m_owed.erase(m_owed.begin(), m_owed.begin() + m_carried);
    }
    m_carried = 0;
    if (!m_owed.empty()) {
        tryAgainLater();
    }
}

Status OwedWrites::carryOut(Database &database, const Write &write)
{
    m_owed.push_back(write);
    return carryOutAll(database);
}

Status OwedWrites::carryOutAll(Database &database)
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

Status OwedWrites::writeAll(Database &database, std::chrono::milliseconds patience)
{
    if (m_owed.empty()) {
        return Success();
    }
    const std::chrono::milliseconds usual = database.setPatience(patience);
    Transaction transaction(database);
    database.setPatience(usual);
    Status done = transaction.begun();
    if (done) {
        done = settle(database);
        const Status committed = transaction.commit(); // also where only the first ones could be carried out
        done = done ? committed : done;
        concluded(committed.ok());
    }
    return done;
}

void OwedWrites::tryAgainLater()
{
    if (std::exchange(m_isTriedAgain, true)) {
        return;
    }
    m_store.runLater(pause, [weak = weak_from_this()](Database &database) {
        if (const auto owed = weak.lock()) {
            owed->m_isTriedAgain = false;
            static_cast<void>(owed->writeAll(database, 0ms)); // others wait for this thread
            if (!owed->m_owed.empty()) {
                owed->tryAgainLater();
            }
        }
    });
}

} // namespace lightwell
