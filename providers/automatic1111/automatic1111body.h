// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"
#include "core/model/result.h"

#include <QJsonObject>

namespace lightwell {

/// Where one call goes below /sdapi/v1, and its body.
struct Automatic1111Order
{
    QString path; ///< "/txt2img"
    QJsonObject body;
};

/// A picture made with `checkpoint`, a title of its list. LoRAs become tags in the prompt. Fails if the mask is none,
/// or a LoRA's name would end its tag.
[[nodiscard]] Result<Automatic1111Order> automatic1111Order(const Plan &plan, const PlannedCall &call,
                                                            const QString &checkpoint);
/// The first picture, larger; the offer's id is that of the upscaler.
[[nodiscard]] Automatic1111Order automatic1111Upscaling(const Plan &plan);

} // namespace lightwell
