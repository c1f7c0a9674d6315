// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"

#include <QJsonArray>

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
/// The object `pricing` of /models: dollars for one unit as text. `image_output` is of a picture or, where those are
/// billed by tokens, of one of these.
[[nodiscard]] QJsonObject publicPricingOf(const Offer &offer);

} // namespace lightwell::openrouter
