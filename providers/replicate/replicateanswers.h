// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// Makes the error of an answer more exact by its words: {"title","detail","status"}, or {"detail"} alone.
void refineReplicateError(Error &error, const Offer &offer);

/// A prediction with a final status. Output is a string, an array of strings or an object with strings somewhere in
/// it; addresses and data: URLs among them are the pictures. The cost is metrics.predict_time times the offer's price
/// per second where it has one; for all others the estimate counts.
[[nodiscard]] Step readPrediction(const Plan &plan, const HttpResponse &response);

} // namespace lightwell
