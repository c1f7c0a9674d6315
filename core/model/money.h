// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <algorithm>
#include <optional>

namespace lightwell {

/// An amount of US dollars as a whole number of micro-dollars (1 USD = 1,000,000), or unknown.
/// Unknown is not zero: it stays unknown through every sum. The default is unknown.
///
/// The range is ±9 thousand million dollars, which JSON's numbers still hold exactly. What is beyond it stays at its
/// end, in sums and products too: a known amount never overflows, wraps or becomes a small one.
class Money
{
public:
    static constexpr qint64 maxMicros = 9'000'000'000'000'000;

    constexpr Money() = default;
    [[nodiscard]] static constexpr Money fromMicros(qint64 micros)
    {
        return Money(std::clamp(micros, -maxMicros, maxMicros));
    }
    [[nodiscard]] static constexpr Money zero() { return Money(0); }
    [[nodiscard]] static constexpr Money unknown() { return {}; }
    /// Rounds half up to a whole micro-dollar. NaN is unknown.
    [[nodiscard]] static Money fromDollars(double dollars);
    /// Reads "12", "12.50", "$0.000001"; nothing else. More than six decimals, or than the range, are refused.
    [[nodiscard]] static std::optional<Money> parse(const QString &text);

    [[nodiscard]] constexpr bool isKnown() const { return m_micros.has_value(); }
    /// Only for known amounts.
    [[nodiscard]] constexpr qint64 micros() const { return m_micros.value(); }
    [[nodiscard]] constexpr qint64 microsOr(qint64 fallback) const { return m_micros.value_or(fallback); }
    [[nodiscard]] double dollars() const;

    /// "$0.030", "$12.39", "$0.000042"; at least two, at most six decimals. "unknown" where it is.
    [[nodiscard]] QString toString() const;
    /// Dollars without sign or grouping ("0.03"), for files and JSON; empty when unknown.
    [[nodiscard]] QString toDecimal() const;
    [[nodiscard]] QJsonValue toJson() const; ///< micro-dollars, or null
    [[nodiscard]] static Money fromJson(const QJsonValue &value); ///< unknown: no whole number, or beyond the range
    [[nodiscard]] QJsonValue toJsonDollars() const; ///< dollars as a number, or null

    friend constexpr bool operator==(const Money &, const Money &) = default;
    friend Money operator+(Money a, Money b);
    friend Money operator-(Money a, Money b);
    Money &operator+=(Money other);
    friend Money operator*(Money amount, qint64 factor);

private:
    constexpr explicit Money(qint64 micros)
        : m_micros(micros)
    {
    }
    std::optional<qint64> m_micros;
};

} // namespace lightwell
