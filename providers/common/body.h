// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

#include <QJsonObject>

namespace lightwell {

/// The plan's plain parameters under the offer's own names, written as its `wire` says (see Offer): prompt, negative
/// prompt, n, size, ratio, resolution, quality, style, background, format, compression, seed, user, and those of
/// Tuning. Before them the offer's constants and over those the fields the planner lets through (Request::extra):
/// neither changes what was planned. Pictures and the place of the model's id are the adapter's business.
[[nodiscard]] QJsonObject plannedFields(const Plan &plan, const PlannedCall &call);

/// For vendors that demand a strength beside a picture: the usual one, where nobody says another and the offer has a
/// field for it.
void putUsualStrength(QJsonObject &fields, const Plan &plan, double usual);

/// Fields that are named by their whole path ("parameters.seed") in the objects they lie in.
[[nodiscard]] QJsonObject nested(const QJsonObject &fields);
/// Puts one field where its path leads ("sample_params.guidance.txt_cfg"), in objects that are made where they are not
/// there.
void putField(QJsonObject &body, const QString &path, const QJsonValue &value);

/// Adds fields. They win over what stands there; objects are merged field by field.
void mergeFields(QJsonObject &body, const QJsonObject &fields);

} // namespace lightwell
