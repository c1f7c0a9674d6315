// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textmoney.h"

#include <algorithm>
#include <array>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr double million = 1e6;
constexpr qint64 charactersOfToken = 4;
constexpr qint64 tokenLimit = 1'000'000'000'000; // an absurd count is to cost absurdly, and not to overflow

std::optional<qint64> countIn(const QJsonObject &usage, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (const double count = usage.value(name).toDouble(-1); count >= 0) {
            return static_cast<qint64>(std::min(count, double(tokenLimit)));
        }
    }
    return std::nullopt;
}

EstimateLine line(PriceLine::Item item, qint64 tokens, double usdPerMillion)
{
    const double each = usdPerMillion / million;
    return {item, PriceLine::Unit::Token, double(tokens), each, Money::fromDollars(double(tokens) * each)};
}

/// No more than what is absurd already.
qint64 times(qint64 tokens, qint64 answers)
{
    return answers > tokenLimit / std::max<qint64>(tokens, 1) ? tokenLimit : tokens * answers;
}

qint64 lesserOf(qint64 bound, qint64 limit)
{
    return limit > 0 ? std::min(bound, limit) : bound;
}

/// At most; 0: nobody knows.
qint64 inputOf(const TextCall &call, const TextOffer &offer)
{
    const bool embeds = call.kind == TextKind::Embeddings; // many texts at once, each of which may fill the context
    return !call.inputTokens ? offer.context : embeds ? *call.inputTokens : lesserOf(*call.inputTokens, offer.context);
}

} // namespace

const TextPrice *priceFor(const TextOffer &offer, qint64 input, QDate today)
{
    const TextPrice *best = nullptr;
    for (const TextPrice &price : offer.prices) {
        const bool holds = price.above < std::max<qint64>(input, 1) && (!price.from.isValid() || price.from <= today);
        const auto rank = [](const TextPrice &one) { return std::pair(one.from.toJulianDay(), one.above); };
        if (holds && (!best || rank(price) > rank(*best))) {
            best = &price;
        }
    }
    return best;
}

std::optional<TextUsage> TextUsage::read(const QJsonObject &usage)
{
    const std::optional<qint64> input = countIn(usage, {"prompt_tokens"_L1, "input_tokens"_L1});
    const std::optional<qint64> total = countIn(usage, {"total_tokens"_L1});
    if (!input && !total) {
        return std::nullopt;
    }
    TextUsage read;
    read.input = input.value_or(*total);
    // Some leave out of the one count what the model only thought, and have it in the total.
    read.output = std::max(countIn(usage, {"completion_tokens"_L1, "output_tokens"_L1}).value_or(0),
                           total.value_or(0) - read.input);
    for (const QLatin1StringView details : {"prompt_tokens_details"_L1, "input_tokens_details"_L1}) {
        read.cached = std::max(read.cached, countIn(usage.value(details).toObject(), {"cached_tokens"_L1}).value_or(0));
    }
    read.cached = std::max(read.cached, countIn(usage, {"prompt_cache_hit_tokens"_L1}).value_or(0));
    read.cached = std::min(read.cached, read.input);
    if (read.input == 0 && read.output == 0) {
        return std::nullopt; // of a server that does not count
    }
    return read;
}

std::optional<TextPrice> tokenPrice(const TextCall &call, const TextOffer &offer, QDate today)
{
    const TextPrice *price = priceFor(offer, inputOf(call, offer), today);
    return price && !call.costsMore ? std::optional(*price) : std::nullopt;
}

Estimate estimateText(const TextCall &call, const TextOffer &offer, QDate today)
{
    Estimate estimate;
    estimate.atMost = true;
    const bool embeds = call.kind == TextKind::Embeddings;
    const qint64 input = inputOf(call, offer);
    const qint64 most = call.maxTokens ? lesserOf(*call.maxTokens, offer.maxOutput) : offer.maxOutput;
    const qint64 output = embeds ? 0 : (most > 0 ? most : offer.context);
    const std::optional<TextPrice> price = tokenPrice(call, offer, today);
    const bool isBounded = (call.inputTokens || (!embeds && offer.context > 0)) && (embeds || output > 0);
    if (!price || !isBounded) {
        return estimate;
    }
    estimate.lines = {line(PriceLine::Item::InputText, input, price->input),
                      line(PriceLine::Item::OutputText, times(output, call.answers), price->output)};
    estimate.total = estimate.lines.first().total + estimate.lines.last().total;
    return estimate;
}

Money costOfTokens(const TextUsage &usage, const TextCall &call, const TextOffer &offer, QDate today)
{
    const TextPrice *price = priceFor(offer, usage.input, today);
    if (!price || call.costsMore) {
        return Money::unknown();
    }
    const double cached = price->cached < 0 ? price->input : price->cached;
    return Money::fromDollars((double(usage.input - usage.cached) * price->input + double(usage.cached) * cached
                               + double(usage.output) * price->output)
                              / million);
}

TextUsage estimatedUsage(const TextCall &call, const TextOffer &offer, qint64 characters)
{
    const auto tokens = [](qint64 count) { return (count + charactersOfToken - 1) / charactersOfToken; };
    TextUsage usage;
    usage.input = call.inputTokens ? lesserOf(tokens(*call.inputTokens), offer.context) : offer.context;
    usage.output = tokens(characters);
    return usage;
}

Plan textPlan(const TextCall &call, const TextOffer &offer, QDate today, bool bills)
{
    Plan plan;
    plan.request.model = call.model;
    plan.offer.model = offer.model;
    plan.offer.provider = offer.provider;
    plan.offer.providerModel = offer.providerModel;
    plan.offer.modes = {textKindName(call.kind)};
    plan.offer.priceSource = offer.priceSource;
    plan.offer.priceDate = offer.priceDate;
    plan.calls = {PlannedCall {}};
    plan.estimate = estimateText(call, offer, today);
    if (!bills) {
        plan.estimate = Estimate();
        plan.estimate.total = Money::zero();
    }
    return plan;
}

bool isTextPlan(const Plan &plan)
{
    static const std::array kinds {TextKind::Chat, TextKind::Responses, TextKind::Embeddings};
    return std::any_of(kinds.begin(), kinds.end(),
                       [&plan](TextKind kind) { return plan.offer.hasMode(textKindName(kind)); });
}

} // namespace lightwell
