// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"

#include <QJsonObject>

namespace lightwell::openai {

/// What one offer takes as it stands, as a JSON Schema (2020-12) of the body of a call: whoever keeps to it gets
/// nothing converted, emulated or left out. The gateway takes more than this, and says what became of it. What no
/// schema can say of sizes stands in "x-size" (sides, pixels and ratios of an offer with limits).
[[nodiscard]] QJsonObject offerSchema(const Offer &offer);

/// The offers of a model with their schemas: [{"offer", "provider", "modes", "schema"} …].
[[nodiscard]] QJsonArray offerSchemas(const Model &model);

} // namespace lightwell::openai
