// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace lightwell::test {

/// Whether this was built with a sanitizer that has a memory of its own and costs several times the time.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool isSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool isSanitized = true;
#else
inline constexpr bool isSanitized = false;
#endif
#else
inline constexpr bool isSanitized = false;
#endif

/// What programs that a test starts need of its environment, to be checked as it is.
inline QStringList sanitizerVariables()
{
    return {QStringLiteral("ASAN_OPTIONS"), QStringLiteral("TSAN_OPTIONS"), QStringLiteral("UBSAN_OPTIONS")};
}

} // namespace lightwell::test
