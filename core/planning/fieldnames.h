// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"
#include "core/model/plainname.h"

#include <QHash>

namespace lightwell {

/// What the vendors of a whole catalog call their fields, as plainName() writes it, and Lightwell's parameter behind
/// each: empty where that differs, or where it is a vendor's own affair.
using FieldNames = QHash<QString, QString>;

/// Adds what an offer's vendor calls its fields.
void learnFieldNames(FieldNames &names, const Offer &offer);

/// Lightwell's parameter behind a field of the offer's vendor, given by its path from the outermost object
/// ("image_size", "generationConfig.imageConfig.imageSize"); empty if the offer has no such field. "width" and
/// "height" are the size, and numbered pictures ("input_image_2") pictures, where the vendor takes them so.
[[nodiscard]] QString mappedParameter(const Offer &offer, const QString &path);

/// The same for a field the caller wrote. What decides how many pictures are bought, how large and how good has many
/// names, and so have the parameters of Tuning; those are known even where the offer maps none of them. Further ones
/// are looked up in `names`.
[[nodiscard]] QString parameterOnWire(const Offer &offer, const FieldNames &names, const QString &path);

/// Whether the offer's vendor has this field for itself (Wire::ownFields).
[[nodiscard]] bool isOwnField(const Offer &offer, const QString &path);

/// Whether some vendor has this field, and the offer's has not: there it would be passed over or refused.
[[nodiscard]] bool isFieldOfOthers(const Offer &offer, const FieldNames &names, const QString &path);

/// Whether the field is part of how Lightwell talks to vendors (the model's id, streaming) or of what a call costs
/// beyond its parameters (the class of service): nobody else sets it.
[[nodiscard]] bool isReservedField(const QString &path);

/// Whether a field that goes out as it is, or one within it, asks for something the vendor bills by its use beside the
/// picture (searches, tools). What that costs nobody can say before.
[[nodiscard]] bool mayCostExtra(const QString &name, const QJsonValue &value);

} // namespace lightwell
