// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>

#include <chrono>
#include <optional>
#include <random>

namespace lightwell {

/// Intervals between polls: 0.5 s growing by half each time to 5 s, each ± 20 %, unless the vendor names its own.
class Backoff
{
public:
    explicit Backoff(std::chrono::milliseconds first = std::chrono::milliseconds(500),
                     std::chrono::milliseconds most = std::chrono::seconds(5),
                     quint32 seed = QRandomGenerator::global()->generate());
    /// The vendor's interval is taken as it is (at most a minute); it does not advance our own growth.
    [[nodiscard]] std::chrono::milliseconds next(std::optional<std::chrono::milliseconds> vendor = {});

private:
    std::chrono::milliseconds m_next;
    std::chrono::milliseconds m_most;
    std::minstd_rand m_random; ///< a call makes several, and Qt's own takes 70,000 instructions to set up
};

} // namespace lightwell
