// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// The state word of a task, under either of the names in use.
[[nodiscard]] QString bflStatus(const QJsonObject &task);

/// "cost" of a submission, in credits of one cent; unknown where it is absent or no amount.
[[nodiscard]] Money bflCost(const QJsonObject &answer);

/// A task that is neither pending nor unknown: Done with its one picture, or the typed error. `cost` as the
/// submission told it.
[[nodiscard]] Step readBflTask(const Plan &plan, const HttpResponse &response, Money cost);

} // namespace lightwell
