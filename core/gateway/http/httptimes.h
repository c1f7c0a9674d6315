// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <chrono>

namespace lightwell {

/// How long a client may take.
struct HttpTimes
{
    std::chrono::milliseconds head = std::chrono::seconds(15); ///< all of it, not between two bytes
    std::chrono::milliseconds body = std::chrono::minutes(2); ///< at most, however fast it comes
    std::chrono::milliseconds begin = std::chrono::seconds(10); ///< for a body, before its speed counts
    /// Without taking any of its answer, and before its speed counts.
    std::chrono::milliseconds stall = std::chrono::seconds(75);
    qint64 slowest = 4LL * 1024; ///< bytes a second, on the average, of a body and of an answer
    std::chrono::milliseconds look = std::chrono::seconds(1); ///< between two looks at what is unsent altogether
    std::chrono::milliseconds linger = std::chrono::seconds(2); ///< for an unread body after a refusal
    /// Before the next request on a connection; clients are told less. 0: each connection is good for one request.
    std::chrono::milliseconds idle = std::chrono::seconds(30);

    /// How much longer something may take of which `moved` bytes have moved in `elapsed`; never negative.
    [[nodiscard]] std::chrono::milliseconds left(std::chrono::milliseconds grace, qint64 moved,
                                                 std::chrono::milliseconds elapsed) const
    {
        const std::chrono::milliseconds earned(moved * 1000 / std::max<qint64>(1, slowest));
        return std::max(std::chrono::milliseconds(0), grace + earned - elapsed);
    }
    friend bool operator==(const HttpTimes &, const HttpTimes &) = default;
};

} // namespace lightwell
