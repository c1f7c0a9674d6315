// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace lightwell {

/// Reads a JSON answer that carries pictures as base64 without copying them: long strings without blanks are left in
/// the body and stand in the parsed object as short placeholders. Read every string that may be a picture with
/// text(). An array with one object, as some vendors wrap their answers, counts as that object.
class LiftedJson
{
public:
    explicit LiftedJson(const QByteArray &body);

    [[nodiscard]] bool isValid() const { return m_valid; } ///< the body is JSON and an object
    [[nodiscard]] const QJsonObject &object() const { return m_object; }
    /// The string's UTF-8 bytes. For a lifted string without escapes they point into the body, which lives as long as
    /// this object. Empty if the value is no string.
    [[nodiscard]] QByteArray text(const QJsonValue &value) const;

private:
    struct Span
    {
        qsizetype begin = 0;
        qsizetype length = 0;
    };
    [[nodiscard]] QByteArray lift();

    QByteArray m_body;
    QList<Span> m_spans;
    QJsonObject m_object;
    bool m_valid = false;
};

} // namespace lightwell
