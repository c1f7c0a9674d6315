// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QDateTime>
#include <QFuture>

namespace lightwell {

class MediaStore;
class Store;

/// What a request was about, deleted for good: its words, input pictures and pictures. What the books need stays: who
/// asked which model when, each attempt, what it cost.
namespace payloads {

/// Error::code where a request cannot be purged yet: it runs, or its vendor may still have its pictures.
inline constexpr char stillNeeded[] = "REQUEST_STILL_NEEDED";

struct Purged
{
    bool already = false; ///< it was done before
    int pictures = 0; ///< files that are gone now; one that another request has, too, stays
    friend bool operator==(const Purged &, const Purged &) = default;
};

/// May be called twice. Errors: NotFound, there is no such request; stillNeeded. The books say it first: a file that
/// could not be removed is in no list any more.
[[nodiscard]] QFuture<Result<Purged>> purge(Store &store, const MediaStore &media, const QString &id,
                                            const QDateTime &now);

} // namespace payloads

} // namespace lightwell
