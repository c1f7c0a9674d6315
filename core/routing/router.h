// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/health.h"
#include "core/routing/offerrecord.h"
#include "core/routing/route.h"
#include "core/routing/routewishes.h"
#include "core/routing/routingrules.h"

#include <QSet>

namespace lightwell {

/// What is known of offers beside their plans.
struct RoutingEvidence
{
    QHash<QString, OfferRecord> records; ///< by Offer::id()
    QHash<QString, Money> bills; ///< by Offer::id(): what like requests cost before, where no price is known
    /// Counts the user's pictures. Whose turn it is follows from it alone, so that a dry run tells the same as what
    /// comes after it.
    qint64 turn = 0;
};

/// What an order is made by.
struct RoutingView
{
    const RoutingRules &rules;
    const QSet<QString> &ownProviders; ///< that run on the user's own machines and never bill
    const Health &health;
    const RoutingEvidence &evidence;
    QDateTime now;
};

/// Puts the plans of one model in the order in which they are tried, with a reason for each place, and adds them to the
/// route; those that the rule leaves out are noted there. Offers that failed lately come last. Equal ones stand by
/// their price, unknown ones behind, then as in the catalog. `isNamed`: the caller named the provider. `wishes` are the
/// call's own, and `rule` is ruleFor() them.
void addToRoute(Route &route, const QList<Plan> &plans, const RoutingRule &rule, const RoutingView &view,
                bool isNamed = false, const RouteWishes &wishes = {});

/// What has to be looked up before plans can be put in order, each with all that stands before it.
enum class NeededEvidence {
    Nothing, ///< plans and rules are enough
    Bills, ///< what like requests cost before, and the turn
    Records, ///< how calls to each offer ended
};
[[nodiscard]] NeededEvidence neededEvidence(const QList<Plan> &plans, const RoutingRule &rule,
                                            const RouteWishes &wishes = {});

/// Whether the next plan may be tried after this failure: only where it is certain that no work began, and another
/// provider could do better. Wrong requests and refused prompts stay where they are.
[[nodiscard]] bool mayTryNext(const Error &error, bool failoverAfterUnknown);

} // namespace lightwell
