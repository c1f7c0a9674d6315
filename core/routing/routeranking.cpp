// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/routeranking.h"

#include "core/chat/textmoney.h"
#include "core/routing/routefilter.h"
#include "core/routing/routereasons.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace lightwell {

namespace {

constexpr double behindAll = std::numeric_limits<double>::infinity();
constexpr qint64 hundred = 100;

/// A plan on its way to a place.
struct Candidate
{
    const Plan *plan;
    Money price; ///< of one picture
    OfferRecord record;
    bool isPassedOver = false;
    double rank = 0; ///< by the rule's order; the smallest is tried first
    QList<Reason> why;
};

qint64 successes(const OfferRecord &record)
{
    return record.calls() > 0 ? record.made * hundred / record.calls() : 0;
}

bool isBefore(const Candidate &left, const Candidate &right)
{
    constexpr qint64 unknown = std::numeric_limits<qint64>::max();
    return std::tuple(left.isPassedOver, left.rank, left.price.microsOr(unknown))
        < std::tuple(right.isPassedOver, right.rank, right.price.microsOr(unknown));
}

Reason priceReason(const Candidate &candidate)
{
    if (!candidate.price.isKnown()) {
        return reasons::routePriceUnknown();
    }
    const bool isText = isTextPlan(*candidate.plan);
    if (!candidate.plan->estimate.total.isKnown()) {
        return isText ? reasons::routeCallPriceAsLastTime(candidate.price)
                      : reasons::routePriceAsLastTime(candidate.price);
    }
    if (candidate.price == Money::zero()) {
        return reasons::routeFree();
    }
    return isText ? reasons::routeCallPrice(candidate.price) : reasons::routePrice(candidate.price);
}

Reason timeReason(const Candidate &candidate)
{
    if (candidate.record.made == 0) {
        return reasons::routeNotMeasured();
    }
    const QString time = secondsText(candidate.record.medianMs);
    return isTextPlan(*candidate.plan) ? reasons::routeCallTime(time, candidate.record.made)
                                       : reasons::routeTime(time, candidate.record.made);
}

class Ranking
{
public:
    Ranking(const QList<const Plan *> &plans, const RoutingRule &rule, const RoutingView &view)
        : m_rule(rule)
        , m_view(view)
    {
        for (const Plan *plan : plans) {
            const QString offer = plan->offer.id();
            m_candidates.append({plan,
                                 priceOfOne(*plan, view.evidence),
                                 view.evidence.records.value(offer),
                                 view.health.isPassedOver(offer, view.now),
                                 0,
                                 {}});
        }
    }

    QList<RankedPlan> ranked()
    {
        rankByOrder();
        std::stable_sort(m_candidates.begin(), m_candidates.end(), isBefore);
        markFirst();
        QList<RankedPlan> places;
        for (Candidate &candidate : m_candidates) {
            addTrouble(candidate);
            places.append({*candidate.plan, candidate.why, false});
        }
        return places;
    }

private:
    void rankByOrder()
    {
        switch (order()) {
        case RoutingOrder::Cheapest:
            break;
        case RoutingOrder::Fastest:
            return rankByTime();
        case RoutingOrder::MostReliable:
            return rankBySuccess();
        case RoutingOrder::Fixed:
            return rankByList();
        case RoutingOrder::LocalFirst:
            return rankByPlace();
        case RoutingOrder::Weights:
            return rankByWeight();
        }
        for (Candidate &candidate : m_candidates) {
            candidate.why.append(priceReason(candidate));
        }
    }

    void rankByTime()
    {
        for (Candidate &candidate : m_candidates) {
            const bool isMeasured = candidate.record.made > 0;
            candidate.rank = isMeasured ? static_cast<double>(candidate.record.medianMs) : behindAll;
            candidate.why.append(timeReason(candidate));
            candidate.why.append(priceReason(candidate));
        }
        if (m_view.evidence.turn % exploredEach == exploredEach - 1) {
            exploreOne();
        }
    }

    /// The cheapest that was never measured, for once. What it costs must be known: nobody chose it for its price.
    void exploreOne()
    {
        Candidate *chosen = nullptr;
        for (Candidate &candidate : m_candidates) {
            const bool mayBe = candidate.record.made == 0 && candidate.price.isKnown() && !candidate.isPassedOver;
            if (mayBe && (!chosen || candidate.price.micros() < chosen->price.micros())) {
                chosen = &candidate;
            }
        }
        if (chosen) {
            chosen->rank = -1;
            chosen->why.first() = isTextPlan(*chosen->plan) ? reasons::routeCallExplored(exploredEach)
                                                            : reasons::routeExplored(exploredEach);
        }
    }

    void rankBySuccess()
    {
        constexpr double unknown = 0.5;
        for (Candidate &candidate : m_candidates) {
            const int calls = candidate.record.calls();
            const bool isKnown = calls >= callsToTell;
            candidate.rank = -(isKnown ? static_cast<double>(candidate.record.made) / calls : unknown);
            candidate.why.append(isKnown ? reasons::routeReliability(successes(candidate.record), calls)
                                         : reasons::routeTooFewCalls(calls, callsToTell));
            candidate.why.append(priceReason(candidate));
        }
    }

    void rankByList()
    {
        for (Candidate &candidate : m_candidates) {
            const qsizetype place = m_rule.providers.indexOf(candidate.plan->offer.provider);
            candidate.rank = place < 0 ? behindAll : static_cast<double>(place);
            candidate.why.append(place < 0 ? reasons::routeBehindFixed() : reasons::routeFixed(place + 1));
            candidate.why.append(priceReason(candidate));
        }
    }

    void rankByPlace()
    {
        for (Candidate &candidate : m_candidates) {
            const bool isOwn = m_view.ownProviders.contains(candidate.plan->offer.provider);
            candidate.rank = isOwn ? 0 : 1;
            candidate.why.append(isOwn ? reasons::routeLocal() : reasons::routeNotLocal());
            candidate.why.append(priceReason(candidate));
        }
    }

    /// The one whose share of the calls holds this turn goes first, the others by their shares. Turns are spread by the
    /// golden ratio, which keeps to the shares over any stretch of calls, as chance would not.
    void rankByWeight()
    {
        constexpr double golden = 0.6180339887498949;
        double sum = 0;
        for (const Candidate &candidate : std::as_const(m_candidates)) {
            sum += presentWeight(candidate);
        }
        double whole = 0;
        const double turn = std::modf(static_cast<double>(m_view.evidence.turn) * golden, &whole) * sum;
        double before = 0;
        for (Candidate &candidate : m_candidates) {
            const double weight = weightOf(candidate);
            const double present = presentWeight(candidate);
            const bool isItsTurn = present > 0 && turn >= before && turn < before + present;
            before += present;
            const qint64 share = sum > 0 ? std::llround(present * hundred / sum) : 0;
            candidate.rank = isItsTurn ? -behindAll : weight > 0 ? -weight : behindAll;
            candidate.why.append(isItsTurn        ? reasons::routeItsTurn(share)
                                     : weight > 0 ? reasons::routeNotItsTurn(share)
                                                  : reasons::routeWithoutWeight());
            candidate.why.append(priceReason(candidate));
        }
    }

    [[nodiscard]] double weightOf(const Candidate &candidate) const
    {
        return m_rule.weights.value(candidate.plan->offer.provider);
    }
    /// Who is tried last leaves its share to the others.
    [[nodiscard]] double presentWeight(const Candidate &candidate) const
    {
        return candidate.isPassedOver ? 0 : weightOf(candidate);
    }

    /// The best of several says that it is.
    void markFirst()
    {
        if (m_candidates.size() < 2 || m_candidates.first().isPassedOver) {
            return;
        }
        Candidate &first = m_candidates.first();
        Reason &why = first.why.first();
        const bool isText = isTextPlan(*first.plan);
        const bool costs = first.plan->estimate.total.isKnown() && first.price != Money::zero();
        if (order() == RoutingOrder::Cheapest && costs) {
            why = isText ? reasons::routeCheapestCall(first.price) : reasons::routeCheapest(first.price);
        } else if (order() == RoutingOrder::Fastest && first.rank >= 0 && first.record.made > 0) {
            const QString time = secondsText(first.record.medianMs);
            why = isText ? reasons::routeFastestCall(time, first.record.made)
                         : reasons::routeFastest(time, first.record.made);
        } else if (order() == RoutingOrder::MostReliable && first.record.calls() >= callsToTell) {
            why = reasons::routeMostReliable(successes(first.record), first.record.calls());
        }
    }

    void addTrouble(Candidate &candidate) const
    {
        const QString offer = candidate.plan->offer.id();
        switch (m_view.health.state(offer, m_view.now)) {
        case Health::State::Closed:
            break;
        case Health::State::Resting:
            candidate.why.prepend(reasons::routeResting(m_view.health.restSeconds(offer, m_view.now)));
            break;
        case Health::State::Ready:
            candidate.why.prepend(reasons::routeProbe());
            break;
        case Health::State::Probed:
            candidate.why.prepend(reasons::routeProbed());
            break;
        }
    }

    [[nodiscard]] RoutingOrder order() const { return m_rule.order.value_or(RoutingOrder::Cheapest); }

    const RoutingRule &m_rule;
    const RoutingView &m_view;
    QList<Candidate> m_candidates;
};

} // namespace

QList<RankedPlan> rankPlans(const QList<const Plan *> &plans, const RoutingRule &rule, const RoutingView &view)
{
    return Ranking(plans, rule, view).ranked();
}

} // namespace lightwell
