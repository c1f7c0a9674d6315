// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/router.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace lightwell {

QList<Plan> orderPlans(QList<Plan> plans, const QStringList &providerOrder, const Health &health, const QDateTime &now)
{
    const auto rank = [&](const Plan &plan) {
        const qsizetype place = providerOrder.indexOf(plan.offer.provider);
        return std::tuple(health.isResting(plan.offer.id(), now),
                          place < 0 ? std::numeric_limits<qsizetype>::max() : place,
                          plan.estimate.total.microsOr(std::numeric_limits<qint64>::max()));
    };
    std::stable_sort(plans.begin(), plans.end(), [&rank](const Plan &a, const Plan &b) { return rank(a) < rank(b); });
    return plans;
}

bool mayTryNext(const Error &error, bool failoverAfterUnknown)
{
    if (error.billing == Billing::MayBeBilled) {
        return failoverAfterUnknown && error.kind != ErrorKind::Cancelled;
    }
    if (error.billing == Billing::Billed) {
        return false;
    }
    switch (error.kind) {
    case ErrorKind::NoKey:
    case ErrorKind::Auth:
    case ErrorKind::Funds:
    case ErrorKind::RateLimit:
    case ErrorKind::Overloaded:
    case ErrorKind::NotFound:
    case ErrorKind::Network:
    case ErrorKind::Secrets:
    case ErrorKind::Budget: // a provider's own budget may be full while another's is not
    case ErrorKind::Unsupported:
        return true;
    default:
        return false;
    }
}

} // namespace lightwell
