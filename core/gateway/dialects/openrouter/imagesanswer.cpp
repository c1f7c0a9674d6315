// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/imagesanswer.h"

#include "core/gateway/dialects/openai/openaianswer.h"
#include "core/gateway/dialects/openrouter/routemetadata.h"
#include "core/gateway/dialects/openrouter/usage.h"
#include "core/model/base64.h"
#include "core/model/displaytext.h"
#include "core/model/largebuffer.h"

#include <QJsonDocument>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

constexpr auto done = "data: [DONE]\n\n";

QByteArray compact(const QJsonObject &object)
{
    return escapedJson(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QByteArray event(const QJsonObject &object)
{
    return "data: " + compact(object) + "\n\n";
}

/// With the picture as its first field.
QByteArray event(const QByteArray &picture, const QJsonObject &fields)
{
    const QByteArray rest = compact(fields);
    QByteArray text;
    reserveBytes(text, picture.size() * 4 / 3 + rest.size() + 64);
    text += "data: {\"b64_json\":\"";
    appendBase64(text, picture);
    return text + "\"," + rest.mid(1) + "\n\n";
}

/// What is told of a picture beside its bytes.
QJsonObject fieldsOf(const Picture &picture)
{
    QJsonObject fields {{u"media_type"_s, formatMimeType(picture.format)}};
    if (!picture.revisedPrompt.isEmpty()) {
        fields.insert(u"revised_prompt"_s, picture.revisedPrompt);
    }
    if (picture.seed) {
        fields.insert(u"seed"_s, *picture.seed);
    }
    return fields;
}

QJsonObject commonFields(const GenerationCall &call, const Generation &generation)
{
    QJsonObject fields {{u"id"_s, generation.id},
                        {u"created"_s, generation.createdAt.toSecsSinceEpoch()},
                        {u"usage"_s, usageOf(generation)},
                        {u"metadata"_s, ownMetadata(call, generation)}};
    if (call.tellsRoute) {
        fields.insert(u"openrouter_metadata"_s, routeMetadata(generation));
    }
    return fields;
}

} // namespace

QByteArray openObject(const QJsonObject &object)
{
    return compact(object).chopped(1);
}

qsizetype sizeAsText(const QList<DeliveredPicture> &pictures)
{
    qsizetype size = 4096;
    for (const DeliveredPicture &picture : pictures) {
        size += picture.bytes.size() * 4 / 3 + 512;
    }
    return size;
}

void addHeaders(GatewayResponse &response, const Generation &generation)
{
    openai::addGenerationHeaders(response, generation);
    response.setHeader("X-Generation-Id", generation.id.toLatin1());
}

GatewayResponse imagesAnswer(const GenerationCall &call, const Generation &generation,
                             const QList<DeliveredPicture> &pictures)
{
    GatewayResponse response {200, {{"Content-Type", "application/json"}}, {}};
    QByteArray &body = response.body;
    const QByteArray head = openObject(commonFields(call, generation));
    reserveBytes(body, head.size() + sizeAsText(pictures));
    body += head;
    body += ",\"data\":[";
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        body += i > 0 ? ",{\"b64_json\":\"" : "{\"b64_json\":\"";
        appendBase64(body, pictures.at(i).bytes);
        body += "\"," + compact(fieldsOf(generation.pictures.at(i))).mid(1);
    }
    body += "]}";
    addHeaders(response, generation);
    return response;
}

QByteArray imagesEvents(const GenerationCall &call, const Generation &generation,
                        const QList<DeliveredPicture> &pictures)
{
    QByteArray events;
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        const Picture &picture = generation.pictures.at(i);
        if (picture.format == ImageFormat::Svg) {
            events += event({{u"type"_s, u"image_generation.text_chunk"_s},
                             {u"phase"_s, u"content"_s},
                             {u"text"_s, QString::fromUtf8(pictures.at(i).bytes)}});
        }
        QJsonObject fields = fieldsOf(picture);
        const QJsonObject common = commonFields(call, generation);
        for (auto field = common.begin(); field != common.end(); ++field) {
            fields.insert(field.key(), field.value());
        }
        fields.insert(u"type"_s, u"image_generation.completed"_s);
        events += event(pictures.at(i).bytes, fields);
    }
    return events + done;
}

QByteArray partialImageEvent(const QByteArray &preview, int index)
{
    if (!sniffFormat(preview)) {
        return {};
    }
    return event(preview, {{u"type"_s, u"image_generation.partial_image"_s}, {u"partial_image_index"_s, index}});
}

QByteArray imagesErrorEvent(const QJsonObject &error)
{
    const QJsonObject metadata = error.value("metadata"_L1).toObject();
    return event({{u"type"_s, u"error"_s},
                  {u"error"_s,
                   QJsonObject {{u"message"_s, error.value("message"_L1)},
                                {u"code"_s, QString::number(error.value("code"_L1).toInt())},
                                {u"type"_s, metadata.value("error_type"_L1)},
                                {u"param"_s, metadata.value("param"_L1).toString()},
                                {u"metadata"_s, metadata}}}})
        + done;
}

} // namespace lightwell::openrouter
