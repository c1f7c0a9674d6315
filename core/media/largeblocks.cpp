// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/largeblocks.h"

#include <cstdlib> // defines __GLIBC__

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace lightwell {

void setMmapThreshold()
{
#ifdef __GLIBC__
    // Where it begins by itself; but a value that is set is not raised by what is freed.
    constexpr int ownMapping = 128 * 1024; // bytes
    mallopt(M_MMAP_THRESHOLD, ownMapping);
#endif
}

} // namespace lightwell
