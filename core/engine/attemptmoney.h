// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"
#include "core/ledger/unknownprices.h"
#include "core/model/generation.h"

#include <QUrl>

namespace lightwell {

/// On this machine or in its network, and no vendor stands behind it: whoever runs it knows what it costs.
[[nodiscard]] bool isOwnServer(const QUrl &vendor, const QUrl &address);

/// What is reserved for the attempt of this number (from 0) by the generation's plan, and whether its price may be
/// unknown.
[[nodiscard]] Ledger::Entry attemptMoney(const Generation &generation, int number, UnknownPrices allowed,
                                         bool isOwnServer);

} // namespace lightwell
