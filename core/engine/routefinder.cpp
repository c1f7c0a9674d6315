// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/routefinder.h"

#include "core/async/whendone.h"
#include "core/journal/journal.h"
#include "core/net/hostrules.h"
#include "core/net/linkreasons.h"
#include "core/routing/routereasons.h"
#include "core/secrets/keyring.h"

#include <algorithm>
#include <utility>

namespace lightwell {

namespace {

QStringList providersOf(const TextOrder &order)
{
    QStringList providers;
    for (const TextOrder::Choice &choice : order.choices) {
        for (const Plan &plan : choice.plans) {
            providers.append(plan.offer.provider);
        }
    }
    providers.removeDuplicates();
    return providers;
}

/// An error where nobody else is left.
Result<TextOrder> withoutOutside(TextOrder order, const QStringList &outside)
{
    const Reason why = reasons::partLinkIsPrivate(order.localLink->host);
    for (TextOrder::Choice &choice : order.choices) {
        for (const Plan &plan : std::as_const(choice.plans)) {
            if (const Offer &offer = plan.offer; outside.contains(offer.provider)) {
                order.leftOut.append({offer.id(), offer.model, offer.provider, why});
            }
        }
        choice.plans.removeIf([&outside](const Plan &plan) { return outside.contains(plan.offer.provider); });
    }
    order.choices.removeIf([](const TextOrder::Choice &choice) { return choice.plans.isEmpty(); });
    return order.choices.isEmpty() ? Result<TextOrder>(notSent(ErrorKind::Invalid, why, order.localLink->place))
                                   : order;
}

} // namespace

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
    if (!text.localLink) {
        return order(lightwell::planText(text, m_policy.routing), ahead, context, then);
    }
    // Where somebody outside would be asked to fetch it, it can never work, and tells them names that are private.
    findOutside(providersOf(text), {}, context, [this, text, ahead, context, then](const QStringList &outside) {
        const Result<TextOrder> inside = withoutOutside(text, outside);
        order(inside ? lightwell::planText(*inside, m_policy.routing) : Result<PlannedModels>(inside.error()), ahead,
              context, then);
    });
}

void RouteFinder::findOutside(QStringList providers, const QStringList &outside, QObject *context,
                              const OnProviders &then) const
{
    if (providers.isEmpty()) {
        return then(outside);
    }
    const QString provider = providers.takeFirst();
    m_parts.keyring.address(
        provider, context, [this, provider, providers, outside, context, then](const Result<QUrl> &address) {
            const bool isNear = address && isLocalHost(address->host());
            findOutside(providers, isNear ? outside : outside + QStringList {provider}, context, then);
        });
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
                               const Engine::OnRoute &then) const
{
    find(request, wishes, ahead, context, withKeys(context, then));
}

void RouteFinder::findTextWithKeys(const TextOrder &text, qsizetype ahead, QObject *context,
                                   const Engine::OnRoute &then) const
{
    findText(text, ahead, context, withKeys(context, then));
}

RouteFinder::OnRoute RouteFinder::withKeys(QObject *context, const Engine::OnRoute &then) const
{
    return [this, context, then](const Result<Route> &route) {
        if (!route) {
            then(route, {});
            return;
        }
        const QStringList providers = providersOf(*route);
        m_parts.keyring.states(providers, context, [then, route = *route](const QList<KeyState> &states) mutable {
            const auto hasKey = [&states](const RankedPlan &ranked) {
                return std::any_of(states.begin(), states.end(), [&ranked](const KeyState &state) {
                    return state.provider == ranked.plan.offer.provider && state.source != KeySource::None;
                });
            };
            if (std::all_of(route.plans.cbegin(), route.plans.cend(), hasKey)) {
                then(route, states); // as it is, and nothing of it is copied
                return;
            }
            const auto without = std::stable_partition(route.plans.begin(), route.plans.end(), hasKey);
            for (auto ranked = without; ranked != route.plans.end(); ++ranked) {
                ranked->why.prepend(reasons::routeWithoutKey());
            }
            then(route, states);
        });
    };
}

} // namespace lightwell
