// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/offerrecord.h"

#include <QJsonObject>

namespace lightwell {

/// Of one offer; one that was never tried where there is none.
[[nodiscard]] OfferRecord recordOfOffer(const QList<OfferRecord> &records, const QString &provider,
                                        const QString &providerModel);
/// {"calls", "succeeded", "median_ms", "p95_ms", "last_error": {"kind", "message", "at"} or null}; times are null where
/// nothing was made.
[[nodiscard]] QJsonObject recordReport(const OfferRecord &record);
[[nodiscard]] QString recordText(const OfferRecord &record); ///< "4.2 s, 98 % of 50"; "–": it was never tried

} // namespace lightwell
