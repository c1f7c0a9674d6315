// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/routewishes.h"

#include "core/routing/routefilter.h"
#include "core/routing/routereasons.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace lightwell {

namespace {

constexpr double million = 1e6;

/// What tokens cost at an offer: the dearest of its lines, dollars per million; nothing: it bills none.
template<typename Counts>
std::optional<double> tokenPrice(const Offer &offer, Counts counts)
{
    std::optional<double> dearest;
    for (const PriceLine &line : offer.prices) {
        if (line.unit == PriceLine::Unit::Token && line.per > 0 && counts(line.item)) {
            const double price = line.usd / static_cast<double>(line.per) * million;
            dearest = std::max(dearest.value_or(price), price);
        }
    }
    return dearest;
}

Reason reasonOfCap(Money price, const std::optional<Money> &most)
{
    if (!most) {
        return {};
    }
    if (!price.isKnown()) {
        return reasons::callPriceUnknown(*most);
    }
    return price.micros() > most->micros() ? reasons::callTooDear(price, *most) : Reason();
}

/// An offer without prices is of unknown price; one with prices of which none is for tokens bills none.
Reason reasonOfTokens(const Offer &offer, const std::optional<double> &price, const std::optional<double> &most)
{
    if (most && offer.prices.isEmpty()) {
        return reasons::callPriceUnknown(Money::fromDollars(*most));
    }
    const bool isTooDear = most && price && *price > *most;
    return isTooDear ? reasons::callTokensTooDear(Money::fromDollars(*price), Money::fromDollars(*most)) : Reason();
}

Reason reasonOfPrice(const Plan &plan, const RouteWishes &wishes, const RoutingEvidence &evidence)
{
    const Money total =
        plan.estimate.total.isKnown() ? plan.estimate.total : evidence.bills.value(plan.offer.id(), Money::unknown());
    const auto isTextIn = [](PriceLine::Item item) { return item == PriceLine::Item::InputText; };
    const auto isOutput = [](PriceLine::Item item) {
        return item == PriceLine::Item::OutputImage || item == PriceLine::Item::OutputText;
    };
    for (const Reason &why : {reasonOfCap(wishes.maxPrice ? priceOfOne(plan, evidence) : Money(), wishes.maxPrice),
                              reasonOfCap(total, wishes.maxTotal),
                              reasonOfTokens(plan.offer, tokenPrice(plan.offer, isTextIn), wishes.maxTextInPrice),
                              reasonOfTokens(plan.offer, tokenPrice(plan.offer, isOutput), wishes.maxOutputPrice)}) {
        if (!why.isEmpty()) {
            return why;
        }
    }
    return {};
}

QStringList droppedNames(const Plan &plan)
{
    QStringList names;
    for (const PlannedParameter &parameter : plan.parameters) {
        if (parameter.treatment == Treatment::Dropped) {
            names.append(parameter.name);
        }
    }
    return names;
}

} // namespace

RouteWishes wishesFor(RouteWishes wishes, const ModelWishes &own)
{
    if (own.order) {
        wishes.order = own.order;
    }
    if (own.maxPrice) {
        wishes.maxPrice = own.maxPrice;
    }
    if (own.maxTokenPrice) {
        wishes.maxTextInPrice = own.maxTokenPrice;
        wishes.maxOutputPrice = own.maxTokenPrice;
    }
    return wishes;
}

RoutingRule ruleFor(const RouteWishes &wishes, RoutingRule rule)
{
    if (wishes.order) {
        rule.order = wishes.order;
        rule.providers.clear();
        rule.weights.clear();
    }
    if (wishes.fallbacks) {
        rule.fallbacks = wishes.fallbacks;
        rule.fallbackAfterRefusal = rule.fallbackAfterRefusal.value_or(true); // it was asked for by name
    } else if (!wishes.mayGoOn) {
        rule.fallbacks.reset();
    }
    return rule;
}

Reason reasonAgainst(const Plan &plan, const RouteWishes &wishes, const RoutingView &view)
{
    const QString &provider = plan.offer.provider;
    if (wishes.ignore.contains(provider)) {
        return reasons::callIgnores();
    }
    if (wishes.allow && !wishes.allow->contains(provider)) {
        return reasons::callAllowsOthersOnly();
    }
    if (!wishes.mayGoOn && !wishes.first.isEmpty() && !wishes.first.contains(provider)) {
        return reasons::callAllowsNoFurther();
    }
    if (wishes.onlyOwnMachines && !view.ownProviders.contains(provider)) {
        return reasons::callWantsPrivacy();
    }
    if (const QStringList names = droppedNames(plan); wishes.wantsAllParameters && !names.isEmpty()) {
        return reasons::callWantsParameters(names);
    }
    return reasonOfPrice(plan, wishes, view.evidence);
}

bool isOfCall(const Reason &why)
{
    static constexpr std::array codes {reasons::callIgnores.code,         reasons::callAllowsOthersOnly.code,
                                       reasons::callAllowsNoFurther.code, reasons::callWantsPrivacy.code,
                                       reasons::callWantsParameters.code, reasons::callPriceUnknown.code,
                                       reasons::callTooDear.code,         reasons::callTokensTooDear.code};
    return std::any_of(codes.begin(), codes.end(),
                       [&why](const char *code) { return why.code == QLatin1StringView(code); });
}

void putInWishedOrder(QList<RankedPlan> &plans, const RouteWishes &wishes, const RoutingView &view)
{
    const auto placeOf = [&wishes](const RankedPlan &ranked) {
        const qsizetype place = wishes.first.indexOf(ranked.plan.offer.provider);
        return place < 0 ? wishes.first.size() : place;
    };
    const auto isSlow = [&wishes, &view](const RankedPlan &ranked) {
        return wishes.preferredTime
            && view.evidence.records.value(ranked.plan.offer.id()).medianMs > wishes.preferredTime->count();
    };
    for (RankedPlan &ranked : plans) {
        if (isSlow(ranked)) {
            ranked.why.prepend(
                reasons::callWouldBeFaster(secondsText(view.evidence.records.value(ranked.plan.offer.id()).medianMs),
                                           secondsText(wishes.preferredTime->count())));
        }
        if (const qsizetype place = placeOf(ranked); place < wishes.first.size()) {
            ranked.why.prepend(reasons::callNamesPlace(place + 1));
        }
    }
    const auto key = [&](const RankedPlan &ranked) {
        return std::tuple(view.health.isPassedOver(ranked.plan.offer.id(), view.now), placeOf(ranked), isSlow(ranked));
    };
    std::stable_sort(plans.begin(), plans.end(),
                     [&key](const RankedPlan &left, const RankedPlan &right) { return key(left) < key(right); });
}

} // namespace lightwell
