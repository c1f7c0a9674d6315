// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QUrlQuery>

namespace lightwell::openrouter {

/// Which part of a list is wanted, as the lists of OpenRouter's API have it.
struct PageWish
{
    qsizetype offset = 0; ///< so many of the first are left out
    qsizetype limit = 0; ///< so many there are at most, 1 to 100
};

/// Of the query's `offset` and `limit`; without one there are `usual`.
[[nodiscard]] Result<PageWish> readPageWish(const QUrlQuery &query, qsizetype usual);

} // namespace lightwell::openrouter
