// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QJsonValue>

namespace lightwell {

/// A JSON object as it was written, some of whose members are changed: all others keep their order, their spelling and
/// their digits. What is told to a model depends on that: it fills in a schema in the order in which its fields stand.
class WrittenObject
{
public:
    /// Of a text that is known to be a JSON object (boundedjson.h); of anything else this has no members.
    explicit WrittenObject(const QByteArray &text);

    [[nodiscard]] QByteArrayList names() const;
    [[nodiscard]] bool contains(const QByteArray &name) const;
    [[nodiscard]] QByteArray value(const QByteArray &name) const; ///< as written; empty: there is none of this name
    void set(const QByteArray &name, const QByteArray &json); ///< in its place, or behind all others
    void remove(const QByteArray &name);
    [[nodiscard]] QByteArray text() const;

private:
    struct Member
    {
        QByteArray key; ///< with its quotes
        QByteArray name;
        QByteArray value;
    };
    [[nodiscard]] qsizetype placeOf(const QByteArray &name) const;
    QList<Member> m_members;
};

/// A value as it was written, read.
[[nodiscard]] QJsonValue writtenValue(const QByteArray &json);

/// The entries of a JSON list, each as it was written. Of anything else there are none.
[[nodiscard]] QByteArrayList writtenEntries(const QByteArray &list);

} // namespace lightwell
