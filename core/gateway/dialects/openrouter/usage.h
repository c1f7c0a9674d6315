// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

namespace lightwell::openrouter {

/// The object `usage`: {prompt_tokens, completion_tokens, total_tokens, cost, is_byok …}. `cost` is what
/// the vendor bills, in dollars; it is not there where that is not known, since widely used clients do not take null.
/// OpenRouter's `is_byok` means that the key's owner pays beside that cost; here everything is in it, so it is false.
[[nodiscard]] QJsonObject usageOf(const Generation &generation);

} // namespace lightwell::openrouter
