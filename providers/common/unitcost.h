// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"

#include <initializer_list>

namespace lightwell {

/// What so many units cost that the vendor counted itself, where the offer has one price, per one of these units and
/// without conditions; else unknown.
[[nodiscard]] Money unitCost(const Offer &offer, double units, std::initializer_list<PriceLine::Unit> known);

} // namespace lightwell
