// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/routereasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> routingRows()
{
    return {
        {reasons::routeCheapest, QT_TRANSLATE_NOOP("Routing", "Cheapest: %1 a picture.")},
        {reasons::routePrice, QT_TRANSLATE_NOOP("Routing", "%1 a picture.")},
        {reasons::routePriceAsLastTime, QT_TRANSLATE_NOOP("Routing", "About %1 a picture, as last time.")},
        {reasons::routeCheapestCall, QT_TRANSLATE_NOOP("Routing", "Cheapest: at most %1 for this call.")},
        {reasons::routeCallPrice, QT_TRANSLATE_NOOP("Routing", "At most %1 for this call.")},
        {reasons::routeCallPriceAsLastTime, QT_TRANSLATE_NOOP("Routing", "About %1 for this call, as last time.")},
        {reasons::routeFree, QT_TRANSLATE_NOOP("Routing", "Costs nothing.")},
        {reasons::routePriceUnknown, QT_TRANSLATE_NOOP("Routing", "Its price is not known.")},
        {reasons::routeFastest, QT_TRANSLATE_NOOP("Routing", "Fastest: %1 s, the median of your last %2 pictures.")},
        {reasons::routeTime, QT_TRANSLATE_NOOP("Routing", "%1 s, the median of your last %2 pictures.")},
        {reasons::routeFastestCall, QT_TRANSLATE_NOOP("Routing", "Fastest: %1 s, the median of your last %2 calls.")},
        {reasons::routeCallTime, QT_TRANSLATE_NOOP("Routing", "%1 s, the median of your last %2 calls.")},
        {reasons::routeNotMeasured, QT_TRANSLATE_NOOP("Routing", "Not measured yet.")},
        {reasons::routeExplored,
         QT_TRANSLATE_NOOP("Routing", "Not measured yet: each %1th picture tries such an offer.")},
        {reasons::routeCallExplored,
         QT_TRANSLATE_NOOP("Routing", "Not measured yet: each %1th call tries such an offer.")},
        {reasons::routeMostReliable, QT_TRANSLATE_NOOP("Routing", "Most reliable: %1 % of your last %2 calls.")},
        {reasons::routeReliability, QT_TRANSLATE_NOOP("Routing", "%1 % of your last %2 calls succeeded.")},
        {reasons::routeTooFewCalls,
         QT_TRANSLATE_NOOP("Routing", "Only %1 calls so far, %2 are needed to tell; it counts as 50 %.")},
        {reasons::routeFixed, QT_TRANSLATE_NOOP("Routing", "Place %1 in the order you set.")},
        {reasons::routeBehindFixed, QT_TRANSLATE_NOOP("Routing", "Not in the order you set.")},
        {reasons::routeLocal, QT_TRANSLATE_NOOP("Routing", "Runs on your own machines.")},
        {reasons::routeNotLocal, QT_TRANSLATE_NOOP("Routing", "Does not run on your own machines.")},
        {reasons::routeItsTurn, QT_TRANSLATE_NOOP("Routing", "Its turn: it has %1 % of the calls.")},
        {reasons::routeNotItsTurn, QT_TRANSLATE_NOOP("Routing", "It has %1 % of the calls, and not this one.")},
        {reasons::routeWithoutWeight, QT_TRANSLATE_NOOP("Routing", "You gave it no share.")},
        {reasons::routeNamed, QT_TRANSLATE_NOOP("Routing", "You named this provider.")},
        {reasons::routeFallback, QT_TRANSLATE_NOOP("Routing", "Stands in for %1.")},
        {reasons::routeWithoutKey, QT_TRANSLATE_NOOP("Routing", "It has no key yet.")},
        {reasons::routeResting,
         QT_TRANSLATE_NOOP("Routing", "It failed or asked for a pause, so it is tried last for %1 s more.")},
        {reasons::routeProbe, QT_TRANSLATE_NOOP("Routing", "It failed repeatedly; this call tries it again.")},
        {reasons::routeProbed, QT_TRANSLATE_NOOP("Routing", "It failed repeatedly; another call tries it just now.")},
        {reasons::routeTooDear, QT_TRANSLATE_NOOP("Routing", "%1 a picture is more than your rules allow (%2).")},
        {reasons::routePriceUnknownUnderCap,
         QT_TRANSLATE_NOOP("Routing", "Its price is not known, and your rules allow %1 a picture at most.")},
        {reasons::routeTooSlow, QT_TRANSLATE_NOOP("Routing", "%1 s is longer than your rules allow (%2 s).")},
        {reasons::routeIgnored, QT_TRANSLATE_NOOP("Routing", "Your rules ignore this provider.")},
        {reasons::routeNotAllowed, QT_TRANSLATE_NOOP("Routing", "It is not among the providers your rules allow.")},
        {reasons::routeMarkMissing, QT_TRANSLATE_NOOP("Routing", "It has not the mark “%1”, which your rules want.")},
        {reasons::routeMarkExcluded, QT_TRANSLATE_NOOP("Routing", "It has the mark “%1”, which your rules exclude.")},
        {reasons::routeNoFallbackInStrict,
         QT_TRANSLATE_NOOP("Routing", "Strict mode takes no other model than the one you named.")},
        {reasons::callNamesPlace, QT_TRANSLATE_NOOP("Routing", "Place %1 in the order of the call.")},
        {reasons::callWouldBeFaster, QT_TRANSLATE_NOOP("Routing", "%1 s is longer than the call would like (%2 s).")},
        {reasons::callIgnores, QT_TRANSLATE_NOOP("Routing", "The call ignores this provider.")},
        {reasons::callAllowsOthersOnly,
         QT_TRANSLATE_NOOP("Routing", "It is not among the providers that the call allows.")},
        {reasons::callAllowsNoFurther,
         QT_TRANSLATE_NOOP("Routing", "The call allows no provider beside those it names.")},
        {reasons::callWantsPrivacy,
         QT_TRANSLATE_NOOP("Routing",
                           "It does not run on your own machines, and what it does with what it is sent is not known "
                           "here.")},
        {reasons::callWantsParameters,
         QT_TRANSLATE_NOOP("Routing", "It has nothing for %1, which the call wants heeded.")},
        {reasons::callPriceUnknown,
         QT_TRANSLATE_NOOP("Routing", "Its price is not known, and the call allows %1 at most.")},
        {reasons::callTooDear, QT_TRANSLATE_NOOP("Routing", "%1 is more than the call allows (%2).")},
        {reasons::callTokensTooDear,
         QT_TRANSLATE_NOOP("Routing", "%1 for a million tokens is more than the call allows (%2).")},
        {reasons::routeOfProvider, "%1: %2"},
        {reasons::routeLeftNothing, QT_TRANSLATE_NOOP("Routing", "Your routing rules leave out every offer of %1. %2"),
         Aside {QT_TRANSLATE_NOOP("Routing", "Change them under Settings, Routing."),
                QT_TRANSLATE_NOOP("Routing", "They stand in routing.json in the configuration folder.")}},
        {reasons::callLeavesNothing,
         QT_TRANSLATE_NOOP("Routing", "What the call wants of its provider leaves out every offer of %1. %2")},
        {reasons::routingRulesFaulty,
         QT_TRANSLATE_NOOP("Routing", "Your routing rules cannot be read, so nothing is asked of anybody. %1"),
         Aside {QT_TRANSLATE_NOOP("Routing", "Correct routing.json, or write the rules anew under Settings, Routing."),
                QT_TRANSLATE_NOOP("Routing", "Correct routing.json in the configuration folder, or take it away.")}},
    };
}

} // namespace lightwell::wording
