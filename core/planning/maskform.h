// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

namespace lightwell {

struct Offer;

/// In which form the offer's vendor gets a mask, where that is not as it was painted (Wire::maskAs); empty: it is, or
/// the offer takes none.
[[nodiscard]] Reason maskFormOf(const Offer &offer);

} // namespace lightwell
