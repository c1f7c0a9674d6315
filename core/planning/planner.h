// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"
#include "core/model/result.h"
#include "core/planning/fieldnames.h"

namespace lightwell {

/// Lays a request onto an offer. Pure: the same two values always give the same plan, and the plan is legal for
/// the offer. An error says which field to change and how. Seeds are never invented here.
///
/// Fields in the vendor's own words (Request::extra) are read first: what Lightwell plans itself becomes a parameter of
/// the plan's request or is dropped with the reason, and so is what only other vendors know (`names`, those of the
/// catalog); the rest goes out as it is, and is reported as unread. So nothing is bought past the plan.
///
/// Size: explicit pixels win over a ratio with a tier, that over a ratio alone, that over a tier alone. Pixels are
/// taken as they are where legal; else the nearest ratio by |ln|, then the nearest area, ties to the larger.
/// With request.strict, a plan that would emulate, drop or miss anything is an error (ErrorKind::Invalid, code
/// "strict") whose reason lists what.
[[nodiscard]] Result<Plan> makePlan(const Request &request, const Offer &offer, const FieldNames &names = {});

/// The pixels that come out of the plan, as far as is known; else invalid. What is told before a picture is made,
/// wherever it is told.
[[nodiscard]] QSize sizeThatComesOut(const Plan &plan);

/// What the plan's pictures would cost at the offer's price lines. Also the real cost where a vendor tells no more
/// than how many pictures it made.
[[nodiscard]] Estimate estimateCost(const Plan &plan);

} // namespace lightwell
