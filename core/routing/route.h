// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"
#include "core/model/routeplace.h"

namespace lightwell {

/// One place in the order of attempts.
struct RankedPlan
{
    Plan plan;
    QList<Reason> why; ///< for this place, the most telling first (routereasons.h)
    bool fromFallback = false; ///< of another model than the one that was asked for

    friend bool operator==(const RankedPlan &, const RankedPlan &) = default;
};

/// An offer that is not tried, and why. What is found only when it is tried (no key) is not known here.
struct LeftOutOffer
{
    QString offer; ///< Offer::id()
    QString model;
    QString provider;
    Reason why;

    friend bool operator==(const LeftOutOffer &, const LeftOutOffer &) = default;
};

/// Which offers carry out a request, one after the other until one succeeds, and why in this order. Plans of fallback
/// models come behind all plans of the model that was asked for.
struct Route
{
    QList<RankedPlan> plans; ///< never empty where a route was found
    QList<LeftOutOffer> leftOut;
    /// Whether a prompt or picture that the asked model's vendor refuses goes on to a fallback model. Without it, a
    /// refusal ends the route.
    bool fallbackAfterRefusal = false;
    bool triesOneOffer = false; ///< of each model: the first that was asked is the last

    friend bool operator==(const Route &, const Route &) = default;
};

[[nodiscard]] QList<Plan> plansOf(const Route &route);
[[nodiscard]] QStringList providersOf(const Route &route); ///< of its plans, each once
/// Those that are tried in their order, then those that are left out.
[[nodiscard]] QList<RoutePlace> placesOf(const Route &route);

} // namespace lightwell
