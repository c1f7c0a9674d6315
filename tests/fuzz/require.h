// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>

namespace lightwell::fuzz {

inline const char *underWay = ""; ///< told with a broken promise, where one input is many things

/// Ends the program where a promise is broken: that is what a fuzz target reports. `promise` says which one.
inline void require(bool holds, const char *promise = "")
{
    if (!holds) {
        std::fprintf(stderr, "Broken: %s %s\n", promise, underWay);
        std::abort();
    }
}

} // namespace lightwell::fuzz
