// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/tokencost.h"

#include <algorithm>

namespace lightwell {

namespace {

/// How many of its conditions hold; -1 if one does not.
int matches(const PriceLine &line, const Plan &plan)
{
    int held = 0;
    const auto check = [&](bool conditional, bool holds) {
        if (conditional && held >= 0) {
            held = holds ? held + 1 : -1;
        }
    };
    check(!line.quality.isEmpty(), line.quality == plan.quality);
    check(line.tier.has_value(), line.tier == plan.size.tier);
    check(line.size.has_value(), line.size == plan.size.pixels || line.size == plan.size.expected);
    check(line.editing.has_value(), line.editing != plan.request.images.isEmpty());
    return held;
}

/// The line that counts for an item. Where no line's conditions hold (quality "auto"), any of them does if all cost the
/// same: lines per token differ only in the quantity they expect.
const PriceLine *lineFor(const Plan &plan, PriceLine::Item item)
{
    const PriceLine *best = nullptr;
    const PriceLine *any = nullptr;
    int held = -1;
    bool same = true;
    for (const PriceLine &line : plan.offer.prices) {
        if (line.item != item) {
            continue;
        }
        same = same && (!any || (any->unit == line.unit && any->usd == line.usd && any->per == line.per));
        any = any ? any : &line;
        if (const int now = matches(line, plan); now > held) {
            best = &line;
            held = now;
        }
    }
    return best || !same ? best : any;
}

double unitPrice(const PriceLine &line)
{
    return line.usd / static_cast<double>(std::max<qint64>(line.per, 1));
}

bool goesIn(PriceLine::Item item)
{
    return item == PriceLine::Item::InputText || item == PriceLine::Item::InputImage;
}

/// The dearest price per token on the same side of the model, or on either if this one has none.
double dearestToken(const Plan &plan, PriceLine::Item item)
{
    double sameSide = 0;
    double either = 0;
    for (const PriceLine &line : plan.offer.prices) {
        if (line.unit == PriceLine::Unit::Token) {
            either = std::max(either, unitPrice(line));
            sameSide = goesIn(line.item) == goesIn(item) ? std::max(sameSide, unitPrice(line)) : sameSide;
        }
    }
    return sameSide > 0 ? sameSide : either;
}

/// Dollars for one item; nothing if it cannot be told.
std::optional<double> itemCost(const Plan &plan, PriceLine::Item item, std::optional<qint64> tokens, qsizetype pictures)
{
    const auto counted = static_cast<double>(tokens.value_or(0));
    const PriceLine *line = lineFor(plan, item);
    if (!line) {
        const auto priced = [item](const PriceLine &other) { return other.item == item; };
        const bool ambiguous = std::any_of(plan.offer.prices.begin(), plan.offer.prices.end(), priced);
        return ambiguous && counted > 0 ? std::nullopt : std::optional(counted * dearestToken(plan, item));
    }
    const double unit = unitPrice(*line);
    switch (line->unit) {
    case PriceLine::Unit::Token:
        if (item == PriceLine::Item::OutputImage && pictures > 0 && counted <= 0) {
            return std::nullopt; // there is a picture, so the count leaves out what it cost
        }
        return unit * counted;
    case PriceLine::Unit::Image:
        return unit * static_cast<double>(pictures);
    case PriceLine::Unit::Run:
        return unit;
    default:
        return std::nullopt;
    }
}

} // namespace

Money tokenCost(const Plan &plan, const TokenUsage &usage, int pictures)
{
    const auto perToken = [](const PriceLine &line) { return line.unit == PriceLine::Unit::Token; };
    const QList<PriceLine> &prices = plan.offer.prices;
    if (usage.total() <= 0 || std::none_of(prices.begin(), prices.end(), perToken)) {
        return Money::unknown();
    }
    const qsizetype inputs = plan.request.images.size();
    const std::optional<double> parts[] = {
        itemCost(plan, PriceLine::Item::InputText, usage.inputText, 1),
        itemCost(plan, PriceLine::Item::InputImage, usage.inputImage, inputs),
        itemCost(plan, PriceLine::Item::OutputText, usage.outputText, 1),
        itemCost(plan, PriceLine::Item::OutputImage, usage.outputImage, pictures),
    };
    double dollars = 0;
    for (const std::optional<double> &part : parts) {
        if (!part) {
            return Money::unknown();
        }
        dollars += *part;
    }
    return Money::fromDollars(dollars);
}

} // namespace lightwell
