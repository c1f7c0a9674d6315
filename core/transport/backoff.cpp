// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/backoff.h"

#include <algorithm>

namespace lightwell {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds longestVendorInterval = std::chrono::minutes(1);

} // namespace

Backoff::Backoff(milliseconds first, milliseconds most, quint32 seed)
    : m_next(first)
    , m_most(most)
    , m_random(seed)
{
    m_random.discard(3); // neighbouring seeds begin alike
}

milliseconds Backoff::next(std::optional<milliseconds> vendor)
{
    if (vendor) {
        return std::clamp(*vendor, milliseconds(0), longestVendorInterval);
    }
    const milliseconds base = std::min(m_next, m_most);
    m_next = std::min(milliseconds(m_next.count() * 3 / 2), m_most);
    const double jitter = 0.8 + std::uniform_real_distribution<double>(0, 0.4)(m_random);
    return milliseconds(qint64(double(base.count()) * jitter));
}

} // namespace lightwell
