// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/longstrings.h"

#include <QJsonObject>

namespace lightwell {

/// Reads JSON that carries pictures as base64 without copying them: long base64 strings are left in the text and stand
/// in the parsed object as short placeholders. Read every string that may be a picture with text(). All else is bounded
/// (boundedjson.h). An array around one object, as some vendors wrap their answers, counts as that object.
class LiftedJson
{
public:
    explicit LiftedJson(const QByteArray &text, const JsonLimits &limits = jsonlimits::answer);

    [[nodiscard]] bool isValid() const { return !m_fault; } ///< the text is JSON, an object, and within the limits
    [[nodiscard]] const std::optional<Error> &fault() const { return m_fault; } ///< as of readJson()
    [[nodiscard]] bool isList() const { return m_isList; } ///< the object came as the first in a list
    [[nodiscard]] const QJsonObject &object() const { return m_object; }
    /// Whatever the text holds, an object or not; null where it is no JSON.
    [[nodiscard]] const QJsonValue &root() const { return m_root; }
    /// The string's UTF-8 bytes. For a lifted string without escapes they point into the text, which lives as long as
    /// this object. Empty if the value is no string.
    [[nodiscard]] QByteArray text(const QJsonValue &value) const;
    [[nodiscard]] bool isLifted(const QJsonValue &value) const; ///< a long base64 string, which text() gives
    /// The value as it would be without this class. Takes off `left` about as many bytes as it has as text; nothing if
    /// there are fewer left.
    [[nodiscard]] std::optional<QJsonValue> restored(const QJsonValue &value, qsizetype &left) const;

private:
    [[nodiscard]] std::optional<qsizetype> spanOf(const QJsonValue &value) const;
    [[nodiscard]] QByteArray raw(qsizetype span) const;
    [[nodiscard]] QJsonValue restore(const QJsonValue &value, qsizetype &left) const;

    QByteArray m_text;
    QList<ShortenedJson::Span> m_spans;
    QJsonValue m_root;
    QJsonObject m_object;
    bool m_isList = false;
    std::optional<Error> m_fault;
};

} // namespace lightwell
