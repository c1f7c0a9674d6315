// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/call.h"

namespace lightwell::mcp {

/// Characters that an answer may have: what widely used clients hand on to their assistants whole.
inline constexpr qsizetype longestAnswer = 690'000;

/// The result for a job that has ended: its report, a preview of each picture and links to the whole files. Reads files
/// and encodes: call it on the thread pool.
[[nodiscard]] QJsonObject jobResult(const Generation &outcome, const UriOf &uriOf, Revision revision);

} // namespace lightwell::mcp
