// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/money.h"

#include <QSize>
#include <QString>

namespace lightwell {

struct Plan;

/// What the plan of a model promises before its pictures are asked for.
struct CompareExpectation
{
    bool takesSeed = false;
    Money price; ///< of one picture
    bool atMost = false; ///< it may cost less
    QSize size = {}; ///< as it will be delivered; invalid where the vendor decides
    QString provider = {}; ///< of the offer that is tried first
    QString providerModel = {}; ///< its id on the wire

    [[nodiscard]] static CompareExpectation of(const Plan &plan);
    friend bool operator==(const CompareExpectation &, const CompareExpectation &) = default;
};

} // namespace lightwell
