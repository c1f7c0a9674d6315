// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/entryfault.h"
#include "core/catalog/pricecorrection.h"
#include "core/model/offer.h"

#include <optional>

namespace lightwell {

/// The first thing that would make planning or looking up go wrong; nothing if all is well. Values that only miss
/// something (a price, a date) are no fault: they are unknown.
[[nodiscard]] std::optional<EntryFault> findFault(const Offer &offer);
[[nodiscard]] std::optional<EntryFault> findFault(const Model &model); ///< its offers aside
[[nodiscard]] std::optional<EntryFault> findFault(const PriceCorrection &correction);

/// The keys Offer::fields may have.
[[nodiscard]] const QStringList &knownFieldNames();

} // namespace lightwell
