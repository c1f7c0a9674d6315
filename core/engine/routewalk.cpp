// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/routewalk.h"

#include "core/engine/attemptreasons.h"
#include "core/routing/router.h"

#include <utility>

namespace lightwell {

std::optional<SetAside::Why> keyFault(const Error &error)
{
    if (error.billing != Billing::NotBilled || error.httpStatus == 0) {
        return std::nullopt;
    }
    switch (error.kind) {
    case ErrorKind::Auth:
        return SetAside::Why::Refused;
    case ErrorKind::Funds:
        return SetAside::Why::Funds;
    default:
        return std::nullopt;
    }
}

RouteWalk::RouteWalk(Route route, bool failoverAfterUnknown)
    : m_route(std::move(route))
    , m_failoverAfterUnknown(failoverAfterUnknown)
    , m_wasPutOff(m_route.plans.size(), false)
{
}

bool RouteWalk::toNext()
{
    m_withAnotherKey = std::exchange(m_again, false);
    if (m_withAnotherKey) {
        return true;
    }
    ++m_at;
    m_refusedHere.clear();
    return m_at < m_route.plans.size();
}

Reason RouteWalk::why() const
{
    if (m_withAnotherKey) {
        return reasons::nextKey();
    }
    const RankedPlan &ranked = m_route.plans.at(m_at);
    if (ranked.fromFallback) {
        return reasons::fallbackModel(reasons::ModelId(ranked.plan.offer.model));
    }
    return m_hasTried ? reasons::nextOffer() : reasons::firstChoice();
}

bool RouteWalk::isOtherModel(qsizetype plan) const
{
    return m_route.plans.at(plan).plan.offer.model != this->plan().offer.model;
}

void RouteWalk::skipModel()
{
    const QString model = plan().offer.model;
    while (m_at + 1 < m_route.plans.size() && m_route.plans.at(m_at + 1).plan.offer.model == model) {
        ++m_at;
    }
}

bool RouteWalk::putOff()
{
    qsizetype end = m_at + 1;
    while (end < m_route.plans.size() && !isOtherModel(end)) {
        ++end;
    }
    if (m_wasPutOff.at(m_at) || end == m_at + 1) {
        return false;
    }
    m_wasPutOff[m_at] = true;
    m_route.plans.move(m_at, end - 1);
    m_wasPutOff.move(m_at, end - 1);
    --m_at; // what came behind it is here now
    return true;
}

bool RouteWalk::wasRefused(const QString &key) const
{
    return m_refusedHere.contains(key) || m_refused.contains(KeyId(plan().offer.provider, key));
}

void RouteWalk::keyRefused(const QString &key, const Error &error)
{
    constexpr int forbidden = 403; // perhaps for this model alone
    m_refusedHere.append(key);
    if (error.httpStatus != forbidden) {
        m_refused.append(KeyId(plan().offer.provider, key));
    }
}

RouteWalk::Onward RouteWalk::afterKey()
{
    m_again = true;
    m_hasTried = true;
    return {true, reasons::nothingWasBegun()};
}

RouteWalk::Onward RouteWalk::after(const Error &error)
{
    m_hasTried = true;
    const bool isUnsure = error.billing == Billing::MayBeBilled;
    if (error.billing == Billing::Billed) {
        return {false, reasons::workWasDone()};
    }
    if (isUnsure && !mayTryNext(error, m_failoverAfterUnknown)) {
        return {false, reasons::unsureMustStop()};
    }
    if (error.kind == ErrorKind::ContentPolicy) {
        if (!m_route.fallbackAfterRefusal) {
            return {false, reasons::refusalMustStop()};
        }
        skipModel(); // the same picture would be refused by the same model
    } else if (!mayTryNext(error, m_failoverAfterUnknown)) {
        return {false, reasons::othersWouldNotHelp()};
    }
    const bool hadNext = m_at + 1 < m_route.plans.size();
    if (m_route.triesOneOffer) {
        skipModel();
    }
    if (m_at + 1 >= m_route.plans.size()) {
        return {false, hadNext ? reasons::callGoesNoFurther() : reasons::nobodyIsLeft()};
    }
    return {true,
            error.kind == ErrorKind::ContentPolicy ? reasons::refusalMayGoOn()
                : isUnsure                         ? reasons::unsureMayGoOn()
                                                   : reasons::nothingWasBegun()};
}

} // namespace lightwell
