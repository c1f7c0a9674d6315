// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journal.h"
#include "core/model/generation.h"

namespace lightwell {

/// How one call of an attempt ended.
struct CallEnd
{
    PlannedCall planned;
    std::optional<Error> error;
    Money cost; ///< as the vendor tells it
    int made = 0; ///< pictures the vendor says it made, also those that could not be fetched; 0: it does not say
};

/// What a call that did its work costs: at the vendor's word, or else what was made at the price list. Pure.
[[nodiscard]] Money costOfCall(const Plan &plan, const CallEnd &call);

/// What an attempt has come to: the money rules in one place, as a value.
struct Verdict
{
    GenerationStatus status = GenerationStatus::Unknown;
    Journal::Settlement settlement = Journal::Settlement::Keep;
    Money cost;
    std::optional<Error> error; ///< the one that weighs most: what may be billed, then what is, then what is not
};

/// Judges the ended calls of an attempt. `pictures` is how many are safely on disk. Pure.
[[nodiscard]] Verdict judge(const Plan &plan, const QList<CallEnd> &calls, int pictures, bool cancelled);

} // namespace lightwell
