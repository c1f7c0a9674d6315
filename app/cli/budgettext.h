// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"

#include <QJsonObject>

#include <optional>

namespace lightwell {

/// "20", "0.50", ".5" and "$20": an amount of dollars as people type it. Nothing: none, or less than nothing.
[[nodiscard]] std::optional<Money> dollarsFrom(const QString &text);
/// "$20.00 a month"
[[nodiscard]] QString limitText(const Budget &budget);
/// "41 %", "82 %, past 75 %", "stopped", "exceeded": how it stands.
[[nodiscard]] QString stateText(const BudgetState &state);
/// A budget and how it stands, as programs read it from `--json`.
[[nodiscard]] QJsonObject budgetReport(const BudgetState &state);

} // namespace lightwell
