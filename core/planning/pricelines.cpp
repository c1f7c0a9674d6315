// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/pricelines.h"

#include <algorithm>

namespace lightwell {

namespace {

/// What the vendor chooses by itself: any condition about it may turn out to hold.
struct OpenChoices
{
    bool size = false;
    bool quality = false;
};

/// How many conditions a line sets, or -1 if one of them does not hold.
int specificity(const PriceLine &line, const Plan &plan, OpenChoices open)
{
    int held = 0;
    const auto check = [&held](bool conditional, bool holds) {
        if (conditional && held >= 0) {
            held = holds ? held + 1 : -1;
        }
    };
    check(!line.quality.isEmpty(), open.quality || line.quality.compare(plan.quality, Qt::CaseInsensitive) == 0);
    check(line.tier.has_value(), line.tier == plan.size.tier || (open.size && !plan.size.tier));
    check(line.size.has_value(), open.size || line.size == plan.size.expected);
    check(line.editing.has_value(), line.editing != plan.request.images.isEmpty());
    return held;
}

/// Of a picture: lines per token differ in the quantity they expect.
double priceOf(const PriceLine &line)
{
    return line.usd / static_cast<double>(line.per) * (line.typicalQuantity > 0 ? line.typicalQuantity : 1);
}

const PriceLine *bestLine(const PriceGroup &group, const Plan &plan, OpenChoices open)
{
    const PriceLine *best = nullptr;
    int most = -1;
    for (const PriceLine &line : group.lines) {
        const int held = specificity(line, plan, open);
        const bool isDearer = best && held == most && (open.size || open.quality) && priceOf(line) > priceOf(*best);
        if (held > most || isDearer) {
            best = &line;
            most = held;
        }
    }
    return best;
}

/// "auto", in so many words or because that is what the vendor takes where nothing is said.
bool hasOpenQuality(const Plan &plan)
{
    const QString automatic = QStringLiteral("auto");
    return plan.quality.compare(automatic, Qt::CaseInsensitive) == 0
        || (plan.quality.isEmpty() && plan.offer.qualities.contains(automatic));
}

} // namespace

bool hasOpenSize(const Plan &plan)
{
    return !plan.size.pixels && !plan.size.expected.isValid();
}

QList<PriceGroup> priceGroups(const QList<PriceLine> &lines)
{
    QList<PriceGroup> groups;
    for (const PriceLine &line : lines) {
        const auto same = [&line](const PriceGroup &group) {
            return group.item == line.item && group.unit == line.unit;
        };
        auto group = std::find_if(groups.begin(), groups.end(), same);
        if (group == groups.end()) {
            groups.append({line.item, line.unit, {}});
            group = groups.end() - 1;
        }
        group->lines.append(line);
    }
    return groups;
}

MatchingLine matchingLine(const PriceGroup &group, const Plan &plan)
{
    const bool openSize = hasOpenSize(plan);
    const PriceLine *best = bestLine(group, plan, {openSize, false});
    if (best == nullptr && hasOpenQuality(plan)) {
        best = bestLine(group, plan, {openSize, true});
    }
    const auto isOpen = [&](const PriceLine &line) {
        return (openSize && (line.size || line.tier)) || (hasOpenQuality(plan) && !line.quality.isEmpty());
    };
    return {best, best != nullptr && std::any_of(group.lines.begin(), group.lines.end(), isOpen)};
}

} // namespace lightwell
