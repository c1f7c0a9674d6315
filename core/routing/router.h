// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"
#include "core/routing/health.h"

#include <QStringList>

namespace lightwell {

/// The order in which plans are tried: offers that are resting come last; then the user's own order of providers;
/// then the price, unknown prices after known ones; then the catalog's order.
[[nodiscard]] QList<Plan> orderPlans(QList<Plan> plans, const QStringList &providerOrder, const Health &health,
                                     const QDateTime &now);

/// Whether the next plan may be tried after this failure: only where it is certain that no work began, and another
/// provider could do better. Wrong requests and refused prompts stay where they are.
[[nodiscard]] bool mayTryNext(const Error &error, bool failoverAfterUnknown);

} // namespace lightwell
