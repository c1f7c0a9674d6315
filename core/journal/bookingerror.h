// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

namespace lightwell {

/// What a request has to say in the end where what it made and cost could not be written down (Journal::writeOwed()),
/// after what it says already. `why`: what the database said.
[[nodiscard]] Error bookingNotWritten(const Generation &generation, const Error &why);

} // namespace lightwell
