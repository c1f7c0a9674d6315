// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// The answer of a finished job at fal: Done with the pictures, or Failed if there are none or all of them were
/// blackened by the safety checker (has_nsfw_concepts). Blackened ones beside good ones are left out. The cost is
/// x-fal-billable-units times the offer's unit price, where the offer has one plain price.
[[nodiscard]] Step readFalResult(const Plan &plan, const HttpResponse &response);

/// What the vendor says it bills for this answer; unknown without the header or a single unconditional price.
[[nodiscard]] Money falCost(const Offer &offer, const HttpResponse &response);

/// The units of x-fal-billable-units; nothing if absent, negative or no number.
[[nodiscard]] std::optional<double> falUnits(const HttpResponse &response);

} // namespace lightwell
