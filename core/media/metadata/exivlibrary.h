// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>

namespace lightwell::metadata {

/// Makes Exiv2 ready, once in the process. Its XMP toolkit is not thread-safe: as its documentation asks, it is
/// initialised under our own lock and given a lock to hold while it works.
void prepareExiv();

/// Runs `work` on a ready Exiv2. What Exiv2 throws (a broken file, mostly) ends here as T's default.
template<typename T, typename Work>
[[nodiscard]] T withExiv(Work work)
{
    try {
        prepareExiv();
        return work();
    } catch (const std::exception &) {
        return T {};
    }
}

} // namespace lightwell::metadata
