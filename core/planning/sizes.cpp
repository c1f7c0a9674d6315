// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/draft.h"
#include "core/planning/nearest.h"
#include "core/planning/picturesize.h"
#include "core/planning/sizenotes.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr ResolutionTier usualTier = ResolutionTier::OneK;

double pixelsOf(QSize size)
{
    return static_cast<double>(size.width()) * size.height();
}

double ratioOf(QSize size)
{
    return static_cast<double>(size.width()) / size.height();
}

QSize defaultOf(const SizeList &rule)
{
    return rule.sizes.first();
}

AspectRatio defaultOf(const SizeRatios &rule)
{
    constexpr AspectRatio square {1, 1};
    return rule.ratios.contains(square) ? square : rule.ratios.first();
}

/// What is looked for, by the precedence pixels > ratio with tier > ratio > tier. What is not said is taken from
/// `usual`, the size the model makes when it is not told; a picture that goes in gives its shape.
SizeWish wishFor(const PlanDraft &draft, QSize usual)
{
    const Request &request = draft.request();
    SizeWish wish;
    const SizeRequest &size = request.size;
    if (size.pixels) {
        wish.ratio = ratioOf(*size.pixels);
        wish.pixels = pixelsOf(*size.pixels);
        if (request.fit == Fit::Crop) {
            wish.cover = size.pixels; // to be cut from; what is framed or stretched needs the shape, not the room
        }
        return wish;
    }
    const QSize shape = draft.picture.isValid() ? draft.picture : usual;
    wish.ratio = size.ratio ? size.ratio->value() : ratioOf(shape);
    wish.pixels = size.tier ? static_cast<double>(tierPixels(*size.tier)) : pixelsOf(usual);
    return wish;
}

void choosePixels(PlannedSize &size, QSize pixels)
{
    size.pixels = pixels;
    size.expected = pixels;
}

QSize nearestSize(const QList<QSize> &sizes, const SizeWish &wish)
{
    QList<SizeChoice> choices;
    for (const QSize size : sizes) {
        choices.append({size, ratioOf(size)});
    }
    return sizes.at(nearestOf(choices, wish));
}

void planList(PlanDraft &draft, const SizeList &rule)
{
    const Request &request = draft.request();
    if (request.size.pixels && rule.sizes.contains(*request.size.pixels)) {
        choosePixels(draft.plan.size, *request.size.pixels);
        return;
    }
    choosePixels(draft.plan.size, nearestSize(rule.sizes, wishFor(draft, defaultOf(rule))));
}

void planRange(PlanDraft &draft, const SizeRange &rule)
{
    const Request &request = draft.request();
    if (request.size.pixels && rule.allows(*request.size.pixels)) {
        choosePixels(draft.plan.size, *request.size.pixels);
        return;
    }
    SizeWish wish = wishFor(draft, rule.preferred);
    if (!request.size.pixels) {
        wish.weightOfRatio = 100; // who names only a shape means the shape
    }
    choosePixels(draft.plan.size, nearestInRange(rule, wish).value_or(rule.preferred));
}

/// All the sizes the vendor's ratios and tiers lead to, row by row.
struct RatioTable
{
    QList<SizeChoice> choices;
    QList<AspectRatio> ratios;
    QList<ResolutionTier> tiers;

    [[nodiscard]] int find(QSize size) const
    {
        const auto same = [size](const SizeChoice &choice) { return choice.size == size; };
        const auto found = std::find_if(choices.cbegin(), choices.cend(), same);
        return found == choices.cend() ? -1 : static_cast<int>(found - choices.cbegin());
    }
};

template<typename Rule>
RatioTable tableOf(const Rule &rule, const QList<AspectRatio> &ratios, const QList<ResolutionTier> &tiers)
{
    RatioTable table;
    for (const AspectRatio ratio : ratios) {
        for (const ResolutionTier tier : tiers) {
            table.ratios.append(ratio);
            table.tiers.append(tier);
            table.choices.append({rule.expectedSize(ratio, tier), ratio.value()});
        }
    }
    return table;
}

/// A ratio in the vendor's list that says the same, however it is written ("8:5" for "16:10").
std::optional<AspectRatio> sameRatio(const SizeRatios &rule, AspectRatio wanted)
{
    for (const AspectRatio ratio : rule.ratios) {
        if (static_cast<qint64>(ratio.width) * wanted.height == static_cast<qint64>(wanted.width) * ratio.height) {
            return ratio;
        }
    }
    return std::nullopt;
}

AspectRatio nearestRatio(const SizeRatios &rule, double wanted)
{
    AspectRatio best = rule.ratios.first();
    constexpr double tiny = 1e-9;
    for (const AspectRatio ratio : rule.ratios) {
        if (std::abs(std::log(ratio.value() / wanted)) < std::abs(std::log(best.value() / wanted)) - tiny) {
            best = ratio;
        }
    }
    return best;
}

ResolutionTier usualOf(const QList<ResolutionTier> &tiers)
{
    return tiers.contains(usualTier) ? usualTier : tiers.first();
}

QList<ResolutionTier> tiersToChooseFrom(const Request &request, const QList<ResolutionTier> &offered)
{
    if (offered.isEmpty()) {
        return {usualTier};
    }
    if (request.size.tier && !request.size.pixels && offered.contains(*request.size.tier)) {
        return {*request.size.tier};
    }
    return offered;
}

/// Nothing was said of the shape, and there is a picture that has one, which the vendor sees by itself.
bool followsPicture(const PlanDraft &draft)
{
    const Request &request = draft.request();
    return !draft.offer().wire.wantsShape && !request.images.isEmpty() && !request.size.pixels && !request.size.ratio;
}

bool isAlmost(QSize picture, AspectRatio ratio)
{
    constexpr double onePerCent = 0.01;
    return picture.isValid() && std::abs(std::log(ratioOf(picture) / ratio.value())) < onePerCent;
}

void planRatios(PlanDraft &draft, const SizeRatios &rule)
{
    const Request &request = draft.request();
    const QList<ResolutionTier> offered = usableTiers(draft.offer(), rule.tiers);
    const QList<ResolutionTier> tiers = tiersToChooseFrom(request, offered);
    const AspectRatio usualRatio = defaultOf(rule);
    const SizeWish wish = wishFor(draft, rule.expectedSize(usualRatio, usualOf(tiers)));

    // The ratio is found among the ratios themselves: the pixels a vendor makes of 16:9 are often not quite 16:9.
    AspectRatio ratio = usualRatio;
    if (request.size.ratio && !request.size.pixels) {
        ratio = sameRatio(rule, *request.size.ratio).value_or(nearestRatio(rule, wish.ratio));
    } else if (request.size.pixels || draft.picture.isValid()) {
        ratio = nearestRatio(rule, wish.ratio);
    }
    const RatioTable all = tableOf(rule, rule.ratios, tiers);
    const RatioTable own = tableOf(rule, {ratio}, tiers);
    // Pixels that match a published size exactly mean that size; pixels to be covered may need another ratio.
    const int exact = request.size.pixels ? all.find(*request.size.pixels) : -1;
    const RatioTable &table = exact >= 0 || wish.cover ? all : own;
    const int chosen = exact >= 0 ? exact : nearestOf(table.choices, wish);

    PlannedSize &size = draft.plan.size;
    size.ratio = table.ratios.at(chosen);
    if (!offered.isEmpty()) {
        size.tier = table.tiers.at(chosen);
    }
    size.expected = table.choices.at(chosen).size;
    // A picture of another shape than the vendor's ratios is not bent: a model that is not told follows it.
    if (followsPicture(draft) && !isAlmost(draft.picture, *size.ratio)) {
        size.ratio.reset();
        size.expected = draft.picture.isValid() ? size.expected : QSize();
    }
}

void planAnyRatio(PlanDraft &draft, const SizeAnyRatio &rule)
{
    const Request &request = draft.request();
    const QList<ResolutionTier> offered = usableTiers(draft.offer(), rule.tiers);
    const QList<ResolutionTier> tiers = tiersToChooseFrom(request, offered);
    const SizeWish wish = wishFor(draft, rule.expectedSize(rule.preferred, usualOf(tiers)));
    AspectRatio ratio = rule.preferred;
    if (request.size.pixels) {
        ratio = AspectRatio::of(*request.size.pixels);
    } else if (request.size.ratio) {
        ratio = *request.size.ratio;
    } else if (draft.picture.isValid()) {
        ratio = AspectRatio::of(draft.picture);
    }
    if (!rule.allows(ratio)) {
        ratio = rule.nearest(ratio.value());
    }
    const RatioTable table = tableOf(rule, {ratio}, tiers);
    const int chosen = nearestOf(table.choices, wish);
    PlannedSize &size = draft.plan.size;
    size.ratio = ratio;
    if (!offered.isEmpty()) {
        size.tier = table.tiers.at(chosen);
    }
    size.expected = table.choices.at(chosen).size;
    // A picture nobody can read, or of a shape out of bounds, is followed by a model that is not told.
    if (followsPicture(draft) && !isAlmost(draft.picture, ratio)) {
        size.ratio.reset();
        size.expected = draft.picture.isValid() ? size.expected : QSize();
    }
}

/// The sizes the vendor names a price for: where it chooses by itself, it is among them.
QList<QSize> pricedSizes(const Offer &offer)
{
    QList<QSize> sizes;
    for (const PriceLine &line : offer.prices) {
        if (line.item == PriceLine::Item::OutputImage && line.size && !sizes.contains(*line.size)) {
            sizes.append(*line.size);
        }
    }
    return sizes;
}

/// What a model that is not told makes of a picture: the nearest to it that it can.
QSize followedSize(const Offer &offer, const SizeRule &rule, QSize picture)
{
    SizeWish wish;
    wish.ratio = ratioOf(picture);
    wish.pixels = pixelsOf(picture);
    if (const QList<QSize> priced = pricedSizes(offer); !priced.isEmpty()) {
        return nearestSize(priced, wish);
    }
    if (const auto *list = std::get_if<SizeList>(&rule)) {
        return nearestSize(list->sizes, wish);
    }
    if (const auto *range = std::get_if<SizeRange>(&rule)) {
        return nearestInRange(*range, wish).value_or(QSize());
    }
    return {};
}

/// With pictures to work on, a model that is not told follows the picture; a size of our own would bend it. Where
/// it has tiers, it is told the usual one: some cost more than others. One that makes a square of everything is told
/// the picture's shape (Wire::wantsShape).
void leaveToVendor(PlanDraft &draft, const SizeRule &rule)
{
    if (draft.request().images.isEmpty()) {
        return;
    }
    PlannedSize &size = draft.plan.size;
    const bool isTold = draft.offer().wire.wantsShape && draft.picture.isValid();
    if (const auto *ratios = std::get_if<SizeRatios>(&rule)) {
        planRatios(draft, *ratios);
        size.ratio = isTold ? size.ratio : std::nullopt;
    } else if (const auto *any = std::get_if<SizeAnyRatio>(&rule)) {
        planAnyRatio(draft, *any);
        size.ratio = isTold ? size.ratio : std::nullopt;
    } else if (draft.picture.isValid()) {
        size.expected = followedSize(draft.offer(), rule, draft.picture);
        size.pixels = isTold && size.expected.isValid() ? std::optional(size.expected) : std::nullopt;
    }
}

/// The picture to work on is a link.
bool isFirstLinked(const Request &request)
{
    const qsizetype first = firstReference(request);
    return first >= 0 && request.images.at(first).isLink();
}

bool vendorDecides(const Request &request, const Offer &offer)
{
    const SizeRequest &size = request.size;
    if (size.pixels || size.ratio || size.tier) {
        return false;
    }
    // Who has to be told the shape of a picture that nobody here sees is told a usual one.
    const bool follows = !request.images.isEmpty() && !(offer.wire.wantsShape && isFirstLinked(request));
    return follows || (size.automatic && offer.autoSize);
}

/// `isPictures`: the vendor makes the picture's own size.
bool missesShapeOfLink(const PlanDraft &draft, bool isPictures)
{
    const Request &request = draft.request();
    const PlannedSize &size = draft.plan.size;
    const bool isTold = size.pixels || size.ratio || (draft.offer().wire.wantsShape && !isPictures);
    return isFirstLinked(request) && isTold && !request.size.pixels && !request.size.ratio;
}

} // namespace

void planSize(PlanDraft &draft)
{
    const Request &request = draft.request();
    SizeRule rule = usableRule(draft.offer());
    const bool isUncontrolled = std::holds_alternative<SizeUncontrolled>(rule);
    const bool isLeftOut = draft.isLeftOut(u"size"_s) || draft.isLeftOut(u"aspect_ratio"_s);
    const bool hasOwnSize =
        isLeftOut || (keepsContent(request.operation) && (isUncontrolled || draft.offer().modes.size() > 1));
    if (hasOwnSize) {
        rule = SizeUncontrolled(); // the other is for new pictures
    }
    draft.picture = firstSentSize(draft.plan);
    if (vendorDecides(request, draft.offer())) {
        leaveToVendor(draft, rule);
    } else if (const auto *list = std::get_if<SizeList>(&rule)) {
        planList(draft, *list);
    } else if (const auto *range = std::get_if<SizeRange>(&rule)) {
        planRange(draft, *range);
    } else if (const auto *ratios = std::get_if<SizeRatios>(&rule)) {
        planRatios(draft, *ratios);
    } else if (const auto *any = std::get_if<SizeAnyRatio>(&rule)) {
        planAnyRatio(draft, *any);
    }
    if (hasOwnSize && draft.picture.isValid()) {
        const bool isScaled = request.operation == Operation::Upscale;
        const bool isTold = draft.offer().supports(u"scale_factor"_s);
        const double factor =
            !isScaled ? 1 : fixedFactor(draft).value_or(isTold ? request.tuning.scaleFactor.value_or(0) : 0);
        draft.plan.size.expected = factor > 0 ? (QSizeF(draft.picture) * factor).toSize() : QSize();
    }
    draft.missesShape = missesShapeOfLink(draft, hasOwnSize || isUncontrolled);
    planExactSize(draft);
    noteSize(draft);
}

} // namespace lightwell
