// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/pricecorrection.h"
#include "core/model/fieldreader.h"
#include "core/model/offer.h"

namespace lightwell {

/// Reads what a person wrote. All faults of its fields are noted; where a misspelt name explains that a field is
/// missing, only the misspelt one is.
[[nodiscard]] Offer readOfferFields(const QJsonObject &object, QList<FieldFault> &faults);
[[nodiscard]] PriceCorrection readCorrection(const QJsonObject &object, QList<FieldFault> &faults);
[[nodiscard]] Model readModelFields(const QJsonObject &object, QList<FieldFault> &faults); ///< without its offers

/// Faults of what counts for all offers of a provider: what is missing here may stand in the offers.
[[nodiscard]] QList<FieldFault> faultsOfDefaults(const QJsonObject &object);

} // namespace lightwell
