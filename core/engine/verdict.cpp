// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/verdict.h"

#include "core/planning/planner.h"

namespace lightwell {

namespace {

std::optional<Error> weightiest(const QList<CallEnd> &calls)
{
    std::optional<Error> worst;
    for (const CallEnd &call : calls) {
        const bool weighsMore = call.error
            && (!worst || (call.error->billing == Billing::MayBeBilled && worst->billing != Billing::MayBeBilled));
        if (weighsMore) {
            worst = call.error;
        }
    }
    return worst;
}

/// What was made, at the vendor's word or else at its price list.
Money costOf(const Plan &plan, const QList<CallEnd> &calls)
{
    Money sum = Money::zero();
    for (const CallEnd &call : calls) {
        if (call.cost.isKnown()) {
            sum += call.cost;
        } else if (!call.error || call.error->billing == Billing::Billed) {
            Plan part = plan;
            part.calls = {call.planned};
            part.request.n = call.planned.n;
            sum += estimateCost(part).total;
        }
    }
    return sum;
}

GenerationStatus statusOf(const std::optional<Error> &error, int pictures, bool cancelled)
{
    const bool unclear = error && error->billing == Billing::MayBeBilled;
    if (cancelled) {
        return unclear ? GenerationStatus::Unknown : GenerationStatus::Cancelled;
    }
    if (!error || pictures > 0) {
        return GenerationStatus::Completed;
    }
    return unclear ? GenerationStatus::Unknown : GenerationStatus::Failed;
}

} // namespace

Verdict judge(const Plan &plan, const QList<CallEnd> &calls, int pictures, bool cancelled)
{
    Verdict verdict;
    verdict.error = weightiest(calls);
    verdict.status = statusOf(verdict.error, pictures, cancelled);
    if (verdict.error && verdict.error->billing == Billing::MayBeBilled) {
        verdict.settlement = Journal::Settlement::Keep;
        verdict.cost = Money::unknown();
    } else if (!verdict.error || pictures > 0 || verdict.error->billing == Billing::Billed) {
        verdict.settlement = Journal::Settlement::Settle;
        verdict.cost = costOf(plan, calls);
    } else {
        verdict.settlement = Journal::Settlement::Release;
        verdict.cost = Money::zero();
    }
    return verdict;
}

} // namespace lightwell
