// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

namespace lightwell {

/// Whether a reason is the one with this code, or has it among its sentences.
[[nodiscard]] bool holdsReason(const Reason &reason, const char *code);

/// The same with `better` in place of the reason with this code.
[[nodiscard]] Reason withReplaced(const Reason &reason, const char *code, const Reason &better);

} // namespace lightwell
