// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "core/model/result.h"

namespace lightwell {

class Database;

/// A generation of which only the ledger knows: what its entries tell, as one whose end is not known.
/// ErrorKind::NotFound: the ledger knows nothing either. Only on the store's thread.
[[nodiscard]] Result<Generation> generationFromLedger(Database &database, const QString &id);

} // namespace lightwell
