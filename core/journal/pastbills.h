// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

namespace lightwell {

class Database;

}

/// What like pictures cost before: a price where the catalog knows none.
namespace lightwell::pastbills {

/// The dearest of the last ten bills of the same offer, size and quality, times the pictures of `plan`. Unknown: it was
/// never billed so. Only on the store's thread.
[[nodiscard]] Result<Money> dearestLike(Database &database, const Plan &plan);

} // namespace lightwell::pastbills
