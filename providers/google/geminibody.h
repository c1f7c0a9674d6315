// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

#include <QJsonObject>

namespace lightwell {

/// One call of a plan as the body of generateContent. Aspect ratio and resolution are only sent where they are legal
/// for the offer: the API refuses the whole call otherwise. The caller's own fields (Request::extra, such as
/// safetySettings) are merged last, but replace neither the contents nor the number of pictures.
[[nodiscard]] QJsonObject geminiBody(const Plan &plan, const PlannedCall &call);

/// The API takes seeds of 31 bits; larger or negative ones are folded into that range.
[[nodiscard]] qint64 geminiSeed(qint64 seed);

} // namespace lightwell
