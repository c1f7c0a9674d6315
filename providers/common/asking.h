// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/adapter.h"

namespace lightwell {

/// A poll, a result fetch or another free call about a known job went wrong in a way that says nothing about the job
/// itself (429, 5xx, 408): ask again, up to sixty times in a row, counted in the state as "misses"; then give up with
/// `error`. The job itself is never submitted again.
[[nodiscard]] Step askAgain(const HttpRequest &request, AdapterState state, const HttpResponse &response,
                            const Error &error);

/// Whether a status may be gone the next time.
[[nodiscard]] bool isPassing(int httpStatus);

} // namespace lightwell
