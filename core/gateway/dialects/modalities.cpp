// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/modalities.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// An eraser, or an upscaler that adds nothing, is told nothing.
bool takesWords(const Offer &offer)
{
    return offer.hasMode(u"text-to-image"_s) || offer.supports(u"prompt"_s);
}

/// All that is no drawing from words works on a picture.
bool takesPictures(const Offer &offer)
{
    return offer.maxInputImages > 0 || std::any_of(offer.modes.begin(), offer.modes.end(), [](const QString &mode) {
               return mode != "text-to-image"_L1;
           });
}

} // namespace

Modalities modalitiesOf(const Model &model)
{
    Modalities told {{}, {u"image"_s}};
    if (std::any_of(model.offers.begin(), model.offers.end(), takesWords)) {
        told.input.append(u"text"_s);
    }
    if (std::any_of(model.offers.begin(), model.offers.end(), takesPictures)) {
        told.input.append(u"image"_s);
    }
    return told;
}

Modalities modalitiesOf(const TextOffer &offer)
{
    const bool embeds = offer.kinds.contains(TextKind::Embeddings);
    Modalities told {{u"text"_s}, {embeds ? u"embeddings"_s : u"text"_s}};
    if (offer.vision) {
        told.input.append(u"image"_s);
    }
    return told;
}

} // namespace lightwell
