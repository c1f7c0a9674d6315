// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace lightwell {

class MediaStore;
class Store;

/// A picture that is converted lies in the media store twice: as its vendor sent it, from before anything was done to
/// it, and as it was delivered. Once the books have the second, the first is nobody's. Files only go where no request
/// has them and nobody is about to: the store is keyed by content. Blocks: call on the thread pool.
namespace replacedpictures {

/// Of what is noted at a place (MediaStore::replacedAt), once the books are written: takes away what was replaced, then
/// forgets the notes. Whatever cannot be looked up stays, with its note, for the next start; a second call goes on
/// where a first was interrupted.
void forgetArrivals(Store &store, const MediaStore &media, const QString &place);

/// Takes the files away of those pictures that no request has, and that are noted for none but what is at `place`
/// (which may be empty: none at all). Yields how many there were; nothing: the books cannot be read, and all are there.
[[nodiscard]] std::optional<int> removeUnclaimed(Store &store, const MediaStore &media, const QStringList &pictures,
                                                 const QString &place);

} // namespace replacedpictures

} // namespace lightwell
