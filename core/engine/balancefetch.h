// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

namespace lightwell {

class SignIns;

/// Asks a vendor what is left of the money there; costs nothing. Tells Ticket::balanceTold() once, after which the
/// ticket goes.
void fetchBalance(const EngineParts &parts, SignIns &signIns, const BalanceReader &reader, Ticket *ticket);

} // namespace lightwell
