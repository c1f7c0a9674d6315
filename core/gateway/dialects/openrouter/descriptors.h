// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"

#include <QJsonArray>

#include <optional>

namespace lightwell::openrouter {

/// What can be asked of an offer through /images, by the names of that path: {"resolution": {"type": "enum", "values":
/// ["1K"]}, "n": {"type": "range", "min": 1, "max": 10}, "seed": {"type": "boolean"} …}. What Lightwell makes itself
/// (formats, compression, several pictures) is in it; what is not in it would be dropped, and told.
[[nodiscard]] QJsonObject descriptorsOf(const Offer &offer);
/// What any of several offers takes.
[[nodiscard]] QJsonObject joinedDescriptors(const QJsonObject &one, const QJsonObject &other);

/// The vendor's own fields that `provider.options` may carry there.
[[nodiscard]] QStringList passthroughOf(const Offer &offer);

/// The price list: [{"billable", "unit", "cost_usd", "variant"}], dollars for one unit.
[[nodiscard]] QJsonArray pricingOf(const Offer &offer);
/// What one picture costs with everything left to the offer, in dollars; nothing: it is not known.
[[nodiscard]] std::optional<double> usualPictureOf(const Offer &offer);

/// Dollars for a token; nothing: it is not known, or the offer counts no tokens. What is free costs 0 by these, too.
struct TokenPrices
{
    std::optional<double> prompt;
    std::optional<double> output;
};
/// `usualPicture` is usualPictureOf() it, which a list reckons once for each offer: it takes a plan.
[[nodiscard]] TokenPrices tokenPricesOf(const Offer &offer, std::optional<double> usualPicture);

/// The object `pricing` of /models: dollars for one unit as text, "-1" where it is not known. As at OpenRouter
/// `prompt`, `completion` and `image_output` are of a token, `image` of a picture that goes in, `request` of a call;
/// `image_token` is of a token of such a picture, and `output_image` what one usual picture costs in all.
[[nodiscard]] QJsonObject publicPricingOf(const Offer &offer, std::optional<double> usualPicture);

} // namespace lightwell::openrouter
