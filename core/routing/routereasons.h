// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why an offer has its place in the order of attempts, or none. Prices are of one picture. Times are seconds with one
/// decimal, as text.
namespace lightwell::reasons {

// Price.
inline constexpr ReasonCode<Money> routeCheapest {"route_cheapest"};
inline constexpr ReasonCode<Money> routePrice {"route_price"};
inline constexpr ReasonCode<Money> routePriceAsLastTime {"route_price_as_last_time"};
inline constexpr ReasonCode<> routeFree {"route_free"};
inline constexpr ReasonCode<> routePriceUnknown {"route_price_unknown"};

// The same of a call to a text model: what it costs at most, as a whole.
inline constexpr ReasonCode<Money> routeCheapestCall {"route_cheapest_call"};
inline constexpr ReasonCode<Money> routeCallPrice {"route_call_price"};
inline constexpr ReasonCode<Money> routeCallPriceAsLastTime {"route_call_price_as_last_time"};

// The user's own calls: median and how many; hundredths and how many.
inline constexpr ReasonCode<QString, qint64> routeFastest {"route_fastest"};
inline constexpr ReasonCode<QString, qint64> routeTime {"route_time"};
inline constexpr ReasonCode<QString, qint64> routeFastestCall {"route_fastest_call"}; ///< to a text model
inline constexpr ReasonCode<QString, qint64> routeCallTime {"route_call_time"};
inline constexpr ReasonCode<> routeNotMeasured {"route_not_measured"};
inline constexpr ReasonCode<qint64> routeExplored {"route_explored"}; ///< each so manieth picture
inline constexpr ReasonCode<qint64> routeCallExplored {"route_call_explored"};
inline constexpr ReasonCode<qint64, qint64> routeMostReliable {"route_most_reliable"};
inline constexpr ReasonCode<qint64, qint64> routeReliability {"route_reliability"};
inline constexpr ReasonCode<qint64, qint64> routeTooFewCalls {"route_too_few_calls"}; ///< there are, there should be

// What the user set.
inline constexpr ReasonCode<qint64> routeFixed {"route_fixed"};
inline constexpr ReasonCode<> routeBehindFixed {"route_behind_fixed"};
inline constexpr ReasonCode<> routeLocal {"route_local"};
inline constexpr ReasonCode<> routeNotLocal {"route_not_local"};
inline constexpr ReasonCode<qint64> routeItsTurn {"route_its_turn"}; ///< hundredths
inline constexpr ReasonCode<qint64> routeNotItsTurn {"route_not_its_turn"};
inline constexpr ReasonCode<> routeWithoutWeight {"route_without_weight"};
inline constexpr ReasonCode<> routeNamed {"route_named"}; ///< provider/model
inline constexpr ReasonCode<ModelId> routeFallback {"route_fallback"};
inline constexpr ReasonCode<> routeWithoutKey {"route_without_key"};

// Failures.
inline constexpr ReasonCode<qint64> routeResting {"route_resting"}; ///< seconds from now
inline constexpr ReasonCode<> routeProbe {"route_probe"}; ///< this call is the one that tries it again
inline constexpr ReasonCode<> routeProbed {"route_probed"}; ///< another call does

// Left out.
inline constexpr ReasonCode<Money, Money> routeTooDear {"route_too_dear"};
inline constexpr ReasonCode<Money> routePriceUnknownUnderCap {"route_price_unknown_under_cap"};
inline constexpr ReasonCode<QString, QString> routeTooSlow {"route_too_slow"};
inline constexpr ReasonCode<> routeIgnored {"route_ignored"};
inline constexpr ReasonCode<> routeNotAllowed {"route_not_allowed"};
inline constexpr ReasonCode<QString> routeMarkMissing {"route_mark_missing"};
inline constexpr ReasonCode<QString> routeMarkExcluded {"route_mark_excluded"};
inline constexpr ReasonCode<> routeNotForClient {"route_not_for_client"}; ///< it may not use that model
inline constexpr ReasonCode<> routeNoFallbackInStrict {"route_no_fallback_in_strict"};

// The call's own wishes (RouteWishes): its place, or none.
inline constexpr ReasonCode<qint64> callNamesPlace {"call_names_place"};
inline constexpr ReasonCode<QString, QString> callWouldBeFaster {"call_would_be_faster"};
inline constexpr ReasonCode<> callIgnores {"call_ignores"};
inline constexpr ReasonCode<> callAllowsOthersOnly {"call_allows_others_only"};
inline constexpr ReasonCode<> callAllowsNoFurther {"call_allows_no_further"};
inline constexpr ReasonCode<> callWantsPrivacy {"call_wants_privacy"};
inline constexpr ReasonCode<QStringList> callWantsParameters {"call_wants_parameters"}; ///< that it would drop
inline constexpr ReasonCode<Money> callPriceUnknown {"call_price_unknown"};
inline constexpr ReasonCode<Money, Money> callTooDear {"call_too_dear"};
inline constexpr ReasonCode<Money, Money> callTokensTooDear {"call_tokens_too_dear"}; ///< a million of them

// No route.
inline constexpr ReasonCode<ProviderId, Reason> routeOfProvider {"route_of_provider"}; ///< one of several
inline constexpr ReasonCode<ModelId, QList<Reason>> routeLeftNothing {"route_left_nothing"};
inline constexpr ReasonCode<ModelId, QList<Reason>> callLeavesNothing {"call_leaves_nothing"};
inline constexpr ReasonCode<QList<Reason>> routingRulesFaulty {"routing_rules_faulty"};

} // namespace lightwell::reasons
