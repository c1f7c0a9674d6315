// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace lightwell {

/// Where a call in the book stands.
enum class CallState {
    Looking, ///< the journal is asked whether an earlier run of the program has begun it
    Abandoned, ///< the same, but whoever waited has left: nothing shall be begun
    Running, ///< and somebody waits
    Unwatched, ///< runs on although nobody waits, for the grace period: a repetition may come
    Cancelling, ///< is told to end
    Answered, ///< has ended; no answer has left yet, whole
    Delivered, ///< one has left; whether it arrived shows later (BookedCall::isSettled)
};

/// Whether a call may go from one state to the other; never to the same.
[[nodiscard]] bool mayBecome(CallState from, CallState to);

} // namespace lightwell
