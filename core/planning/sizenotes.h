// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/draft.h"

namespace lightwell {

/// Whether a picture counts as one of this tier: at most half as many pixels more or less. 1536x1024 is 1K, 1536x1536
/// is not 2K. A wide picture that is as long as the tier's square may have half its pixels: 2048x1152 is 2K to many.
[[nodiscard]] bool meets(QSize size, ResolutionTier tier);

/// With fit other than closest: the exact pixels to deliver. Runs when the vendor's size is settled.
void planExactSize(PlanDraft &draft);

/// Whether pictures come out of the vendor in another size than they are delivered in, as far as can be known.
[[nodiscard]] bool isResized(const Plan &plan);

/// Says what became of size, aspect_ratio, resolution and fit.
void noteSize(PlanDraft &draft);

} // namespace lightwell
