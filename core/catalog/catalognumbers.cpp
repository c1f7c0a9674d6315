// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/cataloglimits.h"
#include "core/catalog/catalogtext.h"
#include "core/model/offerlimits.h"

#include <algorithm>
#include <cmath>

namespace lightwell {

using namespace offerlimits;

namespace {

constexpr qsizetype maxSizes = 1000;
constexpr qsizetype maxPrices = 500;

bool isSize(QSize size)
{
    return !size.isEmpty() && size.width() <= largestSide && size.height() <= largestSide;
}

bool isWithin(double value, double least, double most)
{
    return std::isfinite(value) && value >= least && value <= most;
}

std::optional<QString> faultInList(const SizeList &list)
{
    if (list.sizes.isEmpty() || list.sizes.size() > maxSizes
        || !std::all_of(list.sizes.cbegin(), list.sizes.cend(), isSize)) {
        return CatalogText::tr("the list of sizes is empty, too long, or has an unusable entry.");
    }
    return std::nullopt;
}

std::optional<QString> faultInRatios(const SizeRatios &rule)
{
    if (rule.ratios.isEmpty() || rule.ratios.size() > maxSizes || rule.tiers.size() > maxSizes) {
        return CatalogText::tr("the list of aspect ratios is empty or too long.");
    }
    const auto usable = [](AspectRatio ratio) {
        return ratio.width > 0 && ratio.height > 0 && isWithin(ratio.value(), 1 / largestRatio, largestRatio);
    };
    const auto known = [&usable](const SizeRatios::Known &entry) { return usable(entry.ratio) && isSize(entry.size); };
    if (!std::all_of(rule.ratios.cbegin(), rule.ratios.cend(), usable) || rule.known.size() > maxSizes
        || !std::all_of(rule.known.cbegin(), rule.known.cend(), known)
        || !isWithin(static_cast<double>(rule.pixelBudget), 1, static_cast<double>(maxPixels))) {
        return CatalogText::tr("an aspect ratio, its size or the number of pixels is out of range.");
    }
    return std::nullopt;
}

std::optional<QString> faultInAnyRatio(const SizeAnyRatio &rule)
{
    const auto usable = [](AspectRatio ratio) { return isWithin(ratio.value(), 1 / largestRatio, largestRatio); };
    if (!usable(rule.least) || !usable(rule.most) || !usable(rule.preferred) || !rule.allows(rule.preferred)
        || rule.tiers.size() > maxSizes
        || !isWithin(static_cast<double>(rule.pixelBudget), 1, static_cast<double>(maxPixels))) {
        return CatalogText::tr("the preferred ratio does not lie between the two others, or one is out of range.");
    }
    return std::nullopt;
}

std::optional<QString> faultInRange(const SizeRange &rule)
{
    const bool sides = rule.minSide >= 0 && rule.maxSide >= 0 && rule.minSide <= largestSide
        && rule.maxSide <= largestSide && rule.multipleOf >= 1 && rule.multipleOf <= largestMultiple;
    const bool pixels =
        rule.minPixels >= 0 && rule.maxPixels >= 0 && rule.minPixels <= maxPixels && rule.maxPixels <= maxPixels;
    if (!sides || !pixels || !isWithin(rule.minRatio, 0, largestRatio) || !isWithin(rule.maxRatio, 0, largestRatio)) {
        return CatalogText::tr("a limit of the sizes is out of range.");
    }
    if (!isSize(rule.preferred) || !rule.allows(rule.preferred)) {
        return CatalogText::tr("the preferred size is outside of the model's own limits.");
    }
    return std::nullopt;
}

std::optional<QString> faultInSizes(const SizeRule &rule)
{
    if (const auto *list = std::get_if<SizeList>(&rule)) {
        return faultInList(*list);
    }
    if (const auto *ratios = std::get_if<SizeRatios>(&rule)) {
        return faultInRatios(*ratios);
    }
    if (const auto *any = std::get_if<SizeAnyRatio>(&rule)) {
        return faultInAnyRatio(*any);
    }
    const auto *range = std::get_if<SizeRange>(&rule);
    return range ? faultInRange(*range) : std::nullopt;
}

std::optional<QString> faultInPrice(const PriceLine &line)
{
    if (!(line.usd >= 0) || line.per <= 0 || !(line.megapixelPixels > 0) || line.typicalQuantity < 0
        || line.maxQuantity < 0 || line.perPreview < 0) {
        return CatalogText::tr("a price line has a negative or empty amount.");
    }
    const bool first = line.firstUsd < 0 ? std::isfinite(line.firstUsd) : isWithin(line.firstUsd, 0, maxUsd);
    if (!isWithin(line.usd, 0, maxUsd * static_cast<double>(line.per)) || !first || line.per > maxPer
        || !isWithin(line.megapixelPixels, minMegapixelPixels, maxMegapixelPixels)
        || !isWithin(line.typicalQuantity, 0, maxUnits) || !isWithin(line.maxQuantity, 0, maxUnits)
        || !isWithin(line.perPreview, 0, maxUnits) || (line.size && !isSize(*line.size))) {
        return CatalogText::tr("a price line has an amount that cannot be right.");
    }
    return std::nullopt;
}

std::optional<QString> faultInCounts(const Offer &offer)
{
    constexpr qint64 smallestSeedRange = 100; // so many pictures of one request each get a seed of their own
    const bool counts = offer.maxPerCall >= 1 && offer.maxPerCall <= maxPerCall && offer.maxInputImages >= 0
        && offer.maxInputImages <= maxInputImages && offer.maxPromptLength >= 0
        && offer.maxPromptLength <= maxPromptLength;
    const bool bytes = offer.maxInputBytes >= 0 && offer.maxInputBytes <= maxBytes && offer.maxRequestBytes >= 0
        && offer.maxRequestBytes <= maxBytes;
    const bool seeds = offer.maxSeed == 0 || offer.maxSeed >= smallestSeedRange;
    return counts && bytes && seeds ? std::nullopt : std::optional(CatalogText::tr("a limit is out of range."));
}

} // namespace

std::optional<QString> faultInNumbers(const Offer &offer)
{
    if (const std::optional<QString> fault = faultInCounts(offer)) {
        return fault;
    }
    if (offer.prices.size() > maxPrices) {
        return CatalogText::tr("there are too many price lines.");
    }
    for (const PriceLine &line : offer.prices) {
        if (const std::optional<QString> fault = faultInPrice(line)) {
            return fault;
        }
    }
    return faultInSizes(offer.sizes);
}

} // namespace lightwell
