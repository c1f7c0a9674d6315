// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

namespace lightwell {

/// A program that ended between the end of a generation in the journal and that of its notes (see Arrivals) has left
/// these: takes them away. Those of what still runs anywhere, or may be asked for, stay.
void forgetOldArrivals(const EngineParts &parts, QObject *context);

} // namespace lightwell
