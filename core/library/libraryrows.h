// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/librarydetails.h"
#include "core/library/libraryfilter.h"
#include "core/media/recipe.h"
#include "core/model/result.h"

namespace lightwell {
class Database;
}

/// Pictures with all that is said of them. Only on the store's thread.
namespace lightwell::libraryrows {

/// Newest first.
[[nodiscard]] Result<QList<LibraryEntry>> search(Database &database, const LibraryFilter &filter, int limit,
                                                 qint64 offset);
/// By their keys (searchindex::keyOf), in the order of these; those that are not there are left out.
[[nodiscard]] Result<QList<LibraryEntry>> entries(Database &database, const QList<qint64> &keys);
/// Nothing: there is none of this key.
[[nodiscard]] Result<std::optional<LibraryDetails>> details(Database &database, qint64 key);
/// As the last generation made it. Nothing: there is no picture of this id.
[[nodiscard]] Result<std::optional<Recipe>> recipe(Database &database, const QString &picture);
[[nodiscard]] Result<LibraryChoices> choices(Database &database);

} // namespace lightwell::libraryrows
