// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"
#include "core/model/result.h"

#include <QJsonObject>

namespace lightwell {

/// The whole JSON body of one call for vendors with one flat object of fields: plannedFields(), the input pictures
/// (an array with Wire::imageList, else numbered fields: "input_image", "input_image_2", …) and the mask
/// (plannedMask()). `usual` is how pictures travel where the offer does not say: DataUrl or Base64.
/// Fails only if the mask is no picture.
[[nodiscard]] Result<QJsonObject> flatBody(const Plan &plan, const PlannedCall &call, ImageForm usual);

/// The id or endpoint to call: Wire::editModel where there are input pictures and the offer has one.
[[nodiscard]] QString modelToCall(const Plan &plan);

} // namespace lightwell
