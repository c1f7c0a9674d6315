// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/money.h"

#include <QDate>

namespace lightwell {

/// A currency that sums are shown in beside dollars, by a rate the user has set. Only for the eye: nothing is reckoned,
/// kept or compared in it.
struct ShownCurrency
{
    QString code; ///< "EUR"
    double perDollar = 0;
    QDate asOf; ///< invalid: the user did not say

    /// By what the settings have; nothing where it is no code of three letters or no rate above zero.
    [[nodiscard]] static std::optional<ShownCurrency> from(const QString &code, const QString &rate,
                                                           const QString &asOf);
    /// "9.20 EUR"; empty where the amount is not known.
    [[nodiscard]] QString text(Money amount) const;
    friend bool operator==(const ShownCurrency &, const ShownCurrency &) = default;
};

} // namespace lightwell
