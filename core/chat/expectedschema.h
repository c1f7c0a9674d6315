// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>

namespace lightwell {

/// What a JSON Schema expects at one place of a document, as far as it helps to read what is ambiguous: types, names,
/// items; references within the schema (`#/$defs/…`) and its alternatives are followed, all else is passed over.
class ExpectedSchema
{
public:
    enum Type { Null = 1, Boolean = 2, Number = 4, String = 8, Array = 16, Object = 32 };
    Q_DECLARE_FLAGS(Types, Type)

    ExpectedSchema() = default; ///< expects nothing
    explicit ExpectedSchema(const QJsonObject &schema);

    [[nodiscard]] Types types() const; ///< none: nothing is said
    /// Only texts are legal here.
    [[nodiscard]] bool wantsText() const { return types() == Types(String); }
    [[nodiscard]] ExpectedSchema property(const QString &name) const;
    [[nodiscard]] ExpectedSchema items() const;
    /// Whether a whole document has the type and the names that are demanded.
    [[nodiscard]] bool describes(const QJsonValue &document) const;

private:
    ExpectedSchema(QJsonObject root, const QJsonObject &node);
    [[nodiscard]] QList<QJsonObject> alternatives() const;

    QJsonObject m_root;
    QJsonObject m_node;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(ExpectedSchema::Types)

} // namespace lightwell
