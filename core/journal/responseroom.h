// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/responserows.h"

/// Which answers that are kept (responserows.h) give way. Only on the store's thread, inside a transaction of the
/// caller.
namespace lightwell::responserows {

/// Under which name an answer is found in stored_response_items by those that go on with it. No item is named so.
[[nodiscard]] QString linkTo(const QString &response);

/// Whole conversations go, those first that nobody has gone on with for longest: what is left always has all that was
/// said before it.
[[nodiscard]] Status makeRoom(Database &database, const QString &client, const Bounds &bounds);

} // namespace lightwell::responserows
