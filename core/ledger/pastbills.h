// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

namespace lightwell {

class Database;

/// What the last like calls cost: a price where the catalog knows none. Like ones are of the same offer, size and
/// quality. Reckoned to the same number of pictures; unknown where `count` is 0: there was none.
struct PastBills
{
    static constexpr int most = 10; ///< bills that are looked at, the newest

    int count = 0;
    Money usual; ///< the median, the upper one of two: what is told
    Money least;
    Money dearest; ///< what is reserved

    friend bool operator==(const PastBills &, const PastBills &) = default;
};

namespace pastbills {

/// Only on the store's thread.
[[nodiscard]] Result<PastBills> like(Database &database, const Plan &plan);

} // namespace pastbills

} // namespace lightwell
