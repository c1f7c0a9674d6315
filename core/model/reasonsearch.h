// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

#include <functional>

namespace lightwell {

/// Whether it is true of a reason or of one among its sentences.
[[nodiscard]] bool anyReason(const Reason &reason, const std::function<bool(const Reason &)> &isSo);

/// Whether a reason is the one with this code, or has it among its sentences.
[[nodiscard]] bool holdsReason(const Reason &reason, const char *code);

/// The same with `better` in place of the reason with this code.
[[nodiscard]] Reason withReplaced(const Reason &reason, const char *code, const Reason &better);

} // namespace lightwell
