// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture/confinement.h"

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LIGHTWELL_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define LIGHTWELL_SANITIZED
#endif
#endif

namespace lightwell {

namespace {

bool limit(decltype(RLIMIT_CPU) what, rlim_t most)
{
    const rlimit both {most, most};
    return ::setrlimit(what, &both) == 0;
}

} // namespace

bool confineProcess(int processorSeconds)
{
    // A file that cannot grow is an error then, not the end: fontconfig would like to keep what it found.
    std::signal(SIGXFSZ, SIG_IGN);
    constexpr rlim_t files = 64; // fonts and libraries
    const rlimit time {rlim_t(processorSeconds), RLIM_INFINITY}; // the hard limit follows, once it is known
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0)
        && limit(RLIMIT_NOFILE, files) && ::setrlimit(RLIMIT_CPU, &time) == 0;
}

bool limitTime(int processorSeconds)
{
    return limit(RLIMIT_CPU, rlim_t(processorSeconds));
}

bool limitMemory([[maybe_unused]] qint64 bytes)
{
#ifdef LIGHTWELL_SANITIZED
    return true;
#else
    return limit(RLIMIT_AS, rlim_t(bytes));
#endif
}

} // namespace lightwell
