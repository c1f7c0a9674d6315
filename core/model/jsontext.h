// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <concepts>
#include <cstddef>
#include <optional>

namespace lightwell {

/// JSON (RFC 8259) as it stands in files and messages, without spaces, written from its beginning to its end. Making a
/// QJsonObject takes several times as long as writing down what goes into it; this is for what is written with every
/// call and read by others. Texts and numbers are written as QJsonDocument does. Who writes names gives each once.
class JsonText
{
public:
    explicit JsonText(qsizetype room = 512) { m_text.reserve(room); } ///< bytes to begin with

    void beginObject() { open('{'); }
    void beginObject(QLatin1StringView name);
    void endObject() { m_text.append('}'); }
    void beginArray() { open('['); }
    void beginArray(QLatin1StringView name);
    void endArray() { m_text.append(']'); }

    void value(bool value);
    void value(double value); ///< null for what is no number
    void value(QStringView text);
    void value(const QString &text) { value(QStringView(text)); }
    void value(QLatin1StringView text);
    void value(const QJsonValue &value); ///< with all that is in it
    void value(std::nullptr_t);
    void value(std::integral auto number) { integer(number); }
    void value(const char *) = delete; // it would be a bool

    template<typename T>
    void put(QLatin1StringView name, const T &what)
    {
        this->name(name);
        value(what);
    }
    void putNext(QLatin1StringView name) { this->name(name); } ///< its value is written next
    void putNext(QStringView name) { this->name(name); }
    void putFieldsOf(const QJsonObject &object); ///< all of them, in the object that is open
    void putIfSet(QLatin1StringView name, const QString &text);
    void putOrNull(QLatin1StringView name, const QString &text); ///< null: it is empty
    template<typename T>
    void putIfSet(QLatin1StringView name, const std::optional<T> &what)
    {
        if (what) {
            put(name, *what);
        }
    }

    [[nodiscard]] const QByteArray &text() const { return m_text; } ///< UTF-8; whole once all is ended

private:
    /// Room for so many more bytes, behind the comma where one is needed.
    [[nodiscard]] char *next(qsizetype size);
    void next(QByteArrayView word);
    template<typename Text>
    void quoted(Text text, bool isName);
    void open(char bracket);
    void name(QStringView name);
    void name(QLatin1StringView name);
    void integer(qint64 number);

    QByteArray m_text;
};

/// As QJsonDocument writes it in its compact form.
[[nodiscard]] QByteArray compactJson(const QJsonObject &object);
[[nodiscard]] QByteArray compactJson(const QJsonArray &array);

} // namespace lightwell
