// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/health.h"

#include <algorithm>

namespace lightwell {

namespace {

constexpr int failuresToRest = 3;
constexpr qint64 firstRestSeconds = 30;
constexpr qint64 longestRestSeconds = 600;
constexpr qint64 longestPauseSeconds = 3600; ///< that a vendor may ask for
constexpr int maxDoublings = 5;

/// For which an offer rests after so many failures in a row, the last of them this one.
qint64 restAfter(int failures, const std::optional<Error> &error)
{
    qint64 seconds = 0;
    if (failures >= failuresToRest) {
        const int doublings = std::min(failures - failuresToRest, maxDoublings);
        seconds = std::min(firstRestSeconds << doublings, longestRestSeconds);
    }
    if (error && error->retryAfter) {
        const qint64 asked = std::chrono::ceil<std::chrono::seconds>(*error->retryAfter).count();
        seconds = std::max(seconds, std::min(asked, longestPauseSeconds));
    }
    return seconds;
}

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

Health::State Health::state(const QString &offerId, const QDateTime &now) const
{
    const auto trouble = m_troubles.constFind(offerId);
    if (trouble == m_troubles.cend() || !trouble->restsUntil.isValid()) {
        return State::Closed;
    }
    if (trouble->isProbed) {
        return State::Probed;
    }
    if (now < trouble->restsUntil) {
        return State::Resting;
    }
    return trouble->failures >= failuresToRest ? State::Ready : State::Closed;
}

bool Health::isPassedOver(const QString &offerId, const QDateTime &now) const
{
    const State is = state(offerId, now);
    return is == State::Resting || is == State::Probed;
}

qint64 Health::restSeconds(const QString &offerId, const QDateTime &now) const
{
    constexpr qint64 second = 1000;
    const auto trouble = m_troubles.constFind(offerId);
    const bool rests = trouble != m_troubles.cend() && trouble->restsUntil.isValid();
    return rests ? std::max<qint64>(0, (now.msecsTo(trouble->restsUntil) + second - 1) / second) : 0;
}

bool Health::claim(const QString &offerId, const QDateTime &now)
{
    const State is = state(offerId, now);
    if (is == State::Ready) {
        m_troubles[offerId].isProbed = true;
    }
    return is == State::Closed || is == State::Ready;
}

void Health::released(const QString &offerId)
{
    if (const auto trouble = m_troubles.find(offerId); trouble != m_troubles.end()) {
        trouble->isProbed = false;
    }
}

void Health::succeeded(const QString &offerId)
{
    m_troubles.remove(offerId);
}

void Health::failed(const QString &offerId, const Error &error, const QDateTime &now)
{
    released(offerId);
    if (!isVendorsFault(error.kind)) {
        return;
    }
    Trouble &trouble = m_troubles[offerId];
    ++trouble.failures;
    if (const qint64 seconds = restAfter(trouble.failures, error); seconds > 0) {
        trouble.restsUntil = now.addSecs(seconds);
    }
}

void Health::heard(const QString &offerId, const OfferRecord &record)
{
    const qint64 seconds = restAfter(record.failedLately, record.lastError);
    const Trouble known = m_troubles.value(offerId);
    if (record.failedLately <= known.failures || seconds == 0 || known.isProbed) {
        return;
    }
    const QDateTime until = record.lastErrorAt.addSecs(seconds);
    m_troubles[offerId] = {record.failedLately, known.restsUntil.isValid() ? std::max(known.restsUntil, until) : until,
                           false};
}

} // namespace lightwell
