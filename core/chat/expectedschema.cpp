// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/expectedschema.h"

#include <QJsonArray>

#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxReferences = 8; ///< followed one after another: some lead back to themselves
constexpr qsizetype maxAlternatives = 32;

ExpectedSchema::Types typeNamed(const QString &name)
{
    static const QHash<QString, ExpectedSchema::Type> names {
        {u"null"_s, ExpectedSchema::Null},     {u"boolean"_s, ExpectedSchema::Boolean},
        {u"number"_s, ExpectedSchema::Number}, {u"integer"_s, ExpectedSchema::Number},
        {u"string"_s, ExpectedSchema::String}, {u"array"_s, ExpectedSchema::Array},
        {u"object"_s, ExpectedSchema::Object},
    };
    const auto found = names.constFind(name);
    return found == names.cend() ? ExpectedSchema::Types() : ExpectedSchema::Types(*found);
}

ExpectedSchema::Type typeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return ExpectedSchema::Boolean;
    case QJsonValue::Double:
        return ExpectedSchema::Number;
    case QJsonValue::String:
        return ExpectedSchema::String;
    case QJsonValue::Array:
        return ExpectedSchema::Array;
    case QJsonValue::Object:
        return ExpectedSchema::Object;
    default:
        return ExpectedSchema::Null;
    }
}

/// The part of the document that "#/$defs/Colour" names.
QJsonObject partOf(const QJsonObject &root, const QString &reference)
{
    if (!reference.startsWith(u'#')) {
        return {};
    }
    QJsonObject part = root;
    const QStringList names = reference.mid(1).split(u'/', Qt::SkipEmptyParts);
    for (QString name : names) {
        part = part.value(name.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1)).toObject();
    }
    return part;
}

QJsonObject resolved(const QJsonObject &root, QJsonObject node)
{
    for (int followed = 0; followed < maxReferences && node.contains("$ref"_L1); ++followed) {
        node = partOf(root, node.value("$ref"_L1).toString());
    }
    return node;
}

} // namespace

ExpectedSchema::ExpectedSchema(const QJsonObject &schema)
    : ExpectedSchema(schema, schema)
{
}

ExpectedSchema::ExpectedSchema(QJsonObject root, const QJsonObject &node)
    : m_root(std::move(root))
    , m_node(resolved(m_root, node))
{
}

/// The node itself and whatever it may be instead.
QList<QJsonObject> ExpectedSchema::alternatives() const
{
    QList<QJsonObject> all {m_node};
    for (qsizetype index = 0; index < all.size(); ++index) {
        for (const QLatin1StringView word : {"anyOf"_L1, "oneOf"_L1, "allOf"_L1}) {
            const QJsonArray choices = all.at(index).value(word).toArray();
            for (const QJsonValue &choice : choices) {
                if (all.size() < maxAlternatives) {
                    all.append(resolved(m_root, choice.toObject()));
                }
            }
        }
    }
    return all;
}

ExpectedSchema::Types ExpectedSchema::types() const
{
    if (m_node.isEmpty()) {
        return {};
    }
    Types found;
    const QList<QJsonObject> all = alternatives();
    for (const QJsonObject &node : all) {
        const QJsonValue type = node.value("type"_L1);
        const QJsonArray names = type.isArray() ? type.toArray() : QJsonArray {type};
        for (const QJsonValue &name : names) {
            found |= typeNamed(name.toString());
        }
        if (type.isUndefined() && node.contains("properties"_L1)) {
            found |= Object;
        }
        const QJsonArray choices = node.value("enum"_L1).toArray();
        for (const QJsonValue &choice : choices) {
            if (type.isUndefined()) {
                found |= typeOf(choice);
            }
        }
    }
    return found;
}

ExpectedSchema ExpectedSchema::property(const QString &name) const
{
    if (m_node.isEmpty()) {
        return {};
    }
    const QList<QJsonObject> all = alternatives();
    for (const QJsonObject &node : all) {
        const QJsonValue found = node.value("properties"_L1).toObject().value(name);
        if (found.isObject()) {
            return {m_root, found.toObject()};
        }
    }
    for (const QJsonObject &node : all) {
        if (node.value("additionalProperties"_L1).isObject()) {
            return {m_root, node.value("additionalProperties"_L1).toObject()};
        }
    }
    return {};
}

ExpectedSchema ExpectedSchema::items() const
{
    if (m_node.isEmpty()) {
        return {};
    }
    const QList<QJsonObject> all = alternatives();
    for (const QJsonObject &node : all) {
        if (node.value("items"_L1).isObject()) {
            return {m_root, node.value("items"_L1).toObject()};
        }
    }
    return {};
}

bool ExpectedSchema::describes(const QJsonValue &document) const
{
    const Types expected = types();
    if (expected && !expected.testFlag(typeOf(document))) {
        return false;
    }
    if (!document.isObject()) {
        return true;
    }
    const QJsonObject object = document.toObject();
    const QJsonArray required = m_node.value("required"_L1).toArray();
    return std::all_of(required.begin(), required.end(),
                       [&object](const QJsonValue &name) { return object.contains(name.toString()); });
}

} // namespace lightwell
