// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/currency.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace lightwell {

std::optional<ShownCurrency> ShownCurrency::from(const QString &code, const QString &rate, const QString &asOf)
{
    constexpr double most = 1e9;
    const QString letters = code.trimmed().toUpper();
    bool isNumber = false;
    const double perDollar = rate.trimmed().replace(u',', u'.').toDouble(&isNumber);
    const bool isCode = letters.size() == 3
        && std::all_of(letters.begin(), letters.end(), [](QChar letter) { return letter >= u'A' && letter <= u'Z'; });
    if (!isCode || !isNumber || !std::isfinite(perDollar) || perDollar <= 0 || perDollar > most) {
        return std::nullopt;
    }
    return ShownCurrency {letters, perDollar, QDate::fromString(asOf.trimmed(), Qt::ISODate)};
}

QString ShownCurrency::text(Money amount) const
{
    if (!amount.isKnown()) {
        return {};
    }
    const double value = amount.dollars() * perDollar;
    // Small sums keep two digits that say something; large ones need no cents.
    const int decimals = std::abs(value) >= 1000 ? 0 : std::abs(value) >= 0.1 || value == 0 ? 2 : 4;
    return u"%1 %2"_s.arg(value, 0, 'f', decimals).arg(code);
}

} // namespace lightwell
