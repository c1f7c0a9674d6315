// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// When something that costs nothing is asked for again.
namespace lightwell::retries {

constexpr int maxRepeats = 5; ///< of the same request

/// A refusal for the moment: asking again costs nothing.
[[nodiscard]] constexpr bool isPassing(int status)
{
    return status == 429 || status == 502 || status == 503 || status == 504;
}

} // namespace lightwell::retries
