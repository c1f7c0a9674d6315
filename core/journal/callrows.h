// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journal.h"

namespace lightwell {
class Database;
}

/// The rows of the vendor calls of attempts. Only on the store's thread; whatever writes, inside a transaction of the
/// caller.
namespace lightwell::callrows {

/// Those of the generation's plan, as calls of this attempt. `sequence` names the generation.
[[nodiscard]] Status write(Database &database, qint64 sequence, const Generation &generation, int attempt);
/// All of a generation's, by attempt and number.
[[nodiscard]] Result<QList<JournalCall>> read(Database &database, const QString &generation);

} // namespace lightwell::callrows
