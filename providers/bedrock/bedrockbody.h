// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"
#include "core/model/result.h"

#include <QJsonObject>

namespace lightwell {

/// One call of a plan in the schema of the model's maker, as its id tells: Amazon's ("amazon.…") or Stability AI's.
///
/// Amazon's own names are fixed, so of Offer::fields only the keys count there; a picture without a mask becomes an
/// image variation, for which a strength of 0.3 means a similarity of 0.7. Of Stability AI's models, those that also
/// make pictures from words take no ratio beside a picture, and need a strength.
/// Fails only if the mask is none.
[[nodiscard]] Result<QJsonObject> bedrockBody(const Plan &plan, const PlannedCall &call);

} // namespace lightwell
