// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"
#include "core/model/result.h"

#include <QJsonObject>

namespace lightwell {

/// How a vendor takes pictures inside JSON where the offer's wire["imageAs"] does not say.
enum class PictureForm { DataUrl, Base64 };

/// The whole JSON body of one call for vendors with one flat object of fields: plannedFields(), the input pictures
/// (an array with wire["imageList"], else numbered fields: "input_image", "input_image_2", …), the mask with white
/// for what may change, and the caller's extra fields except those that were planned and priced.
/// Fails only if the mask is no picture.
[[nodiscard]] Result<QJsonObject> flatBody(const Plan &plan, const PlannedCall &call, PictureForm form);

/// The id or endpoint to call: wire["editModel"] where there are input pictures and the offer has one.
[[nodiscard]] QString modelToCall(const Plan &plan);

/// Lightwell's name for a field of the vendor's ("image_size" -> "size"); the vendor's own where it has none.
[[nodiscard]] QString parameterFor(const Offer &offer, const QString &wireName);

} // namespace lightwell
