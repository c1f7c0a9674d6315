// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace lightwell {

/// The entry that gives way where something is bounded for all its owners together, so that nobody's many cost others
/// what they have: the first of the owner who has most, of several such owners the first of all. `entries` has the
/// oldest first, `owner(entry)` is whose it is, and `amount(entry)` how much of what is bounded it takes (a qint64, not
/// negative); one that takes nothing is never meant. end(): all of them take nothing.
template<typename Entries, typename Owner, typename Amount>
[[nodiscard]] auto firstOfWhoHasMost(const Entries &entries, Owner owner, Amount amount)
{
    QHash<QString, qint64> sums;
    for (const auto &entry : entries) {
        sums[owner(entry)] += amount(entry);
    }
    auto found = entries.end();
    qint64 most = 0;
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        if (const qint64 sum = sums.value(owner(*entry)); sum > most && amount(*entry) > 0) {
            most = sum;
            found = entry;
        }
    }
    return found;
}

} // namespace lightwell
