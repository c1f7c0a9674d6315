// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/textorder.h"
#include "core/model/request.h"

namespace lightwell {

class Catalog;

/// The plans of a model that may carry out a request, before they are put in order.
struct PlannedModel
{
    QList<Plan> plans;
    RoutingRule rule;
    bool isNamed = false; ///< the caller named the provider
    QString insteadOf; ///< the model that was asked for, where this one stands in for it
    ModelWishes own = {}; ///< what the call wants of this one alone
};

/// What a request can be carried out by: the model that was asked for, and behind it those that may stand in.
struct PlannedModels
{
    QList<PlannedModel> models; ///< never empty
    QList<LeftOutOffer> leftOut;
    RouteWishes wishes; ///< the call's own

    [[nodiscard]] QList<Plan> plans() const; ///< all of them
    [[nodiscard]] NeededEvidence neededEvidence() const; ///< of all of them
};

/// An error where no offer can take the request, or the rules cannot be gone by. Pure. Fallbacks are the rule's of the
/// model that was asked for, and come with the rules of their own names for all else; who names a provider, or is
/// strict, gets none. Those that the call names count instead, also for who names a provider, and where the model that
/// was asked for can do nothing. The same model may be among them twice where the call wants each time something else
/// of it: its offers are tried once all the same, at the first place that lets them.
[[nodiscard]] Result<PlannedModels> planModels(const Request &request, const Catalog &catalog,
                                               const RoutingRules &rules, const RouteWishes &wishes = {});

/// The same for a call to text models. What the rules say of a picture's price and of models in its place is not meant
/// for words. Of the wishes' limits those of tokens count; one for a whole picture or request excludes who has a fee
/// beside the tokens, which only offers of unknown price may have.
[[nodiscard]] Result<PlannedModels> planText(const TextOrder &order, const RoutingRules &rules);

/// Those in the order in which they are tried; an error where the rules leave nothing. Pure.
[[nodiscard]] Result<Route> routeOf(const PlannedModels &planned, const RoutingView &view);

} // namespace lightwell
