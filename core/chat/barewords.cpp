// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/barewords.h"

#include <QHash>
#include <QRegularExpression>

namespace lightwell::barewords {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar letter)
{
    return letter >= u'0' && letter <= u'9';
}

qsizetype digitsFrom(QStringView word, qsizetype at)
{
    while (at < word.size() && isDigit(word.at(at))) {
        ++at;
    }
    return at;
}

const QHash<QString, QString> &foreignLiterals()
{
    static const QHash<QString, QString> literals {
        {u"true"_s, u"true"_s},      {u"false"_s, u"false"_s},    {u"null"_s, u"null"_s}, {u"none"_s, u"null"_s},
        {u"nil"_s, u"null"_s},       {u"undefined"_s, u"null"_s}, {u"nan"_s, u"null"_s},  {u"infinity"_s, u"null"_s},
        {u"+infinity"_s, u"null"_s}, {u"-infinity"_s, u"null"_s}, {u"inf"_s, u"null"_s},  {u"+inf"_s, u"null"_s},
        {u"-inf"_s, u"null"_s},      {u"-nan"_s, u"null"_s},
    };
    return literals;
}

QString withoutZerosInFront(const QString &digits)
{
    qsizetype first = 0;
    while (first + 1 < digits.size() && digits.at(first) == u'0') {
        ++first;
    }
    return digits.mid(first);
}

std::optional<QString> decimal(QStringView word, bool zerosCount)
{
    static const QRegularExpression pattern(
        u"\\A([+-]?)([0-9]*(?:_[0-9]+)*)(?:\\.([0-9]*(?:_[0-9]+)*))?(?:[eE]([+-]?)([0-9]*))?n?\\z"_s);
    const QRegularExpressionMatch match = pattern.match(word.toString());
    if (!match.hasMatch()) {
        return {};
    }
    QString whole = match.captured(2).remove(u'_');
    const QString fraction = match.captured(3).remove(u'_');
    if (whole.isEmpty() && fraction.isEmpty()) {
        return {};
    }
    if (whole.size() > 1 && whole.startsWith(u'0') && fraction.isEmpty() && !zerosCount) {
        return {};
    }
    whole = whole.isEmpty() ? u"0"_s : withoutZerosInFront(whole);
    QString number = match.captured(1) == "-"_L1 ? u'-' + whole : whole;
    if (!fraction.isEmpty()) {
        number += u'.' + fraction;
    }
    if (!match.captured(5).isEmpty()) {
        number += u'e' + match.captured(4) + match.captured(5);
    }
    return number;
}

std::optional<QString> hexadecimal(QStringView word)
{
    static const QRegularExpression pattern(u"\\A([+-]?)0[xX]([0-9a-fA-F]{1,16})\\z"_s);
    const QRegularExpressionMatch match = pattern.match(word.toString());
    if (!match.hasMatch()) {
        return {};
    }
    const QString number = QString::number(match.captured(2).toULongLong(nullptr, 16));
    return match.captured(1) == "-"_L1 ? u'-' + number : number;
}

} // namespace

bool isNumber(QStringView word)
{
    qsizetype at = word.startsWith(u'-') ? 1 : 0;
    const qsizetype whole = digitsFrom(word, at);
    if (whole == at || (word.at(at) == u'0' && whole > at + 1)) {
        return false;
    }
    at = whole;
    if (at < word.size() && word.at(at) == u'.') {
        const qsizetype end = digitsFrom(word, at + 1);
        if (end == at + 1) {
            return false;
        }
        at = end;
    }
    if (at < word.size() && word.at(at).toLower() == u'e') {
        const bool isSigned = at + 1 < word.size() && (word.at(at + 1) == u'+' || word.at(at + 1) == u'-');
        const qsizetype first = at + (isSigned ? 2 : 1);
        at = digitsFrom(word, first);
        if (at == first) {
            return false;
        }
    }
    return at == word.size();
}

bool isValue(QStringView word)
{
    return word == "true"_L1 || word == "false"_L1 || word == "null"_L1 || isNumber(word);
}

std::optional<QString> valueOf(QStringView word, bool zerosCount)
{
    constexpr qsizetype longestLiteral = 10;
    if (isValue(word)) {
        return word.toString();
    }
    if (word.size() <= longestLiteral) {
        const auto literal = foreignLiterals().constFind(word.toString().toLower());
        if (literal != foreignLiterals().cend()) {
            return *literal;
        }
    }
    const std::optional<QString> number = decimal(word, zerosCount);
    return number ? number : hexadecimal(word);
}

QString escaped(QChar letter)
{
    switch (letter.unicode()) {
    case u'"':
        return u"\\\""_s;
    case u'\\':
        return u"\\\\"_s;
    case u'\n':
        return u"\\n"_s;
    case u'\r':
        return u"\\r"_s;
    case u'\t':
        return u"\\t"_s;
    case u'\b':
        return u"\\b"_s;
    case u'\f':
        return u"\\f"_s;
    default:
        return letter.unicode() < 0x20 ? u"\\u%1"_s.arg(letter.unicode(), 4, 16, QLatin1Char('0')) : QString(letter);
    }
}

QString quoted(QStringView text)
{
    QString result = u"\""_s;
    for (const QChar letter : text) {
        result += escaped(letter);
    }
    return result + u'"';
}

} // namespace lightwell::barewords
