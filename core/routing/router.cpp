// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/router.h"

#include "core/routing/routefilter.h"
#include "core/routing/routeranking.h"
#include "core/routing/routereasons.h"

#include <algorithm>

namespace lightwell {

void addToRoute(Route &route, const QList<Plan> &plans, const RoutingRule &rule, const RoutingView &view, bool isNamed,
                const RouteWishes &wishes)
{
    QList<const Plan *> allowed;
    for (const Plan &plan : plans) {
        Reason why = reasonToLeaveOut(plan, rule, view);
        if (why.isEmpty()) {
            why = reasonAgainst(plan, wishes, view);
        }
        if (!why.isEmpty()) {
            route.leftOut.append({plan.offer.id(), plan.offer.model, plan.offer.provider, why});
        } else {
            allowed.append(&plan);
        }
    }
    QList<RankedPlan> ranked = rankPlans(allowed, rule, view);
    putInWishedOrder(ranked, wishes, view);
    for (RankedPlan &place : ranked) {
        if (isNamed) {
            place.why.prepend(reasons::routeNamed());
        }
        route.plans.append(std::move(place));
    }
}

NeededEvidence neededEvidence(const QList<Plan> &plans, const RoutingRule &rule, const RouteWishes &wishes)
{
    const bool isChoice = plans.size() > 1;
    const RoutingOrder order = rule.order.value_or(RoutingOrder::Cheapest);
    if (rule.maxTime || wishes.preferredTime
        || (isChoice && (order == RoutingOrder::Fastest || order == RoutingOrder::MostReliable))) {
        return NeededEvidence::Records;
    }
    const bool hasUnknownPrice =
        std::any_of(plans.begin(), plans.end(), [](const Plan &plan) { return !plan.estimate.total.isKnown(); });
    const bool needsTurn = isChoice && order == RoutingOrder::Weights;
    return needsTurn || (hasUnknownPrice && (isChoice || rule.maxPrice || wishes.capPrice())) ? NeededEvidence::Bills
                                                                                              : NeededEvidence::Nothing;
}

bool mayTryNext(const Error &error, bool failoverAfterUnknown)
{
    if (error.billing == Billing::MayBeBilled) {
        return failoverAfterUnknown && error.kind != ErrorKind::Cancelled;
    }
    if (error.billing == Billing::Billed) {
        return false;
    }
    switch (error.kind) {
    case ErrorKind::NoKey:
    case ErrorKind::Auth:
    case ErrorKind::Funds:
    case ErrorKind::RateLimit:
    case ErrorKind::Overloaded:
    case ErrorKind::NotFound:
    case ErrorKind::Network:
    case ErrorKind::Secrets:
    case ErrorKind::Budget: // a provider's own budget may be full while another's is not
    case ErrorKind::Unsupported:
        return true;
    default:
        return false;
    }
}

} // namespace lightwell
