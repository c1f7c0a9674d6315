// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/route.h"

namespace lightwell {

QList<Plan> plansOf(const Route &route)
{
    QList<Plan> plans;
    plans.reserve(route.plans.size());
    for (const RankedPlan &ranked : route.plans) {
        plans.append(ranked.plan);
    }
    return plans;
}

QStringList providersOf(const Route &route)
{
    QStringList providers;
    for (const RankedPlan &ranked : route.plans) {
        if (!providers.contains(ranked.plan.offer.provider)) {
            providers.append(ranked.plan.offer.provider);
        }
    }
    return providers;
}

QList<RoutePlace> placesOf(const Route &route)
{
    QList<RoutePlace> places;
    for (const RankedPlan &ranked : route.plans) {
        const Offer &offer = ranked.plan.offer;
        places.append({offer.id(), offer.model, offer.provider, ranked.plan.estimate.total, ranked.why,
                       ranked.fromFallback, false});
    }
    for (const LeftOutOffer &offer : route.leftOut) {
        places.append({offer.offer, offer.model, offer.provider, {}, {offer.why}, false, true});
    }
    return places;
}

} // namespace lightwell
