// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/accountfacts.h"
#include "core/gateway/http/httpmessage.h"

/// What OpenRouter's API tells of keys and money. Amounts are dollars; days and weeks are the user's own, where
/// OpenRouter's are of UTC. Keys of vendors are the user's own, but what is billed on them is the cost itself, so
/// OpenRouter's `byok_…` figures are 0.
namespace lightwell::openrouter {

/// Limit and use of a key, as every answer about one has them.
[[nodiscard]] QJsonObject spendingOf(const KeyFacts &facts);
/// "daily", "weekly", "monthly"; empty: it never begins anew.
[[nodiscard]] QString resetWord(Period period);

/// GET /key. `limit` and what is left of it are of the hard budget that leaves the client least; null: none holds.
[[nodiscard]] GatewayResponse keyPage(const KeyFacts &facts);
/// GET /credits: as if the budget had been bought. Without one there is nothing that could run out, and a 404 says so.
[[nodiscard]] GatewayResponse creditsPage(const CreditFacts &facts);
/// GET /generation. A cost that is not known is null.
[[nodiscard]] GatewayResponse generationPage(const Generation &generation);
/// GET /activity: one entry for each day, model and provider.
[[nodiscard]] GatewayResponse activityPage(const QList<ActivityRow> &rows);

} // namespace lightwell::openrouter
