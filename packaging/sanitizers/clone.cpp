// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Qt starts processes by clone() with its memory shared (CLONE_VM | CLONE_VFORK). ThreadSanitizer takes each clone()
// for a fork() and checks its own state twice, in parent and child, which is the same then: it gives up. This one,
// linked into each program in place of the sanitizer's, is the system's.
#include <cstdarg>
#include <sys/types.h>

extern "C" int __clone(int (*run)(void *), void *stack, int flags, void *argument, ...); // NOLINT: glibc's name

extern "C" int clone(int (*run)(void *), void *stack, int flags, void *argument, ...)
{
    va_list rest;
    va_start(rest, argument);
    auto *parent = va_arg(rest, pid_t *);
    auto *storage = va_arg(rest, void *);
    auto *child = va_arg(rest, pid_t *);
    va_end(rest);
    return __clone(run, stack, flags, argument, parent, storage, child);
}
