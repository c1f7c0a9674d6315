// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/request.h"
#include "core/model/result.h"

#include <QStringList>

namespace lightwell {
class Database;
}

/// Input pictures may be large and come back in every attempt, so their bytes lie once in a table of their own, and a
/// request has references in their place. Only on the store's thread; whatever writes, inside a transaction of the
/// caller.
namespace lightwell::inputrows {

/// Takes the bytes out of the request, keeps them, and leaves references, and of links what a record may have. Yields
/// what they are called.
[[nodiscard]] Result<QStringList> moveOut(Database &database, Request &request);
/// Which of them belong to the generation of this row.
[[nodiscard]] Status write(Database &database, qint64 sequence, const QStringList &hashes);
/// Puts the bytes back in the place of the references.
[[nodiscard]] Status bringBack(Database &database, Request &request);
/// The same without them: what was a reference is empty.
void leaveOut(Request &request);

} // namespace lightwell::inputrows
