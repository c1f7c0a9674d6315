// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"
#include "core/model/request.h"

namespace lightwell {

enum class Understanding {
    Taken, ///< the request says it now
    Contradicts, ///< the request says something else already
    Unreadable, ///< no value of this parameter
};

/// Reads a value in the vendor's words (its names for sizes, tiers and formats included) into the request's parameter.
/// Whole numbers may be text, as in forms. `field` is what the vendor calls it: some switch off what others switch on.
[[nodiscard]] Understanding readVendorWord(Request &request, const Offer &offer, const QString &parameter,
                                           const QJsonValue &value, const QString &field = {});

} // namespace lightwell
