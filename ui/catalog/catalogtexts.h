// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/offerrecords.h"
#include "core/model/offer.h"

#include <QStringList>

/// Models and offers in the words of the Catalog page.
namespace lightwell::catalogtexts {

[[nodiscard]] QString capability(const QString &mode); ///< "Edit pictures"
[[nodiscard]] QString status(const QString &status); ///< "Active", "Retired"
[[nodiscard]] QString license(const Model &model); ///< "proprietary", "licence not known"
[[nodiscard]] QString released(const QString &date); ///< "November 2025"; empty: not known
[[nodiscard]] QStringList tags(const Model &model); ///< in a word each: "text", "edit", "8 refs", "open"
/// What an offer takes, in a few words each: "64–2048 px, ×16", "seed", "JPEG PNG WebP".
[[nodiscard]] QStringList takes(const Offer &offer);
[[nodiscard]] QString median(const OfferRecord &record); ///< "4.2 s", "–"
[[nodiscard]] QString success(const OfferRecord &record); ///< "98 %", "–"
[[nodiscard]] QString measured(const OfferRecord &record); ///< "4.2 s, 98 % of 50", "not measured yet"
[[nodiscard]] QString record(const OfferRecord &record); ///< all that is known, in lines; empty: nothing

} // namespace lightwell::catalogtexts
