// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace lightwell {

/// Where the answer of a call comes from, as far as that is not just a vendor; what its metadata and headers tell.
struct AnswerSource
{
    /// What became of record and replay.
    enum class Replay {
        Hit, ///< a recording answers
        Miss, ///< there was none
        Mock, ///< a placeholder answers
        Recorded, ///< paid for, and kept
        NotRecorded, ///< to be kept, but it did not complete, or cannot be kept
    };
    enum class Cache {
        Hit,
        Miss,
        Bypass, ///< wished for, but nothing is kept: no seed was said
    };
    QString mode; ///< of record and replay (replayModeName()); empty: off
    std::optional<Replay> replay;
    QString recording; ///< its id, of a hit or what was recorded
    QDateTime recordedAt;
    std::optional<Cache> cache; ///< nothing: not wished for
    qint64 cacheAge = 0; ///< seconds; of a hit
    qint64 cacheTtl = 0; ///< seconds
    QString cachedGeneration; ///< which was paid for; of a hit
    bool isShared = false; ///< it is the answer of an equal call that ran already

    /// Nothing was paid for it, now. Of a shared one the other call was.
    [[nodiscard]] bool isFree() const;
    /// "replay", "cached" and "coalesced", as far as there is something to tell.
    [[nodiscard]] QJsonObject metadata() const;
    void addTo(GatewayResponse &response) const; ///< as headers
    friend bool operator==(const AnswerSource &, const AnswerSource &) = default;
};

} // namespace lightwell
