// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/pastbills.h"

#include "core/journal/planjson.h"
#include "core/ledger/ledgersql.h"
#include "core/storage/query.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace lightwell::pastbills {

namespace {

constexpr int wanted = 10;
constexpr int lookedThrough = 500; ///< of this offer, in whatever size and quality
constexpr int longestPlan = 64 * 1024;

int picturesOf(const Plan &plan)
{
    return std::accumulate(plan.calls.cbegin(), plan.calls.cend(), 0,
                           [](int sum, const PlannedCall &call) { return sum + call.n; });
}

/// Half a micro-dollar is better reserved than not.
Money ofOne(Money cost, int pictures)
{
    return Money::fromMicros((cost.micros() + pictures - 1) / pictures);
}

} // namespace

Result<Money> dearestLike(Database &database, const Plan &plan)
{
    Result<Rows> rows =
        execute(database,
                u"SELECT cost, plan FROM attempts WHERE provider = ? AND provider_model = ? AND status = ? "
                "AND cost >= 0 AND length(plan) <= ? ORDER BY generation DESC, number DESC LIMIT ?"_s,
                {plan.offer.provider, plan.offer.providerModel, statusName(GenerationStatus::Completed), longestPlan,
                 lookedThrough});
    if (!rows) {
        return rows.error();
    }
    Money dearest = Money::unknown();
    int found = 0;
    while (found < wanted && rows.value().next()) {
        const Money cost = ledgersql::toMoney(rows.value().value(0));
        const Result<Plan> earlier = planjson::read(rows.value().value(1).toByteArray(), {}, {});
        if (!cost.isKnown() || !earlier || earlier->size != plan.size || earlier->quality != plan.quality
            || picturesOf(*earlier) == 0) {
            continue;
        }
        ++found;
        const Money one = ofOne(cost, picturesOf(*earlier));
        dearest = dearest.isKnown() && dearest.micros() > one.micros() ? dearest : one;
    }
    return dearest * picturesOf(plan);
}

} // namespace lightwell::pastbills
