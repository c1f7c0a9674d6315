// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"

namespace lightwell {

/// What the user says an offer costs, whatever the built-in files and the vendor's list say.
struct PriceCorrection
{
    QString offer; ///< its id: "fal/flux-2-pro"
    QList<PriceLine> prices; ///< in place of all its lines
    QString source;
    QString date; ///< as Offer::priceDate
    QString strangeQuality =
        {}; ///< why it is handed back: its offer has none of this name; empty: there is no such offer
    QString place; ///< where it is written, to tell what is wrong with it: "line 7: prices[0]"

    friend bool operator==(const PriceCorrection &, const PriceCorrection &) = default;
};

} // namespace lightwell
