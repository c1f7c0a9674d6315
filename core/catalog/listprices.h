// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/modellist.h"

namespace lightwell {

/// Whether a list may say so: not nothing for what has a price (models whose id ends in ":free" aside), not more than
/// any picture costs, not a hundred times more or less than what is known. `known` are the prices known; none: any
/// within reason.
[[nodiscard]] bool isPlausible(const ListedModel &listed, const QList<PriceLine> &known);

/// The prices a list tells; none where its noughts say nothing rather than that there is nothing to pay.
[[nodiscard]] QList<PriceLine> pricesToldBy(const ListedModel &listed);

/// The known lines with the list's prices in them; nothing where the list has them in another form, so that one would
/// stand for what it does not mean (a single price where there is one for each quality).
[[nodiscard]] std::optional<QList<PriceLine>> repriced(const QList<PriceLine> &known, const QList<PriceLine> &listed);

} // namespace lightwell
