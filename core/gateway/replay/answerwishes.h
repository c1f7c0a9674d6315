// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"
#include "core/gateway/replay/replaymode.h"
#include "core/model/result.h"

#include <chrono>

namespace lightwell {

/// What the gateway does where a call's headers do not say otherwise.
struct AnswerDefaults
{
    ReplayMode replay = ReplayMode::Off;
    std::chrono::seconds cache {}; ///< how long the answer of a call with a seed is good for its equals; 0: off
    bool coalesces = false;

    friend bool operator==(const AnswerDefaults &, const AnswerDefaults &) = default;
};

/// How a call may be answered other than by paying for it.
struct AnswerWishes
{
    ReplayMode replay = ReplayMode::Off;
    ReplayMatch match = ReplayMatch::Standard;
    QStringList fields; ///< of ReplayMatch::Specific; never empty there
    QString recording; ///< of ReplayMatch::Pinned; never empty there
    std::chrono::seconds cache {}; ///< 0: off
    bool isCacheRenewed = false; ///< what is kept is passed over, and the new answer takes its place
    bool coalesces = false; ///< an equal call that runs already may answer this one as well, and the other way round

    friend bool operator==(const AnswerWishes &, const AnswerWishes &) = default;
};

namespace answerlimits {

inline constexpr std::chrono::seconds usualCache {300};
inline constexpr std::chrono::seconds longestCache {86'400};

} // namespace answerlimits

/// Reads X-Lightwell-Replay, -Replay-Match, -Replay-Fields and -Replay-Recording (Lumenfall's names are taken as well),
/// X-Lightwell-Cache, -Cache-TTL and -Cache-Clear (OpenRouter's names, too), and X-Lightwell-Coalesce. A header wins
/// over the default. Misspelt, said twice, or without what it needs it is an error that says what to do: passed over,
/// it would cost money.
[[nodiscard]] Result<AnswerWishes> answerWishesOf(const GatewayRequest &request, const AnswerDefaults &defaults);

} // namespace lightwell
