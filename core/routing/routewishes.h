// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/routingrules.h"

#include <QHash>

namespace lightwell {

struct Plan;
struct RankedPlan;
struct RoutingView;

/// What one call wants of one of its models alone (OpenRouter's endings of names), in the place of what it wants of
/// all.
struct ModelWishes
{
    std::optional<RoutingOrder> order = {};
    std::optional<Money> maxPrice = {}; ///< a picture
    std::optional<double> maxTokenPrice = {}; ///< dollars per million, in and out
    /// A way of answering that only vendors of text models have who choose among others: the ending of their name of
    /// the model (":online"). Empty: any will do.
    QString variant = {};

    friend bool operator==(const ModelWishes &, const ModelWishes &) = default;
};

/// What one call wants of its route, beside the user's rules (RoutingRule): it may narrow what these allow, never widen
/// it; where it names an order, that one counts. Prices are what the vendor is expected to bill.
struct RouteWishes
{
    QStringList first = {}; ///< providers that are tried before all others, in this order
    std::optional<RoutingOrder> order = {}; ///< Cheapest, Fastest or MostReliable; of those behind `first`
    std::optional<QStringList> allow = {}; ///< providers: no others
    QStringList ignore = {}; ///< providers: none of these
    /// Whether another provider may be asked when the first cannot; without it, and with `first`, those alone.
    bool mayGoOn = true;
    std::optional<Money> maxPrice = {}; ///< a picture; an offer whose price is unknown is above it
    std::optional<Money> maxTotal = {}; ///< the whole request; the same
    std::optional<double> maxTextInPrice = {}; ///< dollars per million tokens of text that goes in
    std::optional<double> maxOutputPrice = {}; ///< dollars per million tokens that come out, of whatever
    bool wantsAllParameters = false; ///< offers that would drop one are left out
    bool onlyOwnMachines = false; ///< what is sent must not leave the user's own
    std::optional<std::chrono::milliseconds> preferredTime = {}; ///< offers that took longer come behind the others
    std::optional<QStringList> fallbacks = {}; ///< models, in the place of the rules'
    /// Of the model that is asked for, and behind it of each of `fallbacks`. Shorter, or empty: nothing of the others.
    QList<ModelWishes> ofModels = {};
    /// Who asks may use these models alone (isModelAmong()), so no other stands in for the one that is asked for;
    /// empty: all.
    QStringList models = {};
    QHash<QString, QJsonObject> options = {}; ///< by provider: fields in its own words, for it alone (Request::extra)

    /// Whether a price that is not known has to be looked up among earlier bills.
    [[nodiscard]] bool capPrice() const { return maxPrice || maxTotal; }
    friend bool operator==(const RouteWishes &, const RouteWishes &) = default;
};

/// As they count for one of the call's models.
[[nodiscard]] RouteWishes wishesFor(RouteWishes wishes, const ModelWishes &own);

/// The user's rule for a model, as it counts for this call.
[[nodiscard]] RoutingRule ruleFor(const RouteWishes &wishes, RoutingRule rule);

/// Why the call does not let a plan be tried; empty: it does (routereasons.h, "The call").
[[nodiscard]] Reason reasonAgainst(const Plan &plan, const RouteWishes &wishes, const RoutingView &view);
/// Whether a reason for which an offer was left out is one of these.
[[nodiscard]] bool isOfCall(const Reason &why);

/// Those that the call names first, and those that take longer than it would like behind, each group in its order.
/// Offers that failed lately still come last.
void putInWishedOrder(QList<RankedPlan> &plans, const RouteWishes &wishes, const RoutingView &view);

} // namespace lightwell
