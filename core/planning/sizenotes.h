// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/draft.h"

namespace lightwell {

/// With fit other than closest: the exact pixels to deliver. Runs when the vendor's size is settled.
void planExactSize(PlanDraft &draft);

/// Whether pictures come out of the vendor in another size than they are delivered in, as far as can be known.
[[nodiscard]] bool isResized(const Plan &plan);

/// Says what became of size, aspect_ratio, resolution and fit.
void noteSize(PlanDraft &draft);

} // namespace lightwell
