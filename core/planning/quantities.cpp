// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/quantities.h"

#include "core/planning/picturesize.h"

#include <algorithm>
#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

int pictureCount(const Plan &plan)
{
    int count = 0;
    for (const PlannedCall &call : plan.calls) {
        count += call.n;
    }
    return count;
}

Quantity unknown()
{
    return {};
}

Quantity repeated(double amount, qsizetype times)
{
    Quantity quantity;
    quantity.known = true;
    quantity.each = QList<double>(times, amount);
    return quantity;
}

/// What cannot be looked up is unknown, unless nothing of it is used anyway.
Quantity typical(double amount, qsizetype times)
{
    return amount > 0 || times == 0 ? repeated(amount, times) : unknown();
}

double megapixels(const PriceLine &line, QSize size)
{
    return static_cast<double>(size.width()) * size.height() / line.megapixelPixels;
}

/// As many as are sent; else what is usual.
double stepsOf(const PriceLine &line, const Plan &plan)
{
    return plan.tuning.value("steps"_L1).toDouble(line.typicalQuantity);
}

/// Each sketch is a little picture of its own for the vendor.
double withPreviews(const PriceLine &line, const Plan &plan)
{
    return line.typicalQuantity > 0 ? line.typicalQuantity + line.perPreview * plan.previews : 0;
}

/// The most pixels the vendor can make; nothing where it does not say.
std::optional<double> maxPixelsOf(const Offer &offer)
{
    const auto area = [](QSize size) { return static_cast<double>(size.width()) * size.height(); };
    const auto ofTiers = [](const QList<ResolutionTier> &tiers, qint64 budget) {
        qint64 most = tiers.isEmpty() ? budget : 0;
        for (const ResolutionTier tier : tiers) {
            most = std::max(most, tierPixels(tier));
        }
        return static_cast<double>(most);
    };
    if (const auto *list = std::get_if<SizeList>(&offer.sizes)) {
        double most = 0;
        for (const QSize size : list->sizes) {
            most = std::max(most, area(size));
        }
        return most;
    }
    if (const auto *range = std::get_if<SizeRange>(&offer.sizes); range && range->maxPixels > 0) {
        return static_cast<double>(range->maxPixels);
    } else if (range && range->maxSide > 0) {
        return area({range->maxSide, range->maxSide});
    }
    if (const auto *ratios = std::get_if<SizeRatios>(&offer.sizes)) {
        double most = ofTiers(ratios->tiers, ratios->pixelBudget);
        for (const SizeRatios::Known &known : ratios->known) {
            most = std::max(most, area(known.size));
        }
        return most;
    }
    if (const auto *any = std::get_if<SizeAnyRatio>(&offer.sizes)) {
        return ofTiers(any->tiers, any->pixelBudget);
    }
    return std::nullopt;
}

Quantity ofPixels(const PriceLine &line, const Plan &plan, int pictures)
{
    if (plan.size.expected.isValid()) {
        return repeated(megapixels(line, plan.size.expected), pictures);
    }
    const std::optional<double> most = maxPixelsOf(plan.offer);
    if (!most) {
        return unknown();
    }
    Quantity quantity = repeated(*most / line.megapixelPixels, pictures);
    quantity.atMost = true;
    return quantity;
}

Quantity ofOutput(const PriceLine &line, const Plan &plan)
{
    const int pictures = pictureCount(plan);
    switch (line.unit) {
    case PriceLine::Unit::Image:
        return repeated(1, pictures);
    case PriceLine::Unit::Megapixel:
        return ofPixels(line, plan, pictures);
    case PriceLine::Unit::Token:
    case PriceLine::Unit::Second:
        return typical(withPreviews(line, plan), pictures);
    case PriceLine::Unit::Step:
        return typical(stepsOf(line, plan), pictures);
    case PriceLine::Unit::Run:
        return repeated(1, plan.calls.size());
    }
    return unknown();
}

/// Of a picture that nobody here sees: as many as the vendor takes, or bills at most; 0: it does not say.
double maxMegapixelsIn(const PriceLine &line, const Offer &offer)
{
    return offer.maxInputPixels > 0 ? static_cast<double>(offer.maxInputPixels) / line.megapixelPixels
                                    : line.maxQuantity;
}

Quantity ofInputPictures(const PriceLine &line, const Plan &plan)
{
    const qsizetype calls = plan.calls.size();
    const QList<InputImage> &images = plan.request.images;
    if (images.isEmpty()) {
        return repeated(0, 0);
    }
    switch (line.unit) {
    case PriceLine::Unit::Image:
        return repeated(1, images.size() * calls);
    case PriceLine::Unit::Megapixel: {
        Quantity quantity = repeated(0, 0);
        for (qsizetype i = 0; i < images.size(); ++i) {
            const QSize size = sentSize(plan, i);
            const double unseen = images.at(i).isLink() ? maxMegapixelsIn(line, plan.offer) : 0;
            if (size.isEmpty() && unseen <= 0) {
                return unknown();
            }
            quantity.atMost = quantity.atMost || unseen > 0;
            quantity.each.append(QList<double>(calls, unseen > 0 ? unseen : megapixels(line, size)));
        }
        return quantity;
    }
    case PriceLine::Unit::Run:
        return repeated(1, calls);
    default:
        return typical(line.typicalQuantity, images.size() * calls);
    }
}

Quantity ofInputText(const PriceLine &line, const Plan &plan)
{
    constexpr double charactersPerToken = 4;
    constexpr double overhead = 6; // tokens around each prompt
    const qsizetype calls = plan.calls.size();
    if (line.unit == PriceLine::Unit::Token) {
        return repeated(std::ceil(static_cast<double>(plan.request.prompt.size()) / charactersPerToken) + overhead,
                        calls);
    }
    return typical(line.typicalQuantity, calls);
}

Quantity ofOutputText(const PriceLine &line, const Plan &plan)
{
    return line.typicalQuantity > 0 ? repeated(line.typicalQuantity, pictureCount(plan)) : repeated(0, 0);
}

} // namespace

Quantity quantityOf(const PriceLine &line, const Plan &plan)
{
    switch (line.item) {
    case PriceLine::Item::OutputImage:
        return ofOutput(line, plan);
    case PriceLine::Item::InputImage:
        return ofInputPictures(line, plan);
    case PriceLine::Item::InputText:
        return ofInputText(line, plan);
    case PriceLine::Item::OutputText:
        return ofOutputText(line, plan);
    }
    return unknown();
}

} // namespace lightwell
