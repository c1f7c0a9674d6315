// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/endpoint.h"

#include "core/catalog/unlisted.h"

namespace lightwell {

using namespace Qt::StringLiterals;

Offer openOffer(const Endpoint &endpoint, const Offer &usual)
{
    Offer offer = usual;
    offer.provider = endpoint.id;
    offer.wire.sizeAs = endpoint.wire.sizeAs;
    if (endpoint.wire.imageAs != ImageForm::Usual) {
        offer.wire.imageAs = endpoint.wire.imageAs;
    }
    for (auto constant = endpoint.wire.constants.begin(); constant != endpoint.wire.constants.end(); ++constant) {
        offer.wire.constants.insert(constant.key(), constant.value());
    }
    if (offer.wire.sizeAs == SizeForm::TwoFields && offer.supports(u"size"_s)) {
        offer.fields.insert(u"size"_s, u"width, height"_s);
    }
    if (!endpoint.edits) {
        takeAwayEditing(offer);
    }
    if (endpoint.maxPerCall > 0) {
        offer.maxPerCall = endpoint.maxPerCall;
    }
    if (offer.maxPerCall == 1) {
        offer.fields.remove(u"n"_s);
    }
    if (!endpoint.bills) {
        offer.prices = {PriceLine()}; // nothing, for each picture
        offer.priceSource = u"catalog.json"_s;
    }
    return offer;
}

} // namespace lightwell
