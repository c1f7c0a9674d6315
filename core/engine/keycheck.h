// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

namespace lightwell {

class SignIns;

/// Asks the vendor whether its key works; costs nothing. Tells Ticket::keyChecked() once, after which the ticket goes.
void checkKey(const EngineParts &parts, SignIns &signIns, const CallPatience &patience, const KeyId &key,
              Ticket *ticket);

} // namespace lightwell
