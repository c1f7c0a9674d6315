// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/findplans.h"

#include "core/catalog/catalog.h"
#include "core/catalog/modelpatterns.h"
#include "core/engine/callreasons.h"
#include "core/engine/linktakers.h"
#include "core/planning/checkpictures.h"
#include "core/routing/routereasons.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Of several reasons why no offer can take a request, the first that the person can do something about.
Error firstActionable(const QList<Error> &errors)
{
    const auto first = [&errors](auto isIt) { return std::find_if(errors.cbegin(), errors.cend(), isIt); };
    const auto invalid = first([](const Error &error) { return error.kind == ErrorKind::Invalid; });
    const auto ofLink = first([](const Error &error) { return error.code == linkErrorCode; });
    if (invalid != errors.cend() || ofLink != errors.cend()) {
        return invalid != errors.cend() ? *invalid : *ofLink;
    }
    return errors.isEmpty() ? notSent(ErrorKind::NotFound, reasons::noProviderServes()) : errors.first();
}

Error nothingLeft(const QString &model, const QList<LeftOutOffer> &leftOut)
{
    QList<Reason> why;
    bool isOfCall = false;
    for (const LeftOutOffer &offer : leftOut) {
        if (offer.model == model) {
            why.append(reasons::routeOfProvider(offer.provider, offer.why));
            isOfCall = isOfCall || lightwell::isOfCall(offer.why);
        }
    }
    Error error =
        notSent(ErrorKind::Unsupported,
                isOfCall ? reasons::callLeavesNothing(model, why) : reasons::routeLeftNothing(model, why), u"model"_s);
    error.code = isOfCall ? u"ROUTING_WISHES"_s : u"ROUTING_RULES"_s;
    return error;
}

/// With the fields that are meant for this offer's provider alone.
Request requestAt(const Offer &offer, Request request, const RouteWishes &wishes)
{
    const QJsonObject options = wishes.options.value(offer.provider);
    for (auto option = options.begin(); option != options.end(); ++option) {
        request.extra.insert(option.key(), option.value());
    }
    return request;
}

/// An error: no offer can take the request.
Result<PlannedModel> planModel(const Request &request, const Catalog &catalog, const RoutingRules &rules,
                               const RouteWishes &wishes, const ModelWishes &own, QList<LeftOutOffer> &leftOut)
{
    const Result<Resolution> found = catalog.resolve(request.model);
    if (!found) {
        return found.error();
    }
    PlannedModel planned;
    planned.rule = ruleFor(wishesFor(wishes, own), rules.ruleFor(found->model.slug));
    planned.isNamed = found->forcedProvider;
    planned.own = own;
    QList<Error> errors;
    for (const Offer &offer : found->offers) {
        Result<Plan> plan = wishes.options.contains(offer.provider)
            ? catalog.plan(requestAt(offer, request, wishes), offer)
            : catalog.plan(request, offer);
        if (plan) {
            planned.plans.append(std::move(plan).value());
        } else {
            errors.append(plan.error());
            leftOut.append({offer.id(), offer.model, offer.provider, plan.error().why()});
        }
    }
    if (planned.plans.isEmpty()) {
        return withLinkTakers(firstActionable(errors), request, found->offers, catalog);
    }
    return planned;
}

void addFallbacks(PlannedModels &planned, const Request &request, const Catalog &catalog, const RoutingRules &rules)
{
    const QString model = planned.models.constFirst().plans.constFirst().offer.model;
    const QStringList fallbacks = planned.models.constFirst().rule.fallbacks.value_or(QStringList());
    qsizetype place = 0; // of the model that was asked for
    for (const QString &fallback : fallbacks) {
        ++place;
        if (!isModelAmong(planned.wishes.models, fallback, catalog)) {
            planned.leftOut.append({fallback, fallback, {}, reasons::routeNotForClient()});
            continue;
        }
        Request instead = request;
        instead.model = fallback;
        Result<PlannedModel> further = request.strict
            ? Result<PlannedModel>(notSent(ErrorKind::Unsupported, reasons::routeNoFallbackInStrict()))
            : planModel(instead, catalog, rules, planned.wishes, planned.wishes.ofModels.value(place), planned.leftOut);
        if (!further) {
            planned.leftOut.append({fallback, fallback, {}, further.error().why()});
            continue;
        }
        const bool isAnother = further->plans.first().offer.model != model;
        if (isAnother || !planned.wishes.ofModels.isEmpty()) {
            further.value().insteadOf = isAnother ? model : QString();
            planned.models.append(std::move(further).value());
        }
    }
}

/// By the models that the call names beside one that can do nothing.
Result<PlannedModels> planInstead(const Request &request, const Error &why, const Catalog &catalog,
                                  const RoutingRules &rules, RouteWishes wishes)
{
    Request instead = request;
    QStringList further = wishes.fallbacks.value_or(QStringList());
    instead.model = further.takeFirst();
    wishes.fallbacks = further;
    wishes.ofModels = wishes.ofModels.mid(1);
    Result<PlannedModels> planned = planModels(instead, catalog, rules, wishes);
    if (!planned) {
        return why; // of the one that was asked for
    }
    for (PlannedModel &model : planned.value().models) {
        model.insteadOf = request.model;
    }
    planned.value().leftOut.prepend({request.model, request.model, {}, why.why()});
    return planned;
}

} // namespace

QList<Plan> PlannedModels::plans() const
{
    QList<Plan> all;
    for (const PlannedModel &model : models) {
        all += model.plans;
    }
    return all;
}

NeededEvidence PlannedModels::neededEvidence() const
{
    NeededEvidence needed = NeededEvidence::Nothing;
    for (const PlannedModel &model : models) {
        needed = std::max(needed, lightwell::neededEvidence(model.plans, model.rule, wishesFor(wishes, model.own)));
    }
    return needed;
}

namespace {

/// What the call lets tokens cost; empty: no more than they do there.
Reason reasonOfTokens(const Plan &plan, const TextOrder &order, const RouteWishes &wishes)
{
    const std::optional<Money> fee = wishes.maxPrice ? wishes.maxPrice : wishes.maxTotal;
    if (plan.estimate.total == Money::zero() || !(wishes.maxTextInPrice || wishes.maxOutputPrice || fee)) {
        return {};
    }
    const auto price = order.prices.constFind(wayOf(plan.offer));
    if (price == order.prices.constEnd()) {
        const std::optional<double> most = wishes.maxTextInPrice ? wishes.maxTextInPrice : wishes.maxOutputPrice;
        return reasons::callPriceUnknown(most ? Money::fromDollars(*most) : *fee);
    }
    for (const auto &[costs, most] :
         {std::pair(price->input, wishes.maxTextInPrice), std::pair(price->output, wishes.maxOutputPrice)}) {
        if (most && costs > *most) {
            return reasons::callTokensTooDear(Money::fromDollars(costs), Money::fromDollars(*most));
        }
    }
    return {};
}

Status usable(const RoutingRules &rules)
{
    if (rules.faults.isEmpty()) {
        return Success();
    }
    Error error = notSent(ErrorKind::Internal, reasons::routingRulesFaulty(rules.faults));
    error.code = u"ROUTING_RULES"_s;
    return error;
}

template<typename IsIt>
bool hasPlan(const Route &route, IsIt isIt)
{
    return std::any_of(route.plans.begin(), route.plans.end(),
                       [&isIt](const RankedPlan &ranked) { return isIt(ranked.plan.offer); });
}

/// Those that are not in the route already, by another name of their model.
QList<Plan> untried(QList<Plan> plans, const Route &route)
{
    plans.removeIf([&route](const Plan &plan) {
        return hasPlan(route, [way = wayOf(plan.offer)](const Offer &offer) { return wayOf(offer) == way; });
    });
    return plans;
}

} // namespace

Result<PlannedModels> planText(const TextOrder &order, const RoutingRules &rules)
{
    if (const Status status = usable(rules); !status) {
        return status.error();
    }
    PlannedModels planned;
    planned.wishes = order.wishes;
    planned.leftOut = order.leftOut;
    for (const TextOrder::Choice &choice : order.choices) {
        const RouteWishes wishes = wishesFor(order.wishes, choice.own);
        PlannedModel model {
            {}, ruleFor(wishes, rules.ruleFor(choice.plans.first().offer.model)), choice.isNamed, choice.insteadOf, {}};
        model.rule.maxPrice.reset();
        for (const Plan &plan : choice.plans) {
            const Offer &offer = plan.offer;
            if (const Reason why = reasonOfTokens(plan, order, wishes); why.isEmpty()) {
                model.plans.append(plan);
            } else {
                planned.leftOut.append({offer.id(), offer.model, offer.provider, why});
            }
        }
        if (!model.plans.isEmpty()) {
            planned.models.append(model);
        }
    }
    planned.wishes.maxPrice.reset(); // all of them are kept to by now
    planned.wishes.maxTotal.reset();
    planned.wishes.maxTextInPrice.reset();
    planned.wishes.maxOutputPrice.reset();
    if (planned.models.isEmpty()) {
        return nothingLeft(order.choices.first().plans.first().offer.model, planned.leftOut);
    }
    return planned;
}

Result<PlannedModels> planModels(const Request &request, const Catalog &catalog, const RoutingRules &rules,
                                 const RouteWishes &wishes)
{
    if (const Status status = usable(rules); !status) {
        return status.error();
    }
    PlannedModels planned;
    planned.wishes = wishes;
    Result<PlannedModel> asked = planModel(request, catalog, rules, wishes, wishes.ofModels.value(0), planned.leftOut);
    if (!asked) {
        const QStringList instead = wishes.fallbacks.value_or(QStringList());
        return instead.isEmpty() || request.strict ? asked.error()
                                                   : planInstead(request, asked.error(), catalog, rules, wishes);
    }
    const bool takesFallbacks = !asked->isNamed || wishes.fallbacks;
    planned.models.append(std::move(asked).value());
    if (takesFallbacks) {
        addFallbacks(planned, request, catalog, rules);
    }
    return planned;
}

Result<Route> routeOf(const PlannedModels &planned, const RoutingView &view)
{
    Route route;
    route.leftOut = planned.leftOut;
    route.fallbackAfterRefusal = planned.models.first().rule.fallbackAfterRefusal.value_or(false);
    route.triesOneOffer = !planned.wishes.mayGoOn && planned.wishes.first.isEmpty();
    for (const PlannedModel &model : planned.models) {
        const qsizetype before = route.plans.size();
        addToRoute(route, untried(model.plans, route), model.rule, view, model.isNamed,
                   wishesFor(planned.wishes, model.own));
        for (qsizetype place = before; place < route.plans.size() && !model.insteadOf.isEmpty(); ++place) {
            route.plans[place].fromFallback = true;
            route.plans[place].why.prepend(reasons::routeFallback(model.insteadOf));
        }
    }
    if (!planned.wishes.ofModels.isEmpty()) { // what one name of a model leaves out may come by another
        route.leftOut.removeIf([&route](const LeftOutOffer &out) {
            return hasPlan(route, [&out](const Offer &offer) { return offer.id() == out.offer; });
        });
    }
    if (route.plans.isEmpty()) {
        return nothingLeft(planned.models.first().plans.first().offer.model, route.leftOut);
    }
    return route;
}

} // namespace lightwell
