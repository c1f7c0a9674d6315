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

/// The pause the vendor asks for before the next poll, but never none at all: a "Retry-After: 0" must not become a
/// storm. Nothing where it does not ask.
[[nodiscard]] std::optional<std::chrono::milliseconds> pauseAskedBy(const HttpResponse &response);

/// Whether a status may be gone the next time.
[[nodiscard]] bool isPassing(int httpStatus);

} // namespace lightwell
