// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"
#include "core/model/result.h"

#include <QByteArray>

#include <exception>
#include <functional>
#include <mutex>

namespace Exiv2 {
class Image;
}

namespace lightwell::metadata {

/// Makes Exiv2 ready, once in the process, and yields the lock to hold while using it: its XMP toolkit is not
/// thread-safe, and not all of its own state is behind the lock function it asks for.
[[nodiscard]] std::unique_lock<std::recursive_mutex> lockedExiv();

/// Runs `work` on Exiv2, one thread at a time. What Exiv2 throws (a broken file, mostly) ends here as T's default.
template<typename T, typename Work>
[[nodiscard]] T withExiv(Work work)
{
    try {
        const auto lock = lockedExiv();
        return work();
    } catch (const std::exception &) {
        return T {};
    }
}

/// The bytes as Exiv2 takes them.
[[nodiscard]] const unsigned char *exivBytes(const QByteArray &bytes);

/// Whether Exiv2 may be given a whole foreign file (see modest.h). JPEG bounds itself: no part of it has more than 64
/// KiB.
[[nodiscard]] bool isForExiv(const QByteArray &bytes, ImageFormat format);

/// The file after `change` has worked on what it says beside its pixels; an error where Exiv2 cannot, or may
/// not, read or write it.
[[nodiscard]] Result<QByteArray> changedByExiv(const QByteArray &bytes, ImageFormat format,
                                               const std::function<void(Exiv2::Image &)> &change);

} // namespace lightwell::metadata
