// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/routefinder.h"

#include "core/async/whendone.h"
#include "core/journal/journal.h"
#include "core/routing/routereasons.h"
#include "core/secrets/keyring.h"

#include <algorithm>

namespace lightwell {

RouteFinder::RouteFinder(const EngineParts &parts, const Catalog &catalog, const EnginePolicy &policy, Health &health)
    : m_parts(parts)
    , m_catalog(catalog)
    , m_policy(policy)
    , m_health(health)
{
    const QList<ProviderInfo> providers = parts.adapters.providers();
    for (const ProviderInfo &provider : providers) {
        if (!provider.bills) {
            m_ownProviders.insert(provider.id);
        }
    }
}

Result<Route> RouteFinder::routeBy(const PlannedModels &planned, const RoutingEvidence &evidence) const
{
    for (auto record = evidence.records.begin(); record != evidence.records.end(); ++record) {
        m_health.heard(record.key(), record.value());
    }
    return routeOf(planned, {m_policy.routing, m_ownProviders, m_health, evidence, m_parts.clock.now()});
}

void RouteFinder::find(const Request &request, const RouteWishes &wishes, qsizetype ahead, QObject *context,
                       const OnRoute &then) const
{
    order(planModels(request, m_catalog, m_policy.routing, wishes), ahead, context, then);
}

void RouteFinder::findText(const TextOrder &text, qsizetype ahead, QObject *context, const OnRoute &then) const
{
    order(lightwell::planText(text, m_policy.routing), ahead, context, then);
}

void RouteFinder::order(const Result<PlannedModels> &planned, qsizetype ahead, QObject *context,
                        const OnRoute &then) const
{
    if (!planned) {
        then(planned.error());
        return;
    }
    const NeededEvidence needed = planned->neededEvidence();
    if (needed == NeededEvidence::Nothing) {
        then(routeBy(*planned, {}));
        return;
    }
    whenDone(m_parts.journal.evidence(planned->plans(), needed), context,
             [this, planned, ahead, then](const Result<RoutingEvidence> &found) {
                 // Without it, prices and the catalog's order count.
                 RoutingEvidence evidence = found ? *found : RoutingEvidence();
                 evidence.turn += ahead; // whose turn it is follows from what is written
                 then(routeBy(*planned, evidence));
             });
}

void RouteFinder::findWithKeys(const Request &request, const RouteWishes &wishes, qsizetype ahead, QObject *context,
                               const OnRoute &then) const
{
    find(request, wishes, ahead, context, withKeys(context, then));
}

void RouteFinder::findTextWithKeys(const TextOrder &text, qsizetype ahead, QObject *context, const OnRoute &then) const
{
    findText(text, ahead, context, withKeys(context, then));
}

RouteFinder::OnRoute RouteFinder::withKeys(QObject *context, const OnRoute &then) const
{
    return [this, context, then](const Result<Route> &route) {
        if (!route) {
            then(route);
            return;
        }
        const QStringList providers = providersOf(plansOf(*route));
        m_parts.keyring.states(providers, context, [then, route = *route](const QList<KeyState> &states) mutable {
            const auto hasKey = [&states](const RankedPlan &ranked) {
                return std::any_of(states.begin(), states.end(), [&ranked](const KeyState &state) {
                    return state.provider == ranked.plan.offer.provider && state.source != KeySource::None;
                });
            };
            const auto without = std::stable_partition(route.plans.begin(), route.plans.end(), hasKey);
            for (auto ranked = without; ranked != route.plans.end(); ++ranked) {
                ranked->why.prepend(reasons::routeWithoutKey());
            }
            then(route);
        });
    };
}

} // namespace lightwell
