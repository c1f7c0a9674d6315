// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/largeblocks.h"

#include <cstdlib> // defines __GLIBC__

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace lightwell {

void giveLargeBlocksBack()
{
#ifdef __GLIBC__
    constexpr int ownMapping = 1024 * 1024; // bytes; a value that is set is no longer raised by what is freed
    mallopt(M_MMAP_THRESHOLD, ownMapping);
#endif
}

} // namespace lightwell
