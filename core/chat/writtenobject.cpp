// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/writtenobject.h"

#include "core/model/boundedjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lightwell {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

qsizetype behindBlanks(const QByteArray &text, qsizetype at)
{
    while (at < text.size() && isBlank(text.at(at))) {
        ++at;
    }
    return at;
}

qsizetype behindText(const QByteArray &text, qsizetype at)
{
    for (++at; at < text.size() && text.at(at) != '"'; ++at) {
        at += text.at(at) == '\\' ? 1 : 0;
    }
    return std::min(at + 1, text.size());
}

/// To the comma or bracket that ends the value, which is not part of it.
qsizetype behindValue(const QByteArray &text, qsizetype at)
{
    int depth = 0;
    while (at < text.size()) {
        const char c = text.at(at);
        if (c == '"') {
            at = behindText(text, at);
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
            break;
        }
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        ++at;
    }
    return at;
}

/// A name is seldom written with escapes.
QByteArray nameOf(const QByteArray &key)
{
    return key.contains('\\') ? writtenValue(key).toString().toUtf8() : key.mid(1, key.size() - 2);
}

QByteArray keyOf(const QByteArray &name)
{
    const QByteArray list = QJsonDocument(QJsonArray {QString::fromUtf8(name)}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

} // namespace

WrittenObject::WrittenObject(const QByteArray &text)
{
    const qsizetype begin = behindBlanks(text, text.startsWith("\xef\xbb\xbf") ? 3 : 0);
    if (begin >= text.size() || text.at(begin) != '{') {
        return;
    }
    qsizetype at = behindBlanks(text, begin + 1);
    while (at < text.size() && text.at(at) == '"') {
        const qsizetype keyEnd = behindText(text, at);
        const QByteArray key = text.mid(at, keyEnd - at);
        const qsizetype colon = behindBlanks(text, keyEnd);
        const qsizetype valueBegin = behindBlanks(text, colon + 1);
        const qsizetype valueEnd = behindValue(text, valueBegin);
        m_members.append({key, nameOf(key), text.mid(valueBegin, valueEnd - valueBegin).trimmed()});
        at = behindBlanks(text, valueEnd + 1);
    }
}

qsizetype WrittenObject::placeOf(const QByteArray &name) const
{
    const auto found =
        std::find_if(m_members.begin(), m_members.end(), [&name](const Member &member) { return member.name == name; });
    return found == m_members.end() ? -1 : found - m_members.begin();
}

QByteArrayList WrittenObject::names() const
{
    QByteArrayList names;
    for (const Member &member : m_members) {
        names.append(member.name);
    }
    return names;
}

bool WrittenObject::contains(const QByteArray &name) const
{
    return placeOf(name) >= 0;
}

QByteArray WrittenObject::value(const QByteArray &name) const
{
    const qsizetype place = placeOf(name);
    return place < 0 ? QByteArray() : m_members.at(place).value;
}

void WrittenObject::set(const QByteArray &name, const QByteArray &json)
{
    const qsizetype place = placeOf(name);
    if (place < 0) {
        m_members.append({keyOf(name), name, json});
    } else {
        m_members[place].value = json;
    }
}

void WrittenObject::remove(const QByteArray &name)
{
    m_members.removeIf([&name](const Member &member) { return member.name == name; });
}

QByteArray WrittenObject::text() const
{
    QByteArray text = "{";
    for (const Member &member : m_members) {
        text += text.size() > 1 ? "," : "";
        text += member.key + ':' + member.value;
    }
    return text + '}';
}

QJsonValue writtenValue(const QByteArray &json)
{
    const Result<QJsonDocument> read = readJson('[' + json + ']', jsonlimits::own);
    return read ? read->array().at(0) : QJsonValue(QJsonValue::Undefined);
}

QByteArrayList writtenEntries(const QByteArray &list)
{
    QByteArrayList entries;
    const qsizetype begin = behindBlanks(list, 0);
    if (begin >= list.size() || list.at(begin) != '[') {
        return entries;
    }
    qsizetype at = behindBlanks(list, begin + 1);
    while (at < list.size() && list.at(at) != ']') {
        const qsizetype end = behindValue(list, at);
        entries.append(list.mid(at, end - at).trimmed());
        at = behindBlanks(list, end < list.size() && list.at(end) == ',' ? end + 1 : end);
    }
    return entries;
}

} // namespace lightwell
