// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/schemacheck.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QStringList>

#include <algorithm>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mcp)
};

QString shown(const QString &place)
{
    return place.isEmpty() ? Text::tr("The whole") : place.left(64);
}

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == "integer"_L1) {
        return value.isDouble() && value.toInteger(0) == value.toInteger(1);
    }
    return (type == "number"_L1 && value.isDouble()) || (type == "string"_L1 && value.isString())
        || (type == "boolean"_L1 && value.isBool()) || (type == "object"_L1 && value.isObject())
        || (type == "array"_L1 && value.isArray()) || (type == "null"_L1 && value.isNull());
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray entries = value.isArray() ? value.toArray() : QJsonArray {value};
    for (const QJsonValue entry : entries) {
        texts.append(entry.toVariant().toString());
    }
    return texts;
}

std::optional<QString> faultInType(const QJsonValue &value, const QJsonObject &schema, const QString &place)
{
    const QStringList types = textsOf(schema.value("type"_L1));
    const bool fits = !schema.contains("type"_L1)
        || std::any_of(types.begin(), types.end(), [&value](const QString &type) { return isOfType(value, type); });
    if (!fits) {
        return Text::tr("%1 must be of the type %2.").arg(shown(place), types.join(u", "_s));
    }
    if (schema.contains("enum"_L1) && !schema.value("enum"_L1).toArray().contains(value)) {
        return Text::tr("%1 must be one of: %2.").arg(shown(place), textsOf(schema.value("enum"_L1)).join(u", "_s));
    }
    return std::nullopt;
}

/// How much there is of it: the number itself, characters, entries.
std::optional<QString> faultInAmount(const QJsonValue &value, const QJsonObject &schema, const QString &place)
{
    const auto isBeyond = [&schema](const char *least, const char *most, double amount) {
        const QJsonValue low = schema.value(QLatin1StringView(least));
        const QJsonValue high = schema.value(QLatin1StringView(most));
        return (low.isDouble() && amount < low.toDouble()) || (high.isDouble() && amount > high.toDouble());
    };
    if (value.isDouble() && isBeyond("minimum", "maximum", value.toDouble())) {
        return Text::tr("%1 is out of its range (%2 to %3).")
            .arg(shown(place), textsOf(schema.value("minimum"_L1)).join(QString()),
                 textsOf(schema.value("maximum"_L1)).join(QString()));
    }
    if (value.isString() && isBeyond("minLength", "maxLength", double(value.toString().size()))) {
        return Text::tr("%1 is too short or too long.").arg(shown(place));
    }
    if (value.isArray() && isBeyond("minItems", "maxItems", double(value.toArray().size()))) {
        return Text::tr("%1 has too few or too many entries.").arg(shown(place));
    }
    return std::nullopt;
}

std::optional<QString> faultInFields(const QJsonObject &object, const QJsonObject &schema, const QString &place)
{
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    const QString before = place.isEmpty() ? QString() : QString(place + u'.');
    const QStringList required = textsOf(schema.value("required"_L1).toArray());
    for (const QString &name : required) {
        if (!object.contains(name)) {
            return Text::tr("%1 is missing.").arg(before + name);
        }
    }
    const bool isClosed = schema.value("additionalProperties"_L1) == QJsonValue(false);
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (properties.contains(field.key())) {
            const QJsonObject inner = properties.value(field.key()).toObject();
            if (const std::optional<QString> fault = faultBySchema(field.value(), inner, before + field.key())) {
                return fault;
            }
        } else if (isClosed) {
            return Text::tr("There is no %1 here. There are: %2.")
                .arg(shown(before + field.key()), properties.keys().join(u", "_s));
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> faultBySchema(const QJsonValue &value, const QJsonObject &schema, const QString &place)
{
    static const QStringList known {
        u"type"_s,     u"enum"_s,     u"properties"_s,  u"required"_s,  u"additionalProperties"_s,
        u"items"_s,    u"minimum"_s,  u"maximum"_s,     u"minLength"_s, u"maxLength"_s,
        u"minItems"_s, u"maxItems"_s, u"description"_s, u"title"_s,     u"default"_s};
    const QStringList keywords = schema.keys();
    for (const QString &keyword : keywords) {
        if (!known.contains(keyword)) {
            return Text::tr("The schema of %1 has the unknown keyword %2.").arg(shown(place), keyword);
        }
    }
    if (const std::optional<QString> fault = faultInType(value, schema, place)) {
        return fault;
    }
    if (const std::optional<QString> fault = faultInAmount(value, schema, place)) {
        return fault;
    }
    if (value.isObject()) {
        return faultInFields(value.toObject(), schema, place);
    }
    const QJsonArray entries = value.toArray();
    const QJsonObject items = schema.value("items"_L1).toObject();
    for (qsizetype index = 0; index < entries.size() && !items.isEmpty(); ++index) {
        const QString inner = u"%1[%2]"_s.arg(place).arg(index);
        if (const std::optional<QString> fault = faultBySchema(entries.at(index), items, inner)) {
            return fault;
        }
    }
    return std::nullopt;
}

} // namespace lightwell::mcp
