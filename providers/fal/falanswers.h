// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// Makes the error of an answer more exact by either of fal's shapes: model errors {"detail":[{loc,msg,type}]} and
/// platform errors {"detail":"…","error_type":"…"}; also the platform API's {"error":{type,message}}.
void refineFalError(Error &error, const HttpResponse &response);

/// Whether a job that ended in this error is billed, by the answer of its result address: fal never bills a 5xx; a 422
/// counts as billed only if its units say so. `lost`: fal does not know the job, which the message says already.
void settleFalJobError(Error &error, const HttpResponse &response, bool lost);

[[nodiscard]] bool falExplains(const HttpResponse &response); ///< the body is one of fal's own errors
/// Whether it is in a form in which fal documents the end of a job: 422 with "detail", or an error of the model or the
/// platform with its type. Anything else may come from something in between.
[[nodiscard]] bool falTellsEnd(const HttpResponse &response);
[[nodiscard]] bool falStillRunning(const HttpResponse &response);

/// The answer of a finished job at fal: Done with the pictures, or Failed if there are none or all of them were
/// blackened by the safety checker (has_nsfw_concepts). Blackened ones beside good ones are left out. The cost is
/// x-fal-billable-units times the offer's unit price, where the offer has one plain price.
[[nodiscard]] Step readFalResult(const Plan &plan, const HttpResponse &response);

/// What the vendor says it bills for this answer; unknown without the header or a single unconditional price.
[[nodiscard]] Money falCost(const Offer &offer, const HttpResponse &response);

/// The units of x-fal-billable-units; nothing if absent, negative or no number.
[[nodiscard]] std::optional<double> falUnits(const HttpResponse &response);

} // namespace lightwell
