// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/planner.h"

#include "core/planning/checkreasons.h"
#include "core/planning/draft.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

Error refusedByStrict(const Plan &plan)
{
    QList<Reason> all;
    const QList<PlannedParameter> weakened = plan.weakened();
    for (const PlannedParameter &parameter : weakened) {
        all.append(reasons::ofField(parameter.name, parameter.reason));
    }
    Error error = notSent(ErrorKind::Invalid, reasons::strictRefuses(plan.offer.model, plan.offer.provider, all),
                          weakened.first().name);
    error.code = u"strict"_s;
    return error;
}

} // namespace

QSize sizeThatComesOut(const Plan &plan)
{
    return plan.output.exactSize.value_or(plan.size.expected);
}

Result<Plan> makePlan(const Request &request, const Offer &offer, const FieldNames &names)
{
    PlanDraft draft;
    draft.plan.request = request;
    draft.plan.offer = offer;
    if (Fault fault = understandExtra(draft, names)) {
        return *fault;
    }
    leaveOutFields(draft);
    settleOperation(draft);
    if (Fault fault = checkOperation(draft)) {
        return *fault;
    }
    if (Fault fault = checkRequest(draft)) {
        return *fault;
    }
    if (Fault fault = planInputs(draft)) {
        return *fault;
    }
    planContent(draft);
    planSize(draft);
    planMask(draft);
    if (Fault fault = checkPutBack(draft)) {
        return *fault;
    }
    if (Fault fault = planOutput(draft)) {
        return *fault;
    }
    planTuning(draft);
    planWords(draft);
    planPreviews(draft);
    planCalls(draft);
    passExtra(draft);
    if (request.strict && !draft.plan.weakened().isEmpty()) {
        return refusedByStrict(draft.plan);
    }
    draft.plan.estimate = estimateCost(draft.plan);
    return std::move(draft.plan);
}

} // namespace lightwell
