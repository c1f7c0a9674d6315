// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace lightwell {

/// The time of day in UTC (asking for local time reads the zone file each time), replaceable in tests.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const { return QDateTime::currentDateTimeUtc(); }
    /// The machine's.
    [[nodiscard]] static const Clock &system()
    {
        static const Clock clock;
        return clock;
    }
};

} // namespace lightwell
