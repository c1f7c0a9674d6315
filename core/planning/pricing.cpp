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

EstimateLine lineOf(const PriceLine &line, double unitUsd)
{
    EstimateLine result;
    result.item = line.item;
    result.unit = line.unit;
    result.unitUsd = unitUsd;
    result.total = Money::unknown();
    return result;
}

/// One line a price: where the first unit of each piece costs more than the others, it is a line of its own.
QList<EstimateLine> reckon(const PriceLine &line, const Quantity &quantity)
{
    EstimateLine others = lineOf(line, line.usd / static_cast<double>(line.per));
    if (!quantity.known) {
        return {others};
    }
    const bool firstDiffers = line.firstUsd >= 0;
    EstimateLine first = lineOf(line, line.firstUsd);
    for (const double each : quantity.each) {
        const double units = billable(line, each);
        const double firstUnits = firstDiffers ? std::min(units, 1.0) : 0;
        first.billableQuantity += firstUnits;
        others.billableQuantity += units - firstUnits;
    }
    QList<EstimateLine> lines;
    for (EstimateLine part : {first, others}) {
        part.total = Money::fromDollars(part.billableQuantity * part.unitUsd);
        if (part.billableQuantity > 0) {
            lines.append(part);
        }
    }
    return lines.isEmpty() ? QList<EstimateLine> {lineOf(line, others.unitUsd)} : lines;
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
        const auto [line, atMost] = matchingLine(group, plan);
        if (line == nullptr) {
            estimate.lines.append(unknownLine(group));
            estimate.total = Money::unknown();
            continue;
        }
        const Quantity quantity = quantityOf(*line, plan);
        if (quantity.known && quantity.each.isEmpty()) {
            continue; // nothing of the kind goes in or out
        }
        const QList<EstimateLine> parts = reckon(*line, quantity);
        for (const EstimateLine &part : parts) {
            estimate.total += part.total;
            estimate.lines.append(part);
        }
        estimate.atMost = estimate.atMost || atMost || quantity.atMost;
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
