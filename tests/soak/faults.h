// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

#include <QRandomGenerator>

namespace lightwell::test {

/// Trouble at random at any point of any vendor: refusals, broken and dropped answers, before the work and after it.
/// Outlives the stand-ins that ask it.
class Faults
{
public:
    explicit Faults(quint32 seed)
        : m_random(seed)
    {
    }
    [[nodiscard]] VendorStandIn::Trouble trouble();
    void stop() { m_isOver = true; }
    [[nodiscard]] int count() const { return m_count; }

private:
    QRandomGenerator m_random;
    bool m_isOver = false;
    int m_count = 0;
};

} // namespace lightwell::test
