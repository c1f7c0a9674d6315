// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace lightwell {

/// Without any press, after which the next one is of its own: a double-click is over, and no key is held any more.
inline constexpr int slipMilliseconds = 700;

/// Milliseconds since some fixed moment, whatever becomes of the time of day. Replaceable in tests.
class SteadyClock
{
public:
    virtual ~SteadyClock() = default;
    [[nodiscard]] virtual qint64 now() const
    {
        using namespace std::chrono;
        return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
    }
    [[nodiscard]] static const SteadyClock &system()
    {
        static const SteadyClock clock;
        return clock;
    }
};

} // namespace lightwell
