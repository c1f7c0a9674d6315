// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compareexpectation.h"

#include "core/model/plan.h"

namespace lightwell {

CompareExpectation CompareExpectation::of(const Plan &plan)
{
    return {plan.offer.supports(QStringLiteral("seed")),        plan.estimate.total, plan.estimate.atMost,
            plan.output.exactSize.value_or(plan.size.expected), plan.offer.provider, plan.offer.providerModel};
}

} // namespace lightwell
