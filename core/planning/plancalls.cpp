// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/draft.h"
#include "core/planning/planreasons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// Each picture gets a seed of its own (seed, seed + 1 …), so that the calls do not all paint the same one. Vendors
/// count up by themselves within a call.
QList<PlannedCall> callsFor(int n, int perCall, std::optional<qint64> seed)
{
    QList<PlannedCall> calls;
    for (int made = 0; made < n; made += perCall) {
        PlannedCall call;
        call.n = std::min(perCall, n - made);
        if (seed) {
            call.seed = *seed + made;
        }
        calls.append(call);
    }
    return calls;
}

} // namespace

void planCalls(PlanDraft &draft)
{
    const Request &request = draft.request();
    const Offer &offer = draft.offer();
    const bool any = request.seed == -1;
    const bool seeded = request.seed && !any && offer.supports(u"seed"_s);
    const bool previewed = draft.plan.previews > 0; // the sketches of several pictures cannot be told apart
    const int perCall = offer.supports(u"n"_s) && !previewed ? std::max(1, offer.maxPerCall) : 1;
    draft.plan.calls = callsFor(request.n, perCall, seeded ? request.seed : std::nullopt);

    if (request.n > 1 && request.n <= perCall) {
        draft.pass(u"n"_s, request.n);
    } else if (request.n > 1) {
        draft.emulate(u"n"_s, request.n,
                      previewed ? reasons::previewedOneByOne(draft.plan.calls.size())
                                : reasons::severalCalls(offer.provider, perCall, draft.plan.calls.size()));
    }
    if (any) {
        draft.satisfy(u"seed"_s, *request.seed, reasons::seedAny());
    } else if (seeded) {
        draft.pass(u"seed"_s, *request.seed);
    } else if (request.seed) {
        draft.drop(u"seed"_s, *request.seed, reasons::noSeed(offer.model, offer.provider));
    }
}

} // namespace lightwell
