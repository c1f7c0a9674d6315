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
    QList<PriceLine> lines;
};

/// Sorted by what is counted (item and unit), in the order of the list.
[[nodiscard]] QList<PriceGroup> priceGroups(const QList<PriceLine> &lines);

/// The line whose conditions all hold for the plan and are the most specific; null if none holds.
[[nodiscard]] const PriceLine *matchingLine(const PriceGroup &group, const Plan &plan);

} // namespace lightwell
