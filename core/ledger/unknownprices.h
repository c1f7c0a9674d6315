// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lightwell {

/// What the user decided once about calls whose price nobody knows beforehand.
enum class UnknownPrices {
    Ask, ///< only where whoever asks says that it may be so (Origin::acceptsUnknownPrice)
    Allow,
    Refuse,
};

/// As the setting has it; any other word is "ask".
[[nodiscard]] inline UnknownPrices unknownPricesFromName(const QString &name)
{
    if (name == QLatin1StringView("allow")) {
        return UnknownPrices::Allow;
    }
    return name == QLatin1StringView("refuse") ? UnknownPrices::Refuse : UnknownPrices::Ask;
}

} // namespace lightwell
