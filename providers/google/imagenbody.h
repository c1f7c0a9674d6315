// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"
#include "core/model/result.h"

#include <QJsonObject>

namespace lightwell {

/// One call of a plan as the body of Imagen's :predict. The API's own names are fixed, so of Offer::fields only the
/// keys count. A seed is only taken without a watermark. A picture that goes in is edited (with the mask as what may
/// change), or made larger by two or four where that is asked for. Wire::constants and Request::extra are parameters.
/// Fails only if the mask is none.
[[nodiscard]] Result<QJsonObject> imagenBody(const Plan &plan, const PlannedCall &call);

} // namespace lightwell
