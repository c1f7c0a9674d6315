// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/attemptprogress.h"

#include <algorithm>

namespace lightwell {

namespace {

/// Of two that wait, the one with no place in the queue, or with the smaller one, is ahead.
bool isBehind(const Progress &one, const Progress &other)
{
    if (one.stage != other.stage) {
        return one.stage < other.stage;
    }
    return one.queuePosition.value_or(0) > other.queuePosition.value_or(0);
}

} // namespace

void CallProgress::take(const Progress &progress)
{
    const std::optional<double> before = told.fraction;
    told = progress;
    told.preview.clear();
    told.text.clear();
    if (before && told.fraction.value_or(0) < *before) {
        told.fraction = before; // a step that tells none, or one from before, takes nothing back
    }
}

Progress progressOf(const std::vector<CallProgress> &calls)
{
    const Progress *furthest = nullptr;
    double sum = 0;
    bool isTold = false;
    for (const CallProgress &call : calls) {
        isTold = isTold || call.told.fraction.has_value();
        sum += call.hasEnded ? 1 : call.told.fraction.value_or(0);
        if (!call.hasEnded && (!furthest || isBehind(*furthest, call.told))) {
            furthest = &call.told;
        }
    }
    Progress all;
    if (furthest) {
        all = *furthest;
    }
    all.fraction.reset();
    if (isTold) {
        all.fraction = std::min(sum / static_cast<double>(calls.size()), 1.0);
    }
    return all;
}

} // namespace lightwell
