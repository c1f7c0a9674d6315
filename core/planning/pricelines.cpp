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

/// How many conditions of a line hold for sure, or -1 if one of them does not hold. One about what is open holds, but
/// may turn out not to: it makes a line no better than another.
int specificity(const PriceLine &line, const Plan &plan, OpenChoices open)
{
    int held = 0;
    const auto check = [&held](bool conditional, bool holds, bool mayHold = false) {
        if (conditional && held >= 0) {
            held = holds ? held + 1 : (mayHold ? held : -1);
        }
    };
    check(!line.quality.isEmpty(), line.quality.compare(plan.quality, Qt::CaseInsensitive) == 0, open.quality);
    check(line.tier.has_value(), line.tier == plan.size.tier, open.size && !plan.size.tier);
    check(line.size.has_value(), line.size == plan.size.expected, open.size);
    check(line.editing.has_value(), line.editing != plan.request.images.isEmpty());
    check(line.style.has_value(), line.style != plan.request.imagesFor(ImageRole::Style).isEmpty());
    check(line.character.has_value(), line.character != plan.request.imagesFor(ImageRole::Character).isEmpty());
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
    for (const PriceLine *line : group.lines) {
        const int held = specificity(*line, plan, open);
        const bool isDearer = best && held == most && (open.size || open.quality) && priceOf(*line) > priceOf(*best);
        if (held > most || isDearer) {
            best = line;
            most = held;
        }
    }
    return best;
}

/// Whether the vendor chooses the pixels itself, and nobody knows which.
bool hasOpenSize(const Plan &plan)
{
    return !plan.size.pixels && !plan.size.expected.isValid();
}

/// "auto", in so many words or because that is what the vendor takes where nothing is said.
bool hasOpenQuality(const Plan &plan)
{
    const QString automatic = QStringLiteral("auto");
    return plan.quality.compare(automatic, Qt::CaseInsensitive) == 0
        || (plan.quality.isEmpty() && plan.offer.qualities.contains(automatic));
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
        group->lines.append(&line);
    }
    return groups;
}

MatchingLine matchingLine(const PriceGroup &group, const Plan &plan)
{
    const OpenChoices open {hasOpenSize(plan), hasOpenQuality(plan)};
    const auto isAboutOpen = [&open](const PriceLine *line) {
        return (open.size && (line->size || line->tier)) || (open.quality && !line->quality.isEmpty());
    };
    const PriceLine *best = bestLine(group, plan, open);
    return {best, best != nullptr && std::any_of(group.lines.begin(), group.lines.end(), isAboutOpen)};
}

} // namespace lightwell
