// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journal.h"

namespace lightwell {

class Database;

/// An attempt as the ledger has it.
struct SettledEntry
{
    int number = 0;
    QString state; ///< empty: the ledger has no entry of it
    Money cost; ///< as it is booked

    [[nodiscard]] bool hasEnded() const { return state == QLatin1StringView("settled"); }
};

/// Which attempt is meant to be settled by hand: the open one, where there are none one settled by hand before, or any
/// where something is to be corrected. An error: none, or several of which one is to be named; and where a person has
/// said the very same before. Only on the store's thread.
[[nodiscard]] Result<SettledEntry> entryToSettle(Database &database, const Generation &generation,
                                                 const Journal::ManualSettlement &told);

} // namespace lightwell
