// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

namespace lightwell::openrouter {

/// The vendors' token counters of a generation, as far as they tell any.
struct Tokens
{
    qint64 prompt = 0;
    qint64 completion = 0;
    qint64 images = 0; ///< of those of the completion

    friend bool operator==(const Tokens &, const Tokens &) = default;
};
[[nodiscard]] Tokens tokensOf(const Generation &generation);

/// The object `usage`: {prompt_tokens, completion_tokens, total_tokens, cost, is_byok …}. `cost` is what
/// the vendor bills, in dollars; it is not there where that is not known, since widely used clients do not take null.
/// OpenRouter's `is_byok` means that the key's owner pays beside that cost; here everything is in it, so it is false.
[[nodiscard]] QJsonObject usageOf(const Generation &generation);

} // namespace lightwell::openrouter
