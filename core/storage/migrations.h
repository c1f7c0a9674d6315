// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QStringList>

namespace lightwell {

class Database;

/// The numbered steps from an empty file to the present schema; the first is number 1.
[[nodiscard]] QStringList schemaMigrations();

/// Brings `database` to the last of `migrations`, each in a transaction of its own. Before the first change to a
/// file that already holds data, a copy is written to "FILE.v<old>.backup". Refuses files of a newer version and
/// databases that are not Lightwell's. A failed step leaves the file as it was. `file` empty: in memory.
[[nodiscard]] Status migrate(Database &database, const QString &file, const QStringList &migrations);

/// Whether `database` is of exactly the last of `migrations`, for where nothing can be changed.
[[nodiscard]] Status checkVersion(Database &database, const QStringList &migrations);

} // namespace lightwell
