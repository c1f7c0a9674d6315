// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

#include <QJsonObject>

namespace lightwell {

/// The plan's plain parameters under the offer's own names, written as its `wire` says (see Offer): prompt, negative
/// prompt, n, size, ratio, resolution, quality, style, background, format, compression, seed, user and the constants.
/// Pictures and the place of the model's id are the adapter's business.
[[nodiscard]] QJsonObject plannedFields(const Plan &plan, const PlannedCall &call);

/// Adds the fields the caller wrote for the vendor itself (Request::extra). They win over what stands there, except
/// for the `reserved` ones; objects are merged field by field.
void mergeExtra(QJsonObject &body, const QJsonObject &extra, const QStringList &reserved);

} // namespace lightwell
