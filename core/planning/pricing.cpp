// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/plausiblecost.h"
#include "core/planning/fieldnames.h"
#include "core/planning/planner.h"
#include "core/planning/pricelines.h"
#include "core/planning/quantities.h"

#include <algorithm>
#include <cmath>

namespace lightwell {

namespace {

constexpr double tiny = 1e-9;

/// Megapixels as the vendor bills them: whole ones, at least one; or to the fraction; never more than its limit.
double billable(const PriceLine &line, double asked)
{
    const double quantity = line.maxQuantity > 0 ? std::min(asked, line.maxQuantity) : asked;
    const bool rounds = line.unit == PriceLine::Unit::Megapixel && line.roundUp;
    return rounds ? std::max(1.0, std::ceil(quantity - tiny)) : quantity;
}

/// The price of so many units in one go; the first may cost more than the others.
double dollarsFor(const PriceLine &line, double units)
{
    const double each = line.usd / static_cast<double>(line.per);
    if (line.firstUsd < 0) {
        return units * each;
    }
    return std::min(units, 1.0) * line.firstUsd + std::max(0.0, units - 1) * each;
}

EstimateLine reckon(const PriceLine &line, const Quantity &quantity)
{
    EstimateLine result;
    result.item = line.item;
    result.unit = line.unit;
    result.unitUsd = line.usd / static_cast<double>(line.per);
    result.total = Money::unknown();
    if (!quantity.known) {
        return result;
    }
    double dollars = 0;
    for (const double each : quantity.each) {
        const double units = billable(line, each);
        result.quantity += each;
        result.billableQuantity += units;
        dollars += dollarsFor(line, units);
    }
    result.total = Money::fromDollars(dollars);
    return result;
}

EstimateLine unknownLine(const PriceGroup &group)
{
    EstimateLine line;
    line.item = group.item;
    line.unit = group.unit;
    line.total = Money::unknown();
    return line;
}

} // namespace

Estimate estimateCost(const Plan &plan)
{
    Estimate estimate;
    const QList<PriceGroup> groups = priceGroups(plan.offer.prices);
    if (groups.isEmpty()) {
        return estimate;
    }
    estimate.total = Money::zero();
    for (const PriceGroup &group : groups) {
        const PriceLine *line = matchingLine(group, plan);
        if (line == nullptr) {
            estimate.lines.append(unknownLine(group));
            estimate.total = Money::unknown();
            continue;
        }
        const Quantity quantity = quantityOf(*line, plan);
        if (quantity.known && quantity.each.isEmpty()) {
            continue; // nothing of the kind goes in or out
        }
        const EstimateLine part = reckon(*line, quantity);
        estimate.total += part.total;
        estimate.lines.append(part);
    }
    if (estimate.total.isKnown() && estimate.total.micros() > (maxPerCall * plan.calls.size()).micros()) {
        estimate.total = Money::unknown(); // nobody's price list says so
    }
    if (mayCostExtra({}, plan.request.extra)) {
        estimate.total = Money::unknown(); // the lines stay: so much it costs at least
    }
    return estimate;
}

} // namespace lightwell
