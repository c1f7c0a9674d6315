// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/generationcall.h"
#include "core/model/generation.h"

namespace lightwell::openrouter {

/// The object `openrouter_metadata`, as OpenRouter's guide "Router Metadata" has it: which providers there were, which
/// one was taken, and what was tried. `region` is null: Lightwell has none.
[[nodiscard]] QJsonObject routeMetadata(const Generation &generation);

/// Lightwell's own object `metadata`, as in its other dialects, with the fields of the call that were ignored.
[[nodiscard]] QJsonObject ownMetadata(const GenerationCall &call, const Generation &generation);

/// False where it ended here, before anything was sent: a budget, or a key or journal that could not be had.
[[nodiscard]] bool wasAsked(const Attempt &attempt);

/// One entry for each attempt that brought nothing: {"provider", "code", "status"}.
[[nodiscard]] QJsonArray previousErrors(const Generation &generation);

} // namespace lightwell::openrouter
