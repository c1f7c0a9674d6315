// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

namespace lightwell {

class Database;

/// The part of migration 004 that SQL cannot do alone: each generation from old_generations, whose JSON held all of it,
/// to generations, attempts, offers and pictures; hashes from digits to bytes. One row at a time, so that memory does
/// not grow with the history. Like a script that was released it is never changed, and so uses nothing of the rooms
/// whose tables these are.
[[nodiscard]] Status takeGenerationsApart(Database &database);

} // namespace lightwell
