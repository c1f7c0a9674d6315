// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/boundedjson.h"
#include "core/model/error.h"
#include "core/model/jsontext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

/// Values as columns of the journal have them, and back.
namespace lightwell::columns {

[[nodiscard]] inline QVariant null()
{
    return QVariant(QMetaType(QMetaType::LongLong));
}

[[nodiscard]] inline QVariant fromTime(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : null();
}

[[nodiscard]] inline QDateTime toTime(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

[[nodiscard]] inline QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(compactJson(object));
}

[[nodiscard]] inline QVariant fromError(const std::optional<Error> &error)
{
    return error ? QVariant(compact(error->toJson())) : null();
}

/// An empty one where it cannot be read.
[[nodiscard]] inline QJsonObject toObject(const QByteArray &text)
{
    const Result<QJsonObject> object = readJsonObject(text, jsonlimits::own);
    return object ? *object : QJsonObject();
}

[[nodiscard]] inline std::optional<Error> toError(const QByteArray &text)
{
    if (text.isEmpty()) {
        return std::nullopt;
    }
    return Error::fromJson(toObject(text));
}

[[nodiscard]] inline QVariant fromArray(const QJsonArray &array)
{
    return array.isEmpty() ? null() : QVariant(QString::fromUtf8(compactJson(array)));
}

[[nodiscard]] inline QJsonArray toArray(const QByteArray &text)
{
    if (text.isEmpty()) {
        return {};
    }
    const Result<QJsonDocument> json = readJson(text, jsonlimits::own);
    return json ? json->array() : QJsonArray();
}

} // namespace lightwell::columns
