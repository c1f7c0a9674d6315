// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openaievents.h"

#include "core/media/codec.h"
#include "core/model/base64.h"
#include "core/model/displaytext.h"
#include "core/model/largebuffer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

QString typeOf(CallKind kind, QLatin1StringView step)
{
    return (kind == CallKind::Edit ? u"image_edit."_s : u"image_generation."_s) + step;
}

/// One event: the picture goes straight into it, since a JSON value in between would hold it several times over.
QByteArray event(const QString &type, const QByteArray &picture, QJsonObject fields)
{
    fields.insert(u"type"_s, type);
    const QByteArray rest = escapedJson(QJsonDocument(fields).toJson(QJsonDocument::Compact));
    QByteArray text;
    reserveBytes(text, picture.size() * 4 / 3 + rest.size() + 128);
    text += "event: " + type.toLatin1() + "\ndata: ";
    if (picture.isEmpty()) {
        text += rest;
    } else {
        text += "{\"b64_json\":\"";
        appendBase64(text, picture);
        text += "\"," + rest.mid(1);
    }
    return text + "\n\n";
}

/// Fields that OpenAI's clients expect in every event; what nobody asked for is "auto".
QJsonObject commonFields(qint64 createdAt, const QString &size, const QString &format, const Request *request)
{
    const auto orAuto = [](const QString &word) { return word.isEmpty() ? u"auto"_s : word; };
    return {{u"created_at"_s, createdAt},
            {u"size"_s, size},
            {u"quality"_s, orAuto(request ? request->quality : QString())},
            {u"background"_s, orAuto(request ? request->background : QString())},
            {u"output_format"_s, format}};
}

} // namespace

QByteArray partialEvent(CallKind kind, const QByteArray &preview, int index, qint64 createdAt)
{
    const Result<ImageInfo> info = probeImage(preview);
    if (!info) {
        return {};
    }
    QJsonObject fields = commonFields(createdAt, sizeToString(info->size), formatName(info->format), nullptr);
    fields.insert(u"partial_image_index"_s, index);
    return event(typeOf(kind, "partial_image"_L1), preview, fields);
}

QByteArray completedEvents(const GenerationCall &call, const Generation &generation,
                           const QList<DeliveredPicture> &deliveries)
{
    QByteArray events;
    const QJsonObject usage = usageOf(generation);
    for (qsizetype i = 0; i < deliveries.size(); ++i) {
        const Picture &picture = generation.pictures.at(i);
        const DeliveredPicture &delivery = deliveries.at(i);
        QJsonObject fields = commonFields(generation.createdAt.toSecsSinceEpoch(), sizeToString(picture.size),
                                          formatName(picture.format), &generation.request);
        fields.insert(u"id"_s, generation.id);
        fields.insert(u"metadata"_s, generationMetadata(generation, call.source));
        if (!usage.isEmpty() && i + 1 == deliveries.size()) { // of all of them, which clients add up
            fields.insert(u"usage"_s, usage);
        }
        if (!picture.revisedPrompt.isEmpty()) {
            fields.insert(u"revised_prompt"_s, picture.revisedPrompt);
        }
        if (picture.seed) {
            fields.insert(u"seed"_s, *picture.seed);
        }
        if (!delivery.url.isEmpty()) {
            fields.insert(u"url"_s, delivery.url);
        }
        events += event(typeOf(call.kind, "completed"_L1), delivery.bytes, fields);
    }
    return events;
}

QByteArray errorEvent(const GatewayResponse &response)
{
    return "event: error\ndata: " + response.body + "\n\n";
}

} // namespace lightwell::openai
