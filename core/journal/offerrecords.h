// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/routing/offerfigures.h"
#include "core/routing/router.h"

namespace lightwell {

class Database;

namespace offerrecords {

/// Of each offer that was tried, by its last 50 attempts among the last 20,000 of all. Only on the store's thread.
[[nodiscard]] Result<QList<OfferRecord>> all(Database &database);

/// Of the offers of these plans, no more than what is needed: records each by its own last 50 attempts. Only on the
/// store's thread.
[[nodiscard]] Result<RoutingEvidence> evidence(Database &database, const QList<Plan> &plans, NeededEvidence needed);

/// How these offers did in the day before `now`, each by its newest 2,000 calls in it; those without any are left out.
/// Calls that a vendor refused because there were too many say nothing of it. Only on the store's thread.
[[nodiscard]] Result<FiguresByOffer> figures(Database &database, const QList<OfferKey> &offers, const QDateTime &now);

} // namespace offerrecords

} // namespace lightwell
