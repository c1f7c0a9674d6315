// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/verdict.h"

#include "core/engine/callreasons.h"
#include "core/model/plausiblecost.h"
#include "core/planning/planner.h"

#include <algorithm>
#include <utility>

namespace lightwell {

namespace {

int weight(Billing billing)
{
    switch (billing) {
    case Billing::NotBilled:
        return 0;
    case Billing::Billed:
        return 1;
    case Billing::MayBeBilled:
        break;
    }
    return 2;
}

std::optional<Error> weightiest(const QList<CallEnd> &calls)
{
    std::optional<Error> worst;
    for (const CallEnd &call : calls) {
        if (call.error && (!worst || weight(call.error->billing) > weight(worst->billing))) {
            worst = call.error;
        }
    }
    return worst;
}

Money costOf(const Plan &plan, const QList<CallEnd> &calls)
{
    Money sum = Money::zero();
    for (const CallEnd &call : calls) {
        if (call.cost.isKnown() || call.doubted.isKnown() || !call.error || call.error->billing == Billing::Billed) {
            sum += costOfCall(plan, call);
        }
    }
    return sum;
}

Money doubtedOf(const QList<CallEnd> &calls)
{
    Money sum = Money::unknown();
    for (const CallEnd &call : calls) {
        if (call.doubted.isKnown()) {
            sum = sum.isKnown() ? sum + call.doubted : call.doubted;
        }
    }
    return sum;
}

Money priceListCost(const Plan &plan, const CallEnd &call)
{
    Plan part = plan;
    part.calls = {call.planned};
    if (call.made > 0) {
        part.calls.first().n = call.made;
    }
    part.request.n = part.calls.first().n;
    return estimateCost(part).total;
}

GenerationStatus statusOf(const std::optional<Error> &error, int pictures, bool cancelled)
{
    const bool unclear = error && error->billing == Billing::MayBeBilled;
    if (cancelled && (error || pictures == 0)) {
        return unclear ? GenerationStatus::Unknown : GenerationStatus::Cancelled;
    }
    if (!error || pictures > 0) {
        return GenerationStatus::Completed;
    }
    return unclear ? GenerationStatus::Unknown : GenerationStatus::Failed;
}

} // namespace

Money costOfCall(const Plan &plan, const CallEnd &call)
{
    return call.cost.isKnown() || call.doubted.isKnown() ? call.cost : priceListCost(plan, call);
}

void weighCost(const Plan &plan, CallEnd &call)
{
    const Money expected = priceListCost(plan, call);
    if (!isBelievable(call.cost, expected)) {
        call.doubted = std::exchange(call.cost, Money::unknown());
    } else if (isFarBeyond(call.cost, expected)) {
        call.doubted = call.cost;
    }
}

Money believedPrice(const Plan &plan, const PlannedCall &call, Money named)
{
    CallEnd end {call, {}, named};
    weighCost(plan, end);
    return end.cost;
}

Money costByPrices(const Plan &plan, const QList<Money> &named)
{
    Money sum = Money::zero();
    for (qsizetype index = 0; index < named.size(); ++index) {
        const Money expected = priceListCost(plan, {plan.calls.at(index), {}, {}});
        sum += Money::fromMicros(std::max(named.at(index).microsOr(0), expected.microsOr(0)));
    }
    const bool anyNamed = std::any_of(named.begin(), named.end(), [](Money price) { return price.isKnown(); });
    return anyNamed ? sum : Money::unknown();
}

Verdict judge(const Plan &plan, const QList<CallEnd> &calls, int pictures, bool cancelled)
{
    Verdict verdict;
    verdict.error = weightiest(calls);
    verdict.status = statusOf(verdict.error, pictures, cancelled);
    verdict.doubted = doubtedOf(calls);
    if (verdict.error && verdict.error->billing == Billing::MayBeBilled) {
        verdict.settlement = Journal::Settlement::Keep;
        verdict.cost = Money::unknown();
    } else if (!verdict.error || pictures > 0 || verdict.error->billing == Billing::Billed) {
        verdict.settlement = Journal::Settlement::Settle;
        verdict.cost = costOf(plan, calls);
    } else {
        verdict.settlement = Journal::Settlement::Release;
        verdict.cost = Money::zero();
        verdict.doubted = Money::unknown(); // nothing was billed, whatever it told
    }
    return verdict;
}

void tellDoubt(std::optional<Error> &error, const Verdict &verdict, Money expected)
{
    const bool isBooked = verdict.cost.isKnown();
    const Reason doubt = isBooked ? reasons::costFarBeyond(verdict.cost, expected)
        : expected.isKnown()      ? reasons::costDoubted(verdict.doubted, expected)
                                  : reasons::costDoubtedWithoutEstimate(verdict.doubted);
    if (error) {
        error->setReason(Reason::both(error->why(), doubt));
        return;
    }
    error = Error();
    error->kind = ErrorKind::Upstream;
    error->billing = Billing::Billed;
    error->reason = doubt;
    error->code = QString::fromLatin1(isBooked ? costQuestionedCode : costDoubtedCode);
}

} // namespace lightwell
