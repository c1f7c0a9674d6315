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
    /// What it told where somebody has to look at that: it is not believed, and the cost is unknown; or it is the cost.
    Money doubted = {};
};

/// Moves a cost that nobody would believe (see isBelievable) from `cost` to `doubted`, and takes one that is far beyond
/// what was expected (see isFarBeyond) down there too. The one place where what a vendor tells, or its counters come
/// to, is weighed before it gets into books, pictures and answers. Pure.
void weighCost(const Plan &plan, CallEnd &call);

/// What one call of the plan was named to cost when the vendor took it; unknown where it named nothing, or nothing to
/// be believed. Pure.
[[nodiscard]] Money believedPrice(const Plan &plan, const PlannedCall &call, Money named);

/// What the calls of a plan cost by the prices that were named for them (in their order; unknown: none was), each at
/// least what it was expected to. Unknown: nothing was named. Pure.
[[nodiscard]] Money costByPrices(const Plan &plan, const QList<Money> &named);

/// What a call that did its work costs: at the vendor's word, or else what was made at the price list; unknown where
/// its word was not believed, because then something is wrong that a person has to look at. Pure.
[[nodiscard]] Money costOfCall(const Plan &plan, const CallEnd &call);

/// What an attempt has come to: the money rules in one place, as a value.
struct Verdict
{
    GenerationStatus status = GenerationStatus::Unknown;
    Journal::Settlement settlement = Journal::Settlement::Keep;
    Money cost;
    Money doubted = {}; ///< what the vendor told for calls whose cost somebody has to look at; unknown: for none
    std::optional<Error> error; ///< the one that weighs most: what may be billed, then what is, then what is not
};

/// Judges the ended calls of an attempt. `pictures` is how many are safely on disk. Pure.
[[nodiscard]] Verdict judge(const Plan &plan, const QList<CallEnd> &calls, int pictures, bool cancelled);

/// Adds that somebody has to look at what the vendor told: beside the pictures, or behind what else went wrong.
/// `expected` is the estimate.
void tellDoubt(std::optional<Error> &error, const Verdict &verdict, Money expected);

} // namespace lightwell
