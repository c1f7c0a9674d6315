// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/findplans.h"

#include "core/catalog/catalog.h"
#include "core/engine/callreasons.h"
#include "core/routing/router.h"

namespace lightwell {

namespace {

/// Of several reasons why no offer can take a request, the first that the person can do something about.
Error firstActionable(const QList<Error> &errors)
{
    for (const Error &error : errors) {
        if (error.kind == ErrorKind::Invalid) {
            return error;
        }
    }
    return errors.isEmpty() ? notSent(ErrorKind::NotFound, reasons::noProviderServes()) : errors.first();
}

} // namespace

Result<Route> findPlans(const Request &request, const Catalog &catalog, const EnginePolicy &policy,
                        const Health &health, const QDateTime &now)
{
    const Result<Resolution> found = catalog.resolve(request.model);
    if (!found) {
        return found.error();
    }
    QList<Plan> plans;
    QList<Error> errors;
    Route route;
    for (const Offer &offer : found->offers) {
        Result<Plan> plan = catalog.plan(request, offer);
        if (plan) {
            plans.append(std::move(plan).value());
        } else {
            errors.append(plan.error());
            route.leftOut.append({offer.id(), offer.model, offer.provider, plan.error().why()});
        }
    }
    if (plans.isEmpty()) {
        return firstActionable(errors);
    }
    for (const Plan &plan : orderPlans(plans, policy.providerOrder, health, now)) {
        route.plans.append({plan, {}, false});
    }
    return route;
}

} // namespace lightwell
