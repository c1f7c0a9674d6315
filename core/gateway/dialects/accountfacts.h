// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"

namespace lightwell {

/// What a client may be told of its key.
struct KeyFacts
{
    QString name; ///< the client's; empty: nobody needs a key
    std::optional<BudgetState> limit; ///< the hard budget that leaves it least; nothing: none holds
    // What it has spent, as far as that is known.
    Money ever;
    Money today;
    Money thisWeek;
    Money thisMonth;
    qint64 unknown = 0; ///< generations whose cost is not known
    QDateTime expiresAt = {}; ///< its key works until then; invalid: until it is revoked
    bool manages = false; ///< its key is for managing others' (KeyScope::Management)
    std::optional<int> perMinute = {}; ///< calls that it may make; nothing: as many as it likes
};

/// What there is to spend.
struct CreditFacts
{
    Money spent; ///< ever, as far as that is known: by this client, or by all that whoever asks may look at
    std::optional<Money> left; ///< by the hard budget that leaves this client least; nothing: none holds
};

} // namespace lightwell
