// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/route.h"
#include "core/secrets/secrets.h"

#include <QJsonObject>

namespace lightwell {

/// What is known of the keys for the providers of a route's plans, for a dry run: "ready" (there is one, or none is
/// needed), "missing", or "unknown" where its place is locked or does not answer.
[[nodiscard]] QJsonObject keysForPlans(const Route &route, const QList<KeyState> &states);

} // namespace lightwell
