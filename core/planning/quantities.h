// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

namespace lightwell {

/// How much of a price line's unit a plan will use, piece by piece, because vendors round piece by piece. Known and
/// empty: none at all.
struct Quantity
{
    bool known = false;
    QList<double> each;
    bool atMost =
        false; ///< the vendor chooses the size itself, or a picture that goes in is a link: the largest there is
};

/// Pictures by the plan's calls; megapixels by the expected size; tokens, seconds and steps by what is typical.
/// Text going out is counted only where something typical is published: it is thinking aloud, not the picture.
[[nodiscard]] Quantity quantityOf(const PriceLine &line, const Plan &plan);

} // namespace lightwell
