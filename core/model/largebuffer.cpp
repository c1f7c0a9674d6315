// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/largebuffer.h"

#include <cstdint>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace lightwell {

namespace {

/// For the untouched rest of a block. Advice: whatever the system makes of it, the bytes are the same.
void wishForHugePages([[maybe_unused]] char *begin, [[maybe_unused]] qsizetype size)
{
#ifdef MADV_HUGEPAGE
    constexpr std::uintptr_t hugePage = 2UL * 1024 * 1024; // bytes; where it is more, the system rounds by itself
    if (size < static_cast<qsizetype>(2 * hugePage)) {
        return;
    }
    const auto address = reinterpret_cast<std::uintptr_t>(begin);
    const std::uintptr_t first = (address + hugePage - 1) / hugePage * hugePage;
    const std::uintptr_t last = (address + static_cast<std::uintptr_t>(size)) / hugePage * hugePage;
    if (first < last) {
        ::madvise(begin + (first - address), last - first, MADV_HUGEPAGE);
    }
#endif
}

} // namespace

QByteArray uninitializedBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    wishForHugePages(bytes.data(), size);
    return bytes;
}

void reserveBytes(QByteArray &bytes, qsizetype capacity)
{
    if (capacity <= bytes.capacity()) {
        return;
    }
    QByteArray larger;
    larger.reserve(capacity);
    wishForHugePages(larger.data(), capacity);
    larger.append(bytes);
    bytes = std::move(larger);
}

} // namespace lightwell
