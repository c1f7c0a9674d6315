// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/callstate.h"

namespace lightwell {

bool mayBecome(CallState from, CallState to)
{
    using enum CallState;
    switch (from) {
    case Looking:
        return to == Abandoned || to == Running;
    case Abandoned:
        return to == Looking;
    case Running:
        return to == Unwatched || to == Cancelling || to == Answered;
    case Unwatched:
        return to == Running || to == Cancelling || to == Answered;
    case Cancelling:
        return to == Answered || to == Running; // begun anew for who came meanwhile, where it had cost nothing
    case Answered:
        return to == Delivered;
    case Delivered:
        return false;
    }
    return false;
}

} // namespace lightwell
