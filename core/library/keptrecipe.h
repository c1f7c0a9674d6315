// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/recipe.h"

namespace lightwell {

class Library;

/// How the picture in a file of the media store was made, as the books have it: its file does not say so where content
/// credentials (C2PA) cover all of it. Nothing for any other file. Waits for the database: call it on the thread pool.
[[nodiscard]] std::optional<Recipe> keptRecipe(Library &library, const QString &file);

} // namespace lightwell
