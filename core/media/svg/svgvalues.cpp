// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/svg/svgvalues.h"

#include "core/media/svg/svglimits.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lightwell::svg {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Takes numbers off the front of a text.
class Numbers
{
public:
    explicit Numbers(QStringView text)
        : m_text(text)
    {
    }

    void passBlanks()
    {
        while (m_at < m_text.size() && (m_text.at(m_at).isSpace() || m_text.at(m_at) == u',')) {
            ++m_at;
        }
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_text.at(m_at); }
    void skip() { ++m_at; }

    [[nodiscard]] std::optional<double> next()
    {
        const qsizetype begin = m_at;
        if (peek() == u'+' || peek() == u'-') {
            ++m_at;
        }
        passDigits();
        if (peek() == u'.') {
            ++m_at;
            passDigits();
        }
        if ((peek() == u'e' || peek() == u'E') && m_at + 1 < m_text.size()) {
            const QChar after = m_text.at(m_at + 1);
            const bool isSigned = (after == u'-' || after == u'+') && m_at + 2 < m_text.size();
            if (isDigit(isSigned ? m_text.at(m_at + 2) : after)) {
                m_at += isSigned ? 2 : 1;
                passDigits();
            }
        }
        constexpr qsizetype longestNumber = 64;
        bool ok = m_at > begin && m_at - begin <= longestNumber;
        const double number = ok ? m_text.sliced(begin, m_at - begin).toDouble(&ok) : 0;
        if (!ok || !std::isfinite(number) || std::abs(number) > largestNumber) {
            return std::nullopt;
        }
        return number;
    }

    /// px, %, … ; false for letters that are no unit.
    [[nodiscard]] bool passUnit(QString *unit = nullptr)
    {
        const qsizetype begin = m_at;
        while (!atEnd() && (m_text.at(m_at) == u'%' || (m_text.at(m_at) >= u'a' && m_text.at(m_at) <= u'z'))) {
            ++m_at;
        }
        static constexpr std::array<QStringView, 10> units = {u"",   u"px", u"pt", u"pc", u"mm",
                                                              u"cm", u"in", u"em", u"ex", u"%"};
        const QStringView found = m_text.sliced(begin, m_at - begin);
        if (unit) {
            *unit = found.toString();
        }
        return std::find(units.begin(), units.end(), found) != units.end();
    }

private:
    void passDigits()
    {
        while (m_at < m_text.size() && isDigit(m_text.at(m_at))) {
            ++m_at;
        }
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

/// How many lengths (or bare numbers) the text is made of; nothing if it is not.
std::optional<qint64> countNumbers(const QString &text, bool withUnits)
{
    Numbers numbers(text);
    qint64 count = 0;
    for (numbers.passBlanks(); !numbers.atEnd(); numbers.passBlanks()) {
        if (!numbers.next() || (withUnits && !numbers.passUnit())) {
            return std::nullopt;
        }
        ++count;
    }
    return count;
}

std::optional<qint64> countPath(const QString &text)
{
    Numbers numbers(text);
    qint64 count = 0;
    for (numbers.passBlanks(); !numbers.atEnd(); numbers.passBlanks()) {
        ++count;
        if (QStringView(u"MmZzLlHhVvCcSsQqTtAa").contains(numbers.peek())) {
            numbers.skip();
        } else if (!numbers.next()) {
            return std::nullopt;
        }
    }
    return count;
}

bool isTransform(const QString &text)
{
    static const QRegularExpression form(
        u"\\A(?:[\\s,]*(?:matrix|translate|scale|rotate|skewX|skewY)\\s*\\([-+0-9.eE,\\s]{1,400}\\))+[\\s,]*\\z"_s);
    static const QRegularExpression inner(u"\\(([^)]*)\\)"_s);
    if (text.size() > longestValue || !form.match(text).hasMatch()) {
        return false;
    }
    auto matches = inner.globalMatch(text);
    while (matches.hasNext()) {
        const std::optional<qint64> count = countNumbers(matches.next().captured(1), false);
        if (!count || *count < 1 || *count > 6) {
            return false;
        }
    }
    return true;
}

bool isColour(const QString &text)
{
    static const QRegularExpression form(
        u"\\A(?:[A-Za-z]{1,32}|#[0-9A-Fa-f]{3,8}|(?:rgb|rgba|hsl|hsla)\\([0-9.,%\\s+-]{1,64}\\))\\z"_s);
    return form.match(text).hasMatch();
}

std::optional<QString> paint(const QString &text)
{
    if (isColour(text)) {
        return text;
    }
    // A colour behind it, for where there is no such gradient, is left out: not every reader knows it.
    static const QRegularExpression form(u"\\Aurl\\(\\s*([\"']?)(#[\\w.:-]{1,128})\\1\\s*\\)(?:\\s+(.*))?\\z"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || (!match.captured(3).isEmpty() && !isColour(match.captured(3)))) {
        return std::nullopt;
    }
    return u"url("_s + match.captured(2) + u')';
}

bool isOfWords(const QString &text)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9 -]{1,128}\\z"_s);
    return form.match(text).hasMatch();
}

bool isId(const QString &text)
{
    static const QRegularExpression form(u"\\A[\\w.: -]{1,256}\\z"_s, QRegularExpression::UseUnicodePropertiesOption);
    return form.match(text).hasMatch();
}

bool isFontFamily(const QString &text)
{
    static const QRegularExpression form(u"\\A[\\w .,'\"-]{1,256}\\z"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return form.match(text).hasMatch() && text.count(u'"') % 2 == 0 && text.count(u'\'') % 2 == 0;
}

std::optional<SafeValue> counted(const QString &text, const std::optional<qint64> &count, qint64 most)
{
    if (!count || *count < 1 || *count > most) {
        return std::nullopt;
    }
    return SafeValue {text, *count};
}

std::optional<SafeValue> kept(const QString &text, bool good)
{
    return good ? std::optional(SafeValue {text, 0}) : std::nullopt;
}

/// Letters of a kilometre each are as dear as they are useless.
bool isFontSize(const QString &text)
{
    Numbers numbers(text);
    const std::optional<double> size = numbers.next();
    constexpr double largest = 20'000;
    return isOfWords(text) && !isDigit(text.at(0)) ? true
                                                   : size && *size <= largest && numbers.passUnit() && numbers.atEnd();
}

} // namespace

std::optional<SafeValue> safeValue(ValueKind kind, const QString &value)
{
    const QString text = value.simplified();
    constexpr qint64 anyNumber = std::numeric_limits<qint64>::max();
    constexpr qint64 fewNumbers = 1000;
    if (kind == ValueKind::Path) {
        return counted(text, countPath(text), anyNumber);
    }
    if (kind == ValueKind::Numbers) {
        return counted(text, countNumbers(text, false), anyNumber);
    }
    if (text.isEmpty() || text.size() > longestValue) {
        return std::nullopt;
    }
    switch (kind) {
    case ValueKind::Length:
        return counted(text, countNumbers(text, true), 1);
    case ValueKind::Lengths:
        return counted(text, countNumbers(text, true), fewNumbers);
    case ValueKind::Dashes:
        return text == "none"_L1 || dashSum(text) ? std::optional(SafeValue {text, 0}) : std::nullopt;
    case ValueKind::Transform:
        return kept(text, isTransform(text));
    case ValueKind::Paint: {
        const std::optional<QString> safe = paint(text);
        return kept(safe.value_or(QString()), safe.has_value());
    }
    case ValueKind::Colour:
        return kept(text, isColour(text));
    case ValueKind::FontSize:
        return kept(text, isFontSize(text));
    case ValueKind::FontFamily:
        return kept(text, isFontFamily(text));
    case ValueKind::Words:
        return kept(text, isOfWords(text));
    case ValueKind::Id:
        return kept(text, isId(text));
    case ValueKind::Path:
    case ValueKind::Numbers:
        break;
    }
    return std::nullopt;
}

std::optional<double> dashSum(const QString &value)
{
    constexpr int most = 32;
    Numbers numbers(value);
    double sum = 0;
    int count = 0;
    for (numbers.passBlanks(); !numbers.atEnd(); numbers.passBlanks()) {
        const std::optional<double> number = numbers.next();
        if (!number || *number < 0 || !numbers.passUnit() || ++count > most) {
            return std::nullopt;
        }
        sum += *number;
    }
    return count > 0 ? std::optional(sum) : std::nullopt;
}

std::optional<double> pixels(const QString &length)
{
    static constexpr std::array<std::pair<QStringView, double>, 7> units = {
        {{u"", 1}, {u"px", 1}, {u"pt", 96.0 / 72}, {u"pc", 16}, {u"mm", 96 / 25.4}, {u"cm", 96 / 2.54}, {u"in", 96}}};
    const QString text = length.trimmed();
    Numbers numbers(text);
    const std::optional<double> number = numbers.next();
    QString unit;
    if (!number || !numbers.passUnit(&unit) || !numbers.atEnd()) {
        return std::nullopt;
    }
    const auto *found =
        std::find_if(units.begin(), units.end(), [&](const auto &entry) { return entry.first == unit; });
    return found == units.end() ? std::nullopt : std::optional(*number * found->second);
}

QString localId(const QString &address)
{
    static const QRegularExpression form(u"\\A\\s*#([\\w.:-]{1,128})\\s*\\z"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return form.match(address).captured(1);
}

} // namespace lightwell::svg
