// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

namespace lightwell {

/// The vendors' token counters of a generation, as far as they tell any.
struct CountedTokens
{
    qint64 prompt = 0;
    qint64 promptImages = 0; ///< of those of the prompt
    qint64 completion = 0;
    qint64 images = 0; ///< of those of the completion
    std::optional<qint64> cached = {}; ///< of the prompt, what the vendor had read before; nothing: it does not say
    std::optional<qint64> thought = {}; ///< of the completion, what nobody sees; likewise

    [[nodiscard]] qint64 total() const { return prompt + completion; }
    friend bool operator==(const CountedTokens &, const CountedTokens &) = default;
};

/// Of all its attempts.
[[nodiscard]] CountedTokens tokensOf(const Generation &generation);

} // namespace lightwell
