// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"

/// What the ledger is to know of an attempt.
namespace lightwell::attemptentry {

/// `money` as the generation and its plan complete it: for what it is, what is asked and what was told. Where nobody
/// knows the price, the dearest of the like bills before is its estimate. Only on the store's thread.
[[nodiscard]] Result<Ledger::Entry> of(Database &database, const Generation &generation, int attempt,
                                       const Ledger::Entry &money);

} // namespace lightwell::attemptentry
