// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/asking.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {
// With the engine's back-off of up to five seconds this outlasts several minutes of trouble at the vendor.
constexpr int kMostMisses = 60;
constexpr std::chrono::milliseconds kShortestPause(100);
} // namespace

Step askAgain(const HttpRequest &request, AdapterState state, const HttpResponse &response, const Error &error)
{
    const int misses = state.value("misses"_L1).toInt() + 1;
    if (misses > kMostMisses) {
        return Failed {error};
    }
    state.insert("misses"_L1, misses);
    return Wait {request, state, pauseAskedBy(response), std::nullopt, std::nullopt};
}

std::optional<std::chrono::milliseconds> pauseAskedBy(const HttpResponse &response)
{
    const std::optional<std::chrono::milliseconds> asked = response.retryAfter();
    return asked ? std::optional(std::max(*asked, kShortestPause)) : std::nullopt;
}

bool isPassing(int httpStatus)
{
    return httpStatus == 408 || httpStatus == 425 || httpStatus == 429 || (httpStatus >= 500 && httpStatus < 600);
}

} // namespace lightwell
