// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/request.h"
#include "core/model/result.h"

#include <optional>

namespace lightwell {

class Terminal;

/// The prompt "-" is all of standard input, without blanks at its ends. Errors are wrong usage. None: a stop signal
/// came while it was waited for.
[[nodiscard]] std::optional<Status> readPromptInput(Request &request, Terminal &terminal);

} // namespace lightwell
