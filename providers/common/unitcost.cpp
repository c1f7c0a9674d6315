// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/unitcost.h"

#include <algorithm>

namespace lightwell {

Money unitCost(const Offer &offer, double units, std::initializer_list<PriceLine::Unit> known)
{
    if (offer.prices.size() != 1) {
        return Money::unknown();
    }
    const PriceLine &line = offer.prices.first();
    const bool plain = line.item == PriceLine::Item::OutputImage && line.firstUsd < 0 && line.per > 0
        && line.quality.isEmpty() && !line.tier && !line.size;
    if (!plain || std::find(known.begin(), known.end(), line.unit) == known.end()) {
        return Money::unknown();
    }
    return Money::fromDollars(units * line.usd / static_cast<double>(line.per));
}

} // namespace lightwell
