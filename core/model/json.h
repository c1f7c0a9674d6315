// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

/// Small helpers by which values read and write JSON.
namespace lightwell::json {

template<typename T>
QJsonArray array(const QList<T> &values)
{
    QJsonArray result;
    for (const T &value : values) {
        result.append(value.toJson());
    }
    return result;
}

inline QStringList strings(const QJsonValue &value)
{
    QStringList result;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue entry : entries) {
        result.append(entry.toString());
    }
    return result;
}

/// A number, or a text that is one.
inline std::optional<double> number(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const double number = value.isString() ? value.toString().toDouble(&isNumber) : value.toDouble();
    return isNumber ? std::optional(number) : std::nullopt;
}

inline void putIfSet(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty()) {
        object.insert(key, text);
    }
}

template<typename T>
void putIfSet(QJsonObject &object, QLatin1StringView key, const std::optional<T> &value)
{
    if (value) {
        object.insert(key, QJsonValue(*value));
    }
}

inline QString fromTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

inline QDateTime toTime(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

/// A table of enum values and their names, looked up both ways.
template<typename E, std::size_t N>
struct Names
{
    std::pair<E, const char *> entries[N];

    [[nodiscard]] QString name(E value) const
    {
        for (const auto &[entry, text] : entries) {
            if (entry == value) {
                return QString::fromLatin1(text);
            }
        }
        return {};
    }
    [[nodiscard]] std::optional<E> value(const QString &name) const
    {
        for (const auto &[entry, text] : entries) {
            if (name.compare(QLatin1StringView(text), Qt::CaseInsensitive) == 0) {
                return entry;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] QStringList all() const
    {
        QStringList names;
        for (const auto &[entry, text] : entries) {
            names.append(QString::fromLatin1(text));
        }
        return names;
    }
};

template<typename E, std::size_t N>
Names(const std::pair<E, const char *> (&)[N]) -> Names<E, N>;

} // namespace lightwell::json
