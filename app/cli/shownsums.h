// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/currency.h"

#include <QJsonObject>

#include <optional>

namespace lightwell {

class Settings;
class Terminal;

/// Sums in the user's own currency, beside dollars.

[[nodiscard]] std::optional<ShownCurrency> shownCurrency(const Settings &settings);
/// "About 9.20 EUR, at 0.92 EUR a dollar (2026-11-29)."; nothing without a currency.
void printShownSum(const std::optional<ShownCurrency> &currency, Money sum, Terminal &terminal);
/// The same for programs: "shown": {"currency", "rate", "as_of", "text"}.
void addShownSum(QJsonObject &report, const std::optional<ShownCurrency> &currency, Money sum);

} // namespace lightwell
