// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace lightwell {

/// What becomes of a call besides, or instead of, being paid for: Lumenfall's modes of record and replay.
enum class ReplayMode {
    Off, ///< neither recorded nor looked up
    Record, ///< always paid for, and kept
    ReplayOrMock, ///< a recording, else a placeholder
    ReplayOrError, ///< a recording, else RECORDING_NOT_FOUND
    ReplayOrLive, ///< a recording, else paid for
    ReplayOrRecord, ///< a recording, else paid for and kept
    Mock, ///< always a placeholder
};

[[nodiscard]] QString replayModeName(ReplayMode mode); ///< "off", "replay-or-mock", …
[[nodiscard]] std::optional<ReplayMode> replayModeFromName(const QString &name); ///< exactly so
[[nodiscard]] const QStringList &replayModeNames();
[[nodiscard]] bool looksForRecordings(ReplayMode mode);
[[nodiscard]] bool recordsAnswers(ReplayMode mode); ///< those that are paid for
[[nodiscard]] bool drawsPlaceholders(ReplayMode mode); ///< at least where there is no recording

/// Which recording answers a call.
enum class ReplayMatch {
    Standard, ///< all that shapes the answer is alike; the prompt may be another
    Strict, ///< the same body, byte for byte (of a form: its parts), at the same path
    Specific, ///< the named fields are alike
    Pinned, ///< the one with this id
};

[[nodiscard]] std::optional<ReplayMatch> replayMatchFromName(const QString &name); ///< "standard", …
[[nodiscard]] const QStringList &replayMatchNames();

} // namespace lightwell
