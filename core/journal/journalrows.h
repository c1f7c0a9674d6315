// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journal.h"

namespace lightwell {
class Database;
class Rows;
}

namespace lightwell::journalrows {

[[nodiscard]] QString originName(Origin::Kind kind); ///< as the column has it

/// How generations lie in the database. Only on the store's thread, inside a transaction of the caller.
///
/// Input pictures may be large and come back in every attempt, so their bytes lie once in a table of their own
/// and the JSON holds a reference in their place.
[[nodiscard]] Status writeGeneration(Database &database, const Generation &generation, const QString &owner);
[[nodiscard]] Status writeCalls(Database &database, const Generation &generation, int attempt);

enum class Inputs { LeaveOut, Bring };
/// A row whose JSON cannot be read, or is of another generation than `id`, is an error.
[[nodiscard]] Result<Generation> readGeneration(Database &database, const QString &id, const QByteArray &json,
                                                Inputs inputs);
/// What is known without the JSON, of columns from `first` on: id, status, model, provider, origin, client, created_at,
/// ended_at, estimate, cost.
[[nodiscard]] Generation readColumns(const Rows &row, int first);
[[nodiscard]] Result<QList<JournalCall>> readCalls(Database &database, const QString &generation);

} // namespace lightwell::journalrows
