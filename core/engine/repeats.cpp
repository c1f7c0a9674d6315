// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/repeats.h"

#include <algorithm>

namespace lightwell {

namespace {

std::chrono::milliseconds longestPause(std::chrono::milliseconds first)
{
    return first * 10;
}

} // namespace

Repeats::Repeats(const CallPatience &patience)
    : m_patience(patience)
    , m_backoff(patience.firstPause, longestPause(patience.firstPause))
{
}

Repeats::Odd Repeats::kindOf(int httpStatus)
{
    switch (httpStatus) {
    case 401:
    case 403:
        return Odd::Refused;
    case 404:
    case 410:
        return Odd::Gone;
    default:
        return Odd::Passing;
    }
}

Repeats::Odd Repeats::kindOf(const lightwell::Odd &answer)
{
    const bool isRefused = kindOf(answer.error.httpStatus) == Odd::Refused;
    return answer.mayBeSo ? Odd::Gone : isRefused ? Odd::Refused : Odd::Passing;
}

std::optional<std::chrono::milliseconds> Repeats::after(Odd odd, std::optional<std::chrono::milliseconds> wanted)
{
    if (m_last != odd) {
        m_last = odd;
        m_since.start();
    }
    const std::chrono::milliseconds passed(m_since.elapsed());
    if (odd != Odd::Passing && passed >= (odd == Odd::Gone ? m_patience.gone : m_patience.refused)) {
        return std::nullopt;
    }
    return m_backoff.next(wanted);
}

std::chrono::milliseconds Repeats::next(std::optional<std::chrono::milliseconds> wanted)
{
    return m_backoff.next(wanted);
}

void Repeats::sensible()
{
    m_last.reset();
}

} // namespace lightwell
