// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/replay/callfields.h"

#include "core/model/tuning.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// A link whole: another signature may lead to another picture.
QString hashOf(const InputImage &image)
{
    return hashOf(image.isLink() ? image.link.toUtf8() : image.bytes);
}

QString nameOf(CallKind kind)
{
    return kind == CallKind::Edit ? u"edit"_s : kind == CallKind::Variation ? u"variation"_s : u"generation"_s;
}

void insertWord(QJsonObject &fields, const QString &name, const QString &word)
{
    if (!word.isEmpty() && word != "auto"_L1) {
        fields.insert(name, word);
    }
}

void insertSize(QJsonObject &fields, const SizeRequest &size)
{
    insertWord(fields, u"size"_s, size.toString());
    insertWord(fields, u"aspect_ratio"_s, size.ratio ? size.ratio->toString() : QString());
    insertWord(fields, u"resolution"_s, size.tier ? tierName(*size.tier) : QString());
}

void insertPictures(QJsonObject &fields, const Request &request)
{
    QJsonArray pictures;
    for (const InputImage &image : request.images) {
        pictures.append(QString(imageRoleName(image.role) + u' ' + hashOf(image)));
    }
    if (!pictures.isEmpty()) {
        fields.insert(u"image"_s, pictures);
    }
    if (request.mask) {
        fields.insert(u"mask"_s, hashOf(*request.mask));
    }
}

template<typename T>
QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue listOf(const std::optional<QStringList> &names)
{
    return names ? QJsonValue(QJsonArray::fromStringList(*names)) : QJsonValue();
}

/// Of pictures.
QJsonArray canonical(const QList<ModelWishes> &ofModels)
{
    QJsonArray all;
    for (const ModelWishes &own : ofModels) {
        all.append(QJsonObject {{u"order"_s, own.order ? QJsonValue(int(*own.order)) : QJsonValue()},
                                {u"price"_s, own.maxPrice ? own.maxPrice->toJson() : QJsonValue()}});
    }
    return all;
}

/// All that decides who makes a picture and with what.
QJsonObject canonical(const RouteWishes &wishes)
{
    QJsonObject options;
    for (auto option = wishes.options.begin(); option != wishes.options.end(); ++option) {
        options.insert(option.key(), option.value());
    }
    QJsonObject all {
        {u"first"_s, listOf(wishes.first)},
        {u"order"_s, wishes.order ? QJsonValue(int(*wishes.order)) : QJsonValue()},
        {u"allow"_s, listOf(wishes.allow)},
        {u"ignore"_s, listOf(wishes.ignore)},
        {u"go_on"_s, wishes.mayGoOn},
        {u"price"_s, wishes.maxPrice ? wishes.maxPrice->toJson() : QJsonValue()},
        {u"total"_s, wishes.maxTotal ? wishes.maxTotal->toJson() : QJsonValue()},
        {u"text"_s, orNull(wishes.maxTextInPrice)},
        {u"output"_s, orNull(wishes.maxOutputPrice)},
        {u"parameters"_s, wishes.wantsAllParameters},
        {u"own"_s, wishes.onlyOwnMachines},
        {u"time"_s, wishes.preferredTime ? QJsonValue(qint64(wishes.preferredTime->count())) : QJsonValue()},
        {u"fallbacks"_s, listOf(wishes.fallbacks)},
        {u"options"_s, options}};
    if (!wishes.ofModels.isEmpty()) { // else what was recorded by an earlier release would not be found
        all.insert(u"models"_s, canonical(wishes.ofModels));
    }
    return all;
}

/// What a call wants of its route decides who makes the picture. Under a name that no client can write: it belongs to
/// no match that names fields.
void insertWishes(QJsonObject &fields, const RouteWishes &wishes)
{
    if (wishes != RouteWishes()) {
        fields.insert(u"route wishes"_s, hashOf(QJsonDocument(canonical(wishes)).toJson(QJsonDocument::Compact)));
    }
}

const QStringList &ourFields()
{
    static const QStringList names =
        QStringList {u"call"_s,       u"operation"_s, u"model"_s,         u"prompt"_s,
                     u"n"_s,          u"size"_s,      u"aspect_ratio"_s,  u"resolution"_s,
                     u"fit"_s,        u"matte"_s,     u"output_format"_s, u"quality"_s,
                     u"background"_s, u"style"_s,     u"seed"_s,          u"negative_prompt"_s,
                     u"image"_s,      u"mask"_s,      u"user"_s,          u"output_compression"_s,
                     u"strict"_s}
        + Tuning::names();
    return names;
}

} // namespace

QJsonObject callFields(const GenerationCall &call, const QString &model)
{
    const Request &request = call.request;
    QJsonObject fields;
    for (auto field = request.extra.begin(); field != request.extra.end(); ++field) {
        fields.insert(field.key(), field.value());
    }
    for (const QString &name : Tuning::names()) {
        if (const QJsonValue value = request.tuning.value(name); !value.isUndefined() && value != u"auto"_s) {
            fields.insert(name, value);
        }
    }
    fields.insert(u"call"_s, nameOf(call.kind));
    fields.insert(u"operation"_s, operationName(request.operation));
    fields.insert(u"model"_s, model);
    fields.insert(u"n"_s, request.n);
    insertWord(fields, u"prompt"_s, request.prompt);
    insertWord(fields, u"negative_prompt"_s, request.negativePrompt);
    insertSize(fields, request.size);
    insertWord(fields, u"fit"_s, request.fit == Fit::Closest ? QString() : fitName(request.fit));
    insertWord(fields, u"matte"_s,
               request.matte == QColor(Qt::white) ? QString() : request.matte.name(QColor::HexArgb));
    insertWord(fields, u"output_format"_s, request.format ? formatName(*request.format) : QString());
    insertWord(fields, u"quality"_s, request.quality);
    insertWord(fields, u"background"_s, request.background);
    insertWord(fields, u"style"_s, request.style);
    insertWord(fields, u"user"_s, request.user);
    if (request.compression) {
        fields.insert(u"output_compression"_s, *request.compression);
    }
    if (request.seed && *request.seed >= 0) {
        fields.insert(u"seed"_s, *request.seed);
    }
    if (request.strict) {
        fields.insert(u"strict"_s, true);
    }
    insertPictures(fields, request);
    insertWishes(fields, call.wishes);
    return fields;
}

bool isCosmeticField(const QString &name)
{
    static const QStringList names {u"prompt"_s, u"negative_prompt"_s, u"user"_s, u"safety_identifier"_s,
                                    u"metadata"_s};
    return names.contains(name);
}

bool isCallField(const QString &name, const QJsonObject &fields)
{
    return ourFields().contains(name) || fields.contains(name);
}

QByteArray hashOfFields(const QJsonObject &fields)
{
    return QCryptographicHash::hash(QJsonDocument(fields).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

} // namespace lightwell
