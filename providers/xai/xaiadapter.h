// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <memory>

namespace lightwell {

/// xAI's images API (xai-proto of 2026-05-17 and its documentation), in OpenAI's dialect, but edits are JSON too: one
/// picture in "image", several in "images". What its filter keeps back it tells with a success; what a call cost it
/// tells exactly. A wrong key may be a 400.
///
/// Unconfirmed: how long prompts may be, how many pictures may go in (offers say the least that was told), and whether
/// a withheld picture is billed where the answer names no cost.
///
/// More than the 80 lines of an OpenAI-like vendor, since edits are JSON, and costs and what is withheld stand in the
/// answer.
[[nodiscard]] std::unique_ptr<Adapter> xaiAdapter();

} // namespace lightwell
