// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

namespace lightwell {
class Database;
}

/// Generations that run, but of whose record too much is damaged for anybody to go on with them. Only on the store's
/// thread, inside a transaction of the caller.
namespace lightwell::setaside {

/// Whether money is reserved for it, but what was to be sent for that money is not known any more.
[[nodiscard]] Result<bool> lacksWhatItPaysFor(Database &database, const Generation &generation);

/// Its end is unknown, and what is reserved for it stays so: it may be billed. Nothing else of its rows changes, for
/// whoever can read them one day; a person settles it by hand.
[[nodiscard]] Status setAside(Database &database, qint64 sequence, const QString &id);

} // namespace lightwell::setaside
