// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

#include <QJsonObject>

namespace lightwell {

/// One call of a plan as the body of generateContent. Aspect ratio and resolution are only sent where they are legal
/// for the offer: the API refuses the whole call otherwise. The fields the planner lets through (Request::extra, such
/// as safetySettings) are merged in, under what was planned.
[[nodiscard]] QJsonObject geminiBody(const Plan &plan, const PlannedCall &call);

} // namespace lightwell
