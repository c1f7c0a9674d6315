// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/money.h"

#include <QRegularExpression>

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <limits>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 microsPerDollar = 1'000'000;

/// Six decimals, trailing zeros cut down to `least`.
QString decimalText(qint64 micros, int least)
{
    const quint64 size = micros < 0 ? quint64(0) - static_cast<quint64>(micros) : static_cast<quint64>(micros);
    char text[32];
    char *end = text;
    if (micros < 0) {
        *end++ = '-';
    }
    end = std::to_chars(end, std::end(text), size / microsPerDollar).ptr;
    *end++ = '.';
    quint64 fraction = size % microsPerDollar;
    for (char *place = end + 6; place != end; fraction /= 10) {
        *--place = static_cast<char>('0' + fraction % 10);
    }
    char *const shortest = end + least;
    end += 6;
    while (end != shortest && end[-1] == '0') {
        --end;
    }
    end -= end[-1] == '.' ? 1 : 0;
    return QString::fromLatin1(text, end - text);
}

/// From a thousand dollars on nobody reads parts of a cent, and nobody reads the dollars without their groups.
bool isMany(qint64 micros)
{
    return std::abs(micros) >= 1000 * microsPerDollar;
}

QString groupedText(qint64 micros)
{
    constexpr qint64 microsPerCent = microsPerDollar / 100;
    const qint64 cents = (std::abs(micros) + microsPerCent / 2) / microsPerCent;
    QString text = decimalText(cents * microsPerCent, 2);
    for (qsizetype place = text.indexOf(u'.') - 3; place > 0; place -= 3) {
        text.insert(place, u',');
    }
    return micros < 0 ? QString(u'-' + text) : text;
}

} // namespace

Money Money::fromDollars(double dollars)
{
    const double micros = std::floor(dollars * microsPerDollar + 0.5);
    if (std::isnan(micros)) {
        return unknown();
    }
    constexpr auto most = static_cast<double>(maxMicros);
    return fromMicros(static_cast<qint64>(std::clamp(micros, -most, most)));
}

std::optional<Money> Money::parse(const QString &text)
{
    static const QRegularExpression form(u"^\\$?(\\d{1,12})(?:\\.(\\d{1,6}))?$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const qint64 fraction = match.captured(2).leftJustified(6, u'0').toLongLong();
    const qint64 micros = match.captured(1).toLongLong() * microsPerDollar + fraction; // twelve digits: it fits
    return micros <= maxMicros ? std::optional(fromMicros(micros)) : std::nullopt;
}

double Money::dollars() const
{
    return static_cast<double>(micros()) / microsPerDollar;
}

QString Money::toString() const
{
    if (!isKnown()) {
        return u"unknown"_s;
    }
    const QString text = isMany(*m_micros) ? groupedText(*m_micros) : decimalText(*m_micros, 2);
    return text.startsWith(u'-') ? QString(u"-$"_s + text.mid(1)) : QString(u'$' + text);
}

QString Money::toDecimal() const
{
    return isKnown() ? decimalText(*m_micros, 0) : QString();
}

QJsonValue Money::toJson() const
{
    return isKnown() ? QJsonValue(*m_micros) : QJsonValue(QJsonValue::Null);
}

Money Money::fromJson(const QJsonValue &value)
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const qint64 micros = value.toInteger(none);
    return micros >= -maxMicros && micros <= maxMicros ? fromMicros(micros) : unknown();
}

QJsonValue Money::toJsonDollars() const
{
    return isKnown() ? QJsonValue(dollars()) : QJsonValue(QJsonValue::Null);
}

Money operator+(Money a, Money b)
{
    // Two amounts within the range are far from what 64 bits hold.
    return a.isKnown() && b.isKnown() ? Money::fromMicros(a.micros() + b.micros()) : Money::unknown();
}

Money operator-(Money a, Money b)
{
    return a.isKnown() && b.isKnown() ? Money::fromMicros(a.micros() - b.micros()) : Money::unknown();
}

Money &Money::operator+=(Money other)
{
    *this = *this + other;
    return *this;
}

Money operator*(Money amount, qint64 factor)
{
    if (!amount.isKnown()) {
        return Money::unknown();
    }
    qint64 product = 0;
    if (__builtin_mul_overflow(amount.micros(), factor, &product)) {
        product = (amount.micros() < 0) == (factor < 0) ? Money::maxMicros : -Money::maxMicros;
    }
    return Money::fromMicros(product);
}

} // namespace lightwell
