// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/providers/plans.h"

#include <QJsonDocument>

namespace lightwell::test {

/// Offers of the vendors with jobs, as the catalog holds them.
[[nodiscard]] Offer falOffer(); ///< "fal-ai/flux/dev": object sizes with words for some, n, seed, $0.025 a megapixel
[[nodiscard]] Offer falEditOffer(); ///< "fal-ai/flux-2-pro", pictures go as a list to its /edit endpoint
[[nodiscard]] Offer falRatioOffer(); ///< "fal-ai/nano-banana-pro": ratios and tiers
[[nodiscard]] Offer falFillOffer(); ///< "fal-ai/flux-pro/v1/fill": picture and mask
[[nodiscard]] Offer replicateOffer(); ///< "black-forest-labs/flux-schnell": ratios, num_outputs, official
[[nodiscard]] Offer replicateVersionedOffer(); ///< "stability-ai/sdxl": pixels, by version, $0.001 a second
[[nodiscard]] Offer bflOffer(); ///< "flux-2-pro": pixels, up to eight numbered pictures
[[nodiscard]] Offer bflFillOffer(); ///< "flux-pro-1.0-fill": picture and mask
[[nodiscard]] Offer lumaOffer(); ///< "photon-1": ratios, formats by other names
[[nodiscard]] Offer lumaAgentsOffer(); ///< "uni-1": ratios, a picture to edit, further ones to go by

/// What an answer led to, in a word: "failed", "send", "wait" or "done".
[[nodiscard]] QString kindOf(const Step &step);
/// The request of a Send or Wait; an empty one otherwise.
[[nodiscard]] HttpRequest requestOf(const Step &step);
[[nodiscard]] AdapterState stateOf(const Step &step);
[[nodiscard]] Done doneOf(const Step &step);
/// "POST https://host/path" and so on.
[[nodiscard]] QString lineOf(const HttpRequest &request);
[[nodiscard]] QJsonObject jsonOf(const QByteArray &text); ///< must be an object
/// The parts of a form by their names: texts as they are, files as "image/png"; several of one name in their order,
/// with a space between them. Empty: it is no form.
[[nodiscard]] QMap<QString, QString> formOf(const HttpRequest &request);
/// The bytes of the first file of that name.
[[nodiscard]] QByteArray fileOf(const HttpRequest &request, const QString &name);

} // namespace lightwell::test
