// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/jsontext.h"

#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace lightwell {

namespace {

constexpr auto isPlain = [](char16_t unit) { return unit >= 0x20 && unit < 0x80 && unit != u'"' && unit != u'\\'; };

void appendPlain(QByteArray &text, const char16_t *begin, const char16_t *end)
{
    const qsizetype size = text.size();
    text.resize(size + (end - begin));
    std::transform(begin, end, text.data() + size, [](char16_t unit) { return static_cast<char>(unit); });
}

void appendEscape(QByteArray &text, char16_t unit)
{
    static constexpr char digits[] = "0123456789abcdef";
    const char escape[] {
        '\\', 'u', digits[unit >> 12], digits[unit >> 8 & 15], digits[unit >> 4 & 15], digits[unit & 15]};
    text.append(escape, sizeof escape);
}

/// What stands for itself nowhere in JSON, and the ASCII that needs a backslash.
void appendAscii(QByteArray &text, char16_t unit)
{
    switch (unit) {
    case u'"':
        text.append("\\\"", 2);
        break;
    case u'\\':
        text.append("\\\\", 2);
        break;
    case u'\b':
        text.append("\\b", 2);
        break;
    case u'\f':
        text.append("\\f", 2);
        break;
    case u'\n':
        text.append("\\n", 2);
        break;
    case u'\r':
        text.append("\\r", 2);
        break;
    case u'\t':
        text.append("\\t", 2);
        break;
    default:
        appendEscape(text, unit);
    }
}

/// A character outside of ASCII, of one unit or two; half of one is escaped. Returns its units.
qsizetype appendWide(QByteArray &text, QStringView rest)
{
    const QChar first = rest.front();
    if (!first.isSurrogate()) {
        text.append(QStringView(&first, 1).toUtf8());
        return 1;
    }
    if (first.isHighSurrogate() && rest.size() > 1 && rest.at(1).isLowSurrogate()) {
        text.append(rest.first(2).toUtf8());
        return 2;
    }
    appendEscape(text, first.unicode());
    return 1;
}

/// Between its quotation marks.
void appendText(QByteArray &text, QStringView words)
{
    const char16_t *at = words.utf16();
    const char16_t *const end = at + words.size();
    while (at != end) {
        const char16_t *const other = std::find_if_not(at, end, isPlain);
        appendPlain(text, at, other);
        at = other;
        if (at != end && *at < 0x80) {
            appendAscii(text, *at++);
        } else if (at != end) {
            at += appendWide(text, QStringView(at, end));
        }
    }
}

void appendText(QByteArray &text, QLatin1StringView words)
{
    appendText(text, QString(words));
}

QByteArray written(const QJsonValue &value)
{
    JsonText json;
    json.value(value);
    return json.text();
}

} // namespace

/// What ends in a bracket or a colon has nothing yet that a comma could stand behind; texts end in their mark.
char *JsonText::next(qsizetype size)
{
    const qsizetype before = m_text.size();
    const char last = before > 0 ? m_text.back() : '[';
    const bool isFirst = last == '{' || last == '[' || last == ':';
    m_text.resize(before + (isFirst ? 0 : 1) + size);
    char *place = m_text.data() + before;
    if (!isFirst) {
        *place++ = ',';
    }
    return place;
}

void JsonText::next(QByteArrayView word)
{
    std::memcpy(next(word.size()), word.data(), std::size_t(word.size()));
}

/// Nearly every text is plain: it gets its whole place at once. From where it is not, it is appended.
template<typename Text>
void JsonText::quoted(Text text, bool isName)
{
    const qsizetype size = text.size();
    char *place = next(size + (isName ? 3 : 2));
    *place++ = '"';
    qsizetype at = 0;
    for (; at < size && isPlain(text[at].unicode()); ++at) {
        *place++ = static_cast<char>(text[at].unicode());
    }
    if (at < size) {
        m_text.truncate(place - m_text.constData());
        appendText(m_text, text.sliced(at));
        m_text.append(isName ? "\":" : "\"");
        return;
    }
    *place++ = '"';
    if (isName) {
        *place = ':';
    }
}

void JsonText::open(char bracket)
{
    *next(1) = bracket;
}

void JsonText::name(QLatin1StringView name)
{
    quoted(name, true);
}

void JsonText::name(QStringView name)
{
    quoted(name, true);
}

void JsonText::beginObject(QLatin1StringView name)
{
    this->name(name);
    beginObject();
}

void JsonText::beginArray(QLatin1StringView name)
{
    this->name(name);
    beginArray();
}

void JsonText::integer(qint64 number)
{
    char digits[24];
    const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), number);
    next(QByteArrayView(digits, end));
}

void JsonText::value(bool value)
{
    next(value ? QByteArrayView("true") : QByteArrayView("false"));
}

void JsonText::value(std::nullptr_t)
{
    next("null");
}

void JsonText::value(double value)
{
    constexpr double exact = 9007199254740992.0; // up to here every whole number is one
    if (std::abs(value) < exact && std::trunc(value) == value) {
        return integer(static_cast<qint64>(value));
    }
    if (!qIsFinite(value)) {
        return this->value(nullptr);
    }
    next(QByteArray::number(value, 'g', QLocale::FloatingPointShortest));
}

void JsonText::value(QStringView text)
{
    quoted(text, false);
}

void JsonText::value(QLatin1StringView text)
{
    quoted(text, false);
}

void JsonText::value(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return this->value(value.toBool());
    case QJsonValue::Double: {
        const double number = value.toDouble();
        const qint64 whole = qIsFinite(number) ? value.toInteger() : 0;
        const bool isWhole = whole != 0 || number == 0; // 0 also for what is none
        return isWhole ? integer(whole) : this->value(number);
    }
    case QJsonValue::String:
        return this->value(value.toString());
    case QJsonValue::Array: {
        beginArray();
        const QJsonArray entries = value.toArray();
        for (const QJsonValue entry : entries) {
            this->value(entry);
        }
        return endArray();
    }
    case QJsonValue::Object: {
        beginObject();
        putFieldsOf(value.toObject());
        return endObject();
    }
    default:
        this->value(nullptr);
    }
}

void JsonText::putFieldsOf(const QJsonObject &object)
{
    for (auto field = object.begin(); field != object.end(); ++field) {
        name(field.key());
        value(QJsonValue(field.value()));
    }
}

void JsonText::putIfSet(QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty()) {
        put(name, text);
    }
}

void JsonText::putOrNull(QLatin1StringView name, const QString &text)
{
    if (text.isEmpty()) {
        put(name, nullptr);
    } else {
        put(name, text);
    }
}

QByteArray compactJson(const QJsonObject &object)
{
    return written(object);
}

QByteArray compactJson(const QJsonArray &array)
{
    return written(array);
}

} // namespace lightwell
