// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <QStringList>

namespace lightwell {

class Store;

namespace test {

/// Compares the ledger, entry by entry and in its sums, with the attempts of the journal, all of which have ended.
/// Yields what is not as it should be.
[[nodiscard]] QStringList auditLedger(Store &store, const QList<Generation> &generations);

} // namespace test
} // namespace lightwell
