// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"

namespace lightwell {

/// What a parameter of Tuning may be at some of the chosen models.
struct TuningOption
{
    bool isOffered = false; ///< some of them takes it
    std::optional<NumberRange> range; ///< of numbers: from the least to the most that any of them takes
    QStringList words; ///< those that any of them has a value for; empty: any goes
};

/// Of `name` (Tuning::names()) at these offers.
[[nodiscard]] TuningOption tuningOption(const QList<Offer> &offers, const QString &name);

} // namespace lightwell
