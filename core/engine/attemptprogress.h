// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <vector>

namespace lightwell {

/// How far one call of an attempt is.
struct CallProgress
{
    Progress told; ///< by its vendor, last; its fraction is the furthest that was told
    bool hasEnded = false;

    void take(const Progress &progress);
};

/// How far all calls of an attempt are together: the stage and the place of the furthest that has not ended, and the
/// mean of their fractions, where an ended one is whole. So neither depends on which of them was heard last.
[[nodiscard]] Progress progressOf(const std::vector<CallProgress> &calls);

} // namespace lightwell
