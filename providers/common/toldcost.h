// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <QJsonValue>

namespace lightwell {

/// What a vendor says that something cost, a number or a number as a text, in units of `dollars`. One below nothing
/// too: the engine believes none of these, and tells it. Unknown: it says nothing, or nothing that can be read.
[[nodiscard]] Money toldCost(const QJsonValue &told, double dollars = 1);

/// It is there, and toldCost() reads no number in it.
[[nodiscard]] bool isUnreadableCost(const QJsonValue &told);

/// Puts it into `done`, after its usage: as its cost, or as a price that nobody can read, which is told too.
void takeToldCost(Done &done, const QJsonValue &told, double dollars = 1);

/// A price that counts something that is not dollars: kept as it was written.
void keepUnreadableCost(Done &done, const QString &told);

} // namespace lightwell
