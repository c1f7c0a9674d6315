// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A function for a thread of a pool, as in invokemethod.cpp: the pool's lock and wait condition lie in Qt's library.
#include <QThreadPool>

#include <dlfcn.h>
#include <functional>

extern "C" void __tsan_acquire(void *address); // NOLINT: the sanitizer's names
extern "C" void __tsan_release(void *address); // NOLINT

void QThreadPool::start(std::function<void()> functionToRun, int priority)
{
    using Function = void (*)(QThreadPool *, std::function<void()>, int);
    static const auto qts = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "_ZN11QThreadPool5startESt8functionIFvvEEi"));
    // A plain pointer, which is copied without a look from the sanitizer; a pool that is cleared leaks what it points
    // to.
    auto *work = new std::function<void()>(std::move(functionToRun));
    __tsan_release(work);
    qts(
        this,
        [work] {
            __tsan_acquire(work);
            (*work)();
            delete work;
        },
        priority);
}
