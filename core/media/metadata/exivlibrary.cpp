// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/exivlibrary.h"

#include <exiv2/exiv2.hpp>
#include <mutex>

namespace lightwell::metadata {

namespace {

std::recursive_mutex &toolkitLock()
{
    static std::recursive_mutex mutex;
    return mutex;
}

void lockToolkit(void *, bool lock)
{
    if (lock) {
        toolkitLock().lock();
    } else {
        toolkitLock().unlock();
    }
}

} // namespace

void prepareExiv()
{
    static std::once_flag once;
    std::call_once(once, [] {
        toolkitLock(); // made before and so destroyed after everything that uses it
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute); // it would print parts of broken files
        Exiv2::XmpParser::initialize(lockToolkit, nullptr);
        Exiv2::XmpProperties::registerNs("https://lightwell.invalid/ns/1.0/", "lightwell");
    });
}

} // namespace lightwell::metadata
