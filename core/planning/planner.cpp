// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/planner.h"

#include "core/planning/draft.h"
#include "core/planning/plantext.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

Error refusedByStrict(const Plan &plan)
{
    QStringList sentences;
    QJsonArray list;
    const QList<PlannedParameter> weakened = plan.weakened();
    for (const PlannedParameter &parameter : weakened) {
        sentences.append(u"%1: %2"_s.arg(parameter.name, parameter.reason));
        list.append(QJsonObject {{"name"_L1, parameter.name},
                                 {"treatment"_L1, treatmentName(parameter.treatment)},
                                 {"reason"_L1, parameter.reason}});
    }
    Error error = notSent(ErrorKind::Invalid,
                          PlanText::tr("Strict mode is on, and %1 at %2 cannot do all of this by itself. %3 "
                                       "Change these, or turn strict mode off.")
                              .arg(plan.offer.model, plan.offer.provider, sentences.join(u' ')),
                          weakened.first().name);
    error.code = u"strict"_s;
    error.detail = QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
    return error;
}

} // namespace

Result<Plan> makePlan(const Request &request, const Offer &offer)
{
    PlanDraft draft;
    draft.plan.request = request;
    draft.plan.offer = offer;
    understandExtra(draft);
    if (Fault fault = checkRequest(draft)) {
        return *fault;
    }
    planContent(draft);
    planSize(draft);
    if (Fault fault = planOutput(draft)) {
        return *fault;
    }
    planWords(draft);
    planPreviews(draft);
    planCalls(draft);
    passExtra(draft);
    if (request.strict && !draft.plan.weakened().isEmpty()) {
        return refusedByStrict(draft.plan);
    }
    draft.plan.estimate = estimateCost(draft.plan);
    return draft.plan;
}

} // namespace lightwell
