// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/accountdialect.h"

/// The queries of Lumenfall's lists. A field that cannot be read is an error that names it: passed over, it would show
/// something else than was asked for. Fields nobody knows are passed over, as on all paths.
namespace lightwell::openai {

/// Words of `status` and what they mean; a request has the first that fits.
[[nodiscard]] QString outcomeName(RequestOutcome outcome);

[[nodiscard]] Result<RequestsWish> readRequestsQuery(const QUrlQuery &query);
[[nodiscard]] Result<KeysWish> readKeysQuery(const QUrlQuery &query);

/// The address of the same list, beginning behind `after` or ending before `before`, of which one is empty.
[[nodiscard]] QString pageAddress(const QString &address, QUrlQuery query, const QString &after, const QString &before);

} // namespace lightwell::openai
