// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/route.h"

namespace lightwell {

QList<Plan> plansOf(const Route &route)
{
    QList<Plan> plans;
    plans.reserve(route.plans.size());
    for (const RankedPlan &ranked : route.plans) {
        plans.append(ranked.plan);
    }
    return plans;
}

} // namespace lightwell
