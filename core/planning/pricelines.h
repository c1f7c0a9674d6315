// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

namespace lightwell {

/// Price lines for the same thing, of which one counts.
struct PriceGroup
{
    PriceLine::Item item = PriceLine::Item::OutputImage;
    PriceLine::Unit unit = PriceLine::Unit::Image;
    QList<const PriceLine *> lines; ///< of the list that it was made of
};

/// Sorted by what is counted (item and unit), in the order of the list.
[[nodiscard]] QList<PriceGroup> priceGroups(const QList<PriceLine> &lines);

struct MatchingLine
{
    const PriceLine *line = nullptr;
    bool atMost = false; ///< the vendor chooses itself what its conditions are about: this is the dearest choice
};

/// The line whose conditions all hold for the plan and are the most specific; none if none holds. Where the vendor
/// chooses the size itself, or the quality ("auto"), it is the dearest that it can choose, so that budgets hold.
[[nodiscard]] MatchingLine matchingLine(const PriceGroup &group, const Plan &plan);

} // namespace lightwell
