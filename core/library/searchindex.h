// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

/// The words of every picture, as the table library_words has them. Only on the store's thread.
namespace lightwell {
class Database;
}

namespace lightwell::searchindex {

/// How many pictures of a generation can have words, so that one number names a picture.
inline constexpr qint64 maxPictures = 4096;
/// The number of a picture, which is the larger the newer its generation is and the further in front it stands there.
[[nodiscard]] inline qint64 keyOf(qint64 generation, qint64 position)
{
    return generation * maxPictures + (maxPictures - 1 - position);
}
/// The generation's number in that of a picture.
[[nodiscard]] inline qint64 generationOf(qint64 key)
{
    return key / maxPictures;
}

/// Takes in the words of generations whose pictures have changed, and what these were made of, of `most` of them, the
/// newest first. Inside a transaction of the caller.
[[nodiscard]] Status catchUp(Database &database, int most);
/// How many of them are left.
[[nodiscard]] Result<qint64> behind(Database &database);
/// The pictures of this content (its column) have other tags now.
[[nodiscard]] Status markChanged(Database &database, const QVariant &picture);

} // namespace lightwell::searchindex
