// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace lightwell {

/// How long a call is waited for and asked about.
struct CallPatience
{
    std::chrono::milliseconds total = std::chrono::minutes(10); ///< for the whole call
    std::chrono::milliseconds silence = std::chrono::seconds(45); ///< of a vendor asked how far it is
    std::chrono::milliseconds fetch = std::chrono::minutes(2); ///< at least for what is made, also after the total
    std::chrono::milliseconds firstPause = std::chrono::milliseconds(500); ///< between questions; it grows
    std::chrono::milliseconds gone = std::chrono::seconds(30); ///< with what may be an end, until it is believed
    std::chrono::milliseconds refused = std::chrono::minutes(2); ///< with 401 and 403
    /// Of a vendor that is asked something before anything is paid: a token, a version, whether a key works.
    std::chrono::milliseconds answer = std::chrono::seconds(15);
    std::chrono::milliseconds question = std::chrono::minutes(1); ///< for all of such a question, however often asked
};

} // namespace lightwell
