// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/textschema.h"

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

QJsonObject ofType(const QString &type)
{
    return {{u"type"_s, type}};
}

QJsonObject oneOf(const QStringList &words)
{
    return {{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray::fromStringList(words)}};
}

QJsonObject listOf(const QJsonObject &entry)
{
    return {{u"type"_s, u"array"_s}, {u"items"_s, entry}, {u"minItems"_s, 1}};
}

QJsonObject anyOf(const QJsonObject &one, const QJsonObject &other)
{
    return {{u"anyOf"_s, QJsonArray {one, other}}};
}

/// An object of one of these types, with whatever belongs to it.
QJsonObject ofTypes(const QStringList &types)
{
    return {{u"type"_s, u"object"_s},
            {u"properties"_s, QJsonObject {{u"type"_s, oneOf(types)}}},
            {u"required"_s, QJsonArray {u"type"_s}}};
}

QJsonObject wholeNumber(qint64 most)
{
    QJsonObject number {{u"type"_s, u"integer"_s}, {u"minimum"_s, 1}};
    if (most > 0) {
        number.insert(u"maximum"_s, most);
    }
    return number;
}

/// What a message says, in one text or in parts: those of which is known that the model takes them.
QJsonObject content(const TextOffer &offer)
{
    const QStringList parts = offer.vision ? QStringList {u"text"_s, u"image_url"_s} : QStringList {u"text"_s};
    const QJsonObject nothing = ofType(u"null"_s); // beside calls of functions
    return {{u"anyOf"_s, QJsonArray {ofType(u"string"_s), listOf(ofTypes(parts)), nothing}}};
}

QJsonObject messages(const TextOffer &offer)
{
    const QJsonObject message {
        {u"type"_s, u"object"_s},
        {u"properties"_s,
         QJsonObject {{u"role"_s, oneOf({u"system"_s, u"developer"_s, u"user"_s, u"assistant"_s, u"tool"_s})},
                      {u"content"_s, content(offer)}}},
        {u"required"_s, QJsonArray {u"role"_s}}};
    return listOf(message);
}

/// What chats and responses have in common. How warm an answer may be differs from vendor to vendor.
void addAnswer(QJsonObject &properties)
{
    properties.insert(u"temperature"_s, QJsonObject {{u"type"_s, u"number"_s}, {u"minimum"_s, 0}});
    properties.insert(u"top_p"_s, QJsonObject {{u"type"_s, u"number"_s}, {u"minimum"_s, 0}, {u"maximum"_s, 1}});
    properties.insert(u"tools"_s, QJsonObject {{u"type"_s, u"array"_s}, {u"items"_s, ofType(u"object"_s)}});
    properties.insert(u"tool_choice"_s, anyOf(ofType(u"string"_s), ofType(u"object"_s)));
    properties.insert(u"stream"_s, ofType(u"boolean"_s));
}

void addChat(QJsonObject &properties, const TextOffer &offer)
{
    properties.insert(u"messages"_s, messages(offer));
    properties.insert(u"max_tokens"_s, wholeNumber(offer.maxOutput));
    properties.insert(u"max_completion_tokens"_s, wholeNumber(offer.maxOutput));
    properties.insert(u"n"_s, wholeNumber(0));
    properties.insert(u"stop"_s, anyOf(ofType(u"string"_s), listOf(ofType(u"string"_s))));
    properties.insert(u"seed"_s, ofType(u"integer"_s));
    properties.insert(u"response_format"_s, ofTypes({u"text"_s, u"json_object"_s, u"json_schema"_s}));
    addAnswer(properties);
}

void addResponses(QJsonObject &properties, const TextOffer &offer)
{
    properties.insert(u"input"_s, anyOf(ofType(u"string"_s), listOf(ofType(u"object"_s)))); // items of many kinds
    properties.insert(u"instructions"_s, ofType(u"string"_s));
    properties.insert(u"max_output_tokens"_s, wholeNumber(offer.maxOutput));
    properties.insert(u"text"_s, ofType(u"object"_s));
    properties.insert(u"reasoning"_s, ofType(u"object"_s));
    addAnswer(properties);
}

void addEmbeddings(QJsonObject &properties)
{
    const QJsonObject tokens = listOf(ofType(u"integer"_s));
    properties.insert(
        u"input"_s,
        QJsonObject {
            {u"anyOf"_s, QJsonArray {ofType(u"string"_s), listOf(ofType(u"string"_s)), tokens, listOf(tokens)}}});
    properties.insert(u"dimensions"_s, wholeNumber(0));
    properties.insert(u"encoding_format"_s, oneOf({u"float"_s, u"base64"_s}));
}

QString inputOf(TextKind kind)
{
    return kind == TextKind::Chat ? u"messages"_s : u"input"_s;
}

} // namespace

QJsonObject textSchema(const TextOffer &offer, TextKind kind)
{
    const QString id = offer.provider + u'/' + offer.model;
    QJsonObject properties {{u"model"_s, oneOf({offer.model, id})}};
    switch (kind) {
    case TextKind::Chat:
        addChat(properties, offer);
        break;
    case TextKind::Responses:
        addResponses(properties, offer);
        break;
    case TextKind::Embeddings:
        addEmbeddings(properties);
        break;
    }
    return {{u"$schema"_s, u"https://json-schema.org/draft/2020-12/schema"_s},
            {u"title"_s, id},
            {u"type"_s, u"object"_s},
            {u"properties"_s, properties},
            {u"required"_s, QJsonArray {u"model"_s, inputOf(kind)}}};
}

QJsonArray textSchemas(const QList<TextOffer> &offers, const TextModels &texts)
{
    QJsonArray schemas;
    for (const TextOffer &offer : offers) {
        const TextVendorPtr vendor = texts.vendor(offer.provider);
        for (const TextKind kind : offer.kinds) {
            // Where a vendor has no path for responses, a chat brings them.
            const TextKind asked = kind == TextKind::Responses && !vendor->has(kind) ? TextKind::Chat : kind;
            if (vendor->has(asked)) {
                schemas.append(QJsonObject {{u"offer"_s, QString(offer.provider + u'/' + offer.model)},
                                            {u"provider"_s, offer.provider},
                                            {u"modes"_s, QJsonArray {textKindName(kind)}},
                                            {u"schema"_s, textSchema(offer, kind)}});
            }
        }
    }
    return schemas;
}

} // namespace lightwell::openai
