// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/pricelines.h"

#include <algorithm>

namespace lightwell {

namespace {

/// How many conditions a line sets, or -1 if one of them does not hold.
int specificity(const PriceLine &line, const Plan &plan)
{
    int conditions = 0;
    if (!line.quality.isEmpty()) {
        if (line.quality.compare(plan.quality, Qt::CaseInsensitive) != 0) {
            return -1;
        }
        ++conditions;
    }
    if (line.tier) {
        if (line.tier != plan.size.tier) {
            return -1;
        }
        ++conditions;
    }
    if (line.size) {
        if (line.size != plan.size.expected) {
            return -1;
        }
        ++conditions;
    }
    if (line.editing) {
        if (line.editing == plan.request.images.isEmpty()) {
            return -1;
        }
        ++conditions;
    }
    return conditions;
}

} // namespace

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

const PriceLine *matchingLine(const PriceGroup &group, const Plan &plan)
{
    const PriceLine *best = nullptr;
    int bestConditions = -1;
    for (const PriceLine &line : group.lines) {
        const int conditions = specificity(line, plan);
        if (conditions > bestConditions) {
            best = &line;
            bestConditions = conditions;
        }
    }
    return best;
}

} // namespace lightwell
