// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/health.h"

#include <algorithm>

namespace lightwell {

namespace {

constexpr int failuresToRest = 3;
constexpr qint64 firstRestSeconds = 30;
constexpr qint64 longestRestSeconds = 600;

} // namespace

bool isVendorsFault(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::RateLimit:
    case ErrorKind::Overloaded:
    case ErrorKind::Timeout:
    case ErrorKind::Network:
    case ErrorKind::Upstream:
    case ErrorKind::Unknown:
        return true;
    default:
        return false;
    }
}

void Health::succeeded(const QString &offerId)
{
    m_states.remove(offerId);
}

void Health::failed(const QString &offerId, const Error &error, const QDateTime &now)
{
    if (!isVendorsFault(error.kind)) {
        return;
    }
    State &state = m_states[offerId];
    ++state.failures;
    qint64 seconds = 0;
    if (state.failures >= failuresToRest) {
        const int doublings = std::min(state.failures - failuresToRest, 5);
        seconds = std::min(firstRestSeconds << doublings, longestRestSeconds);
    }
    if (error.retryAfter) {
        const qint64 asked = std::chrono::ceil<std::chrono::seconds>(*error.retryAfter).count();
        seconds = std::max(seconds, std::min(asked, longestRestSeconds));
    }
    if (seconds > 0) {
        state.restsUntil = now.addSecs(seconds);
    }
}

bool Health::isResting(const QString &offerId, const QDateTime &now) const
{
    const auto state = m_states.constFind(offerId);
    return state != m_states.cend() && state->restsUntil.isValid() && now < state->restsUntil;
}

} // namespace lightwell
