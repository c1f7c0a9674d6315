// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/librarydetails.h"

namespace lightwell {

std::optional<qint64> LibraryDetails::seed() const
{
    const std::optional<qint64> told = entry.picture.seed;
    const bool isAsked = siblings == 1 && request && request->seed.value_or(-1) >= 0;
    return told || !isAsked ? told : request->seed;
}

} // namespace lightwell
