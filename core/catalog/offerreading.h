// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/pricecorrection.h"
#include "core/model/fieldreader.h"
#include "core/model/offer.h"

namespace lightwell {

/// Rules that several offers share, by the names that offers have in place of one of their own. Read once: an offer of
/// a long table costs no more than another.
using SizeTables = QMap<QString, SizeRule>;

/// Nothing, with its faults noted, where it is no rule.
[[nodiscard]] std::optional<SizeRule> readSizeTable(const QJsonValue &table, QList<FieldFault> &faults);

/// Reads what a person wrote. All faults of its fields are noted; where a misspelt name explains that a field is
/// missing, only the misspelt one is.
[[nodiscard]] Offer readOfferFields(const QJsonObject &object, const SizeTables &sizeTables, QList<FieldFault> &faults);
[[nodiscard]] PriceCorrection readCorrection(const QJsonObject &object, QList<FieldFault> &faults);
[[nodiscard]] Model readModelFields(const QJsonObject &object, QList<FieldFault> &faults); ///< without its offers

/// Faults of what counts for all offers of a provider: what is missing here may stand in the offers.
[[nodiscard]] QList<FieldFault> faultsOfDefaults(const QJsonObject &object, const SizeTables &sizeTables);

} // namespace lightwell
