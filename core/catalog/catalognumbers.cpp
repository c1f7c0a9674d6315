// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/cataloglimits.h"
#include "core/catalog/catalogtext.h"
#include "core/model/offerlimits.h"

#include <algorithm>
#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;
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

JsonPath inSizes(const QString &key)
{
    return JsonPath().field(u"sizes"_s).field(key);
}

std::optional<EntryFault> faultInList(const SizeList &list)
{
    if (list.sizes.isEmpty() || list.sizes.size() > maxSizes
        || !std::all_of(list.sizes.cbegin(), list.sizes.cend(), isSize)) {
        return EntryFault {inSizes(u"sizes"_s),
                           CatalogText::tr("the list of sizes is empty, too long, or has an unusable entry.")};
    }
    return std::nullopt;
}

std::optional<EntryFault> faultInRatios(const SizeRatios &rule)
{
    if (rule.ratios.isEmpty() || rule.ratios.size() > maxSizes) {
        return EntryFault {inSizes(u"ratios"_s), CatalogText::tr("the list of aspect ratios is empty or too long.")};
    }
    if (rule.tiers.size() > maxSizes) {
        return EntryFault {inSizes(u"tiers"_s), CatalogText::tr("the list of resolutions is too long.")};
    }
    const auto usable = [](AspectRatio ratio) {
        return ratio.width > 0 && ratio.height > 0 && isWithin(ratio.value(), 1 / largestRatio, largestRatio);
    };
    const auto known = [&usable](const SizeRatios::Known &entry) { return usable(entry.ratio) && isSize(entry.size); };
    const auto outOfRange = [](const QString &key) {
        return EntryFault {inSizes(key),
                           CatalogText::tr("an aspect ratio, its size or the number of pixels is out of range.")};
    };
    if (!std::all_of(rule.ratios.cbegin(), rule.ratios.cend(), usable)) {
        return outOfRange(u"ratios"_s);
    }
    if (rule.known.size() > maxSizes || !std::all_of(rule.known.cbegin(), rule.known.cend(), known)) {
        return outOfRange(u"known"_s);
    }
    const bool pixels = isWithin(static_cast<double>(rule.pixelBudget), 1, static_cast<double>(maxPixels));
    return pixels ? std::nullopt : std::optional(outOfRange(u"pixels"_s));
}

std::optional<EntryFault> faultInAnyRatio(const SizeAnyRatio &rule)
{
    const auto usable = [](AspectRatio ratio) { return isWithin(ratio.value(), 1 / largestRatio, largestRatio); };
    const auto fault = [](const QString &key) {
        return EntryFault {
            inSizes(key),
            CatalogText::tr("the preferred ratio does not lie between the two others, or one is out of range.")};
    };
    if (!usable(rule.least)) {
        return fault(u"min"_s);
    }
    if (!usable(rule.most)) {
        return fault(u"max"_s);
    }
    if (!usable(rule.preferred) || !rule.allows(rule.preferred)) {
        return fault(u"preferred"_s);
    }
    if (rule.tiers.size() > maxSizes) {
        return EntryFault {inSizes(u"tiers"_s), CatalogText::tr("the list of resolutions is too long.")};
    }
    const bool pixels = isWithin(static_cast<double>(rule.pixelBudget), 1, static_cast<double>(maxPixels));
    return pixels ? std::nullopt : std::optional(fault(u"pixels"_s));
}

/// A limit of a size range: from where to where it may lie, and the limit below which it has to stay (0: none).
struct Limit
{
    QString key;
    double value = 0;
    double least = 0;
    double most = 0;
    QString aboveKey;
    double above = 0;
};

std::optional<EntryFault> faultInRange(const SizeRange &rule)
{
    const auto pixelsOf = [](qint64 pixels) { return static_cast<double>(pixels); };
    const QList<Limit> limits {
        {u"multiple_of"_s, double(rule.multipleOf), 1, largestMultiple, {}, 0},
        {u"min_side"_s, double(rule.minSide), 0, largestSide, u"max_side"_s, double(rule.maxSide)},
        {u"max_side"_s, double(rule.maxSide), 0, largestSide, {}, 0},
        {u"min_pixels"_s, pixelsOf(rule.minPixels), 0, pixelsOf(maxPixels), u"max_pixels"_s, pixelsOf(rule.maxPixels)},
        {u"max_pixels"_s, pixelsOf(rule.maxPixels), 0, pixelsOf(maxPixels), {}, 0},
        {u"min_ratio"_s, rule.minRatio, 0, largestRatio, u"max_ratio"_s, rule.maxRatio},
        {u"max_ratio"_s, rule.maxRatio, 0, largestRatio, {}, 0},
    };
    for (const Limit &limit : limits) {
        if (!isWithin(limit.value, limit.least, limit.most)) {
            return EntryFault {inSizes(limit.key), CatalogText::tr("a limit of the sizes is out of range.")};
        }
    }
    for (const Limit &limit : limits) {
        if (limit.above > 0 && limit.value > limit.above) {
            return EntryFault {inSizes(limit.key),
                               CatalogText::tr("%1 is more than %2.").arg(limit.key, limit.aboveKey)};
        }
    }
    if (!isSize(rule.preferred) || !rule.allows(rule.preferred)) {
        return EntryFault {inSizes(u"preferred"_s),
                           CatalogText::tr("the preferred size is outside of the model's own limits.")};
    }
    return std::nullopt;
}

std::optional<EntryFault> faultInSizes(const SizeRule &rule)
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

std::optional<EntryFault> faultInCounts(const Offer &offer)
{
    constexpr qint64 smallestSeedRange = 100; // so many pictures of one request each get a seed of their own
    const auto isUpTo = [](qint64 value, qint64 least, qint64 most) { return value >= least && value <= most; };
    const std::pair<QString, bool> counts[] = {
        {u"max_per_call"_s, isUpTo(offer.maxPerCall, 1, maxPerCall)},
        {u"max_input_images"_s, isUpTo(offer.maxInputImages, 0, maxInputImages)},
        {u"max_prompt_length"_s, isUpTo(offer.maxPromptLength, 0, maxPromptLength)},
        {u"max_input_bytes"_s, isUpTo(offer.maxInputBytes, 0, maxBytes)},
        {u"min_input_pixels"_s, isUpTo(offer.minInputPixels, 0, maxPixels)},
        {u"max_input_pixels"_s,
         offer.maxInputPixels == 0 || isUpTo(offer.maxInputPixels, offer.minInputPixels, maxPixels)},
        {u"min_input_side"_s, isUpTo(offer.minInputSide, 0, largestSide)},
        {u"max_input_side"_s, offer.maxInputSide == 0 || isUpTo(offer.maxInputSide, offer.minInputSide, largestSide)},
        {u"max_request_bytes"_s, isUpTo(offer.maxRequestBytes, 0, maxBytes)},
        {u"max_seed"_s, offer.maxSeed == 0 || offer.maxSeed >= smallestSeedRange},
    };
    for (const auto &[key, isGood] : counts) {
        if (!isGood) {
            return EntryFault {JsonPath().field(key), CatalogText::tr("a limit is out of range.")};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<EntryFault> faultInNumbers(const Offer &offer)
{
    if (std::optional<EntryFault> fault = faultInCounts(offer)) {
        return fault;
    }
    const JsonPath prices = JsonPath().field(u"prices"_s);
    if (offer.prices.size() > maxPrices) {
        return EntryFault {prices, CatalogText::tr("there are too many price lines.")};
    }
    for (qsizetype i = 0; i < offer.prices.size(); ++i) {
        if (const std::optional<QString> fault = faultInPrice(offer.prices.at(i))) {
            return EntryFault {prices.entry(i), *fault};
        }
    }
    return faultInSizes(offer.sizes);
}

} // namespace lightwell
