// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/chatimages.h"
#include "core/gateway/dialects/openrouter/imagesanswer.h"
#include "core/gateway/dialects/openrouter/providernames.h"
#include "core/gateway/dialects/openrouter/routemetadata.h"
#include "core/gateway/dialects/openrouter/usage.h"
#include "core/model/base64.h"
#include "core/model/displaytext.h"
#include "core/model/largebuffer.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

/// What a completion and each chunk of one begin with.
QJsonObject heading(const Generation &generation, const QString &object)
{
    const Offer offer = generation.plan ? generation.plan->offer : Offer();
    return {{u"id"_s, generation.id},
            {u"object"_s, object},
            {u"created"_s, generation.createdAt.toSecsSinceEpoch()},
            {u"model"_s, offer.model.isEmpty() ? generation.request.model : offer.model},
            {u"provider"_s, providerTitle(offer.provider)}};
}

void addTelling(QJsonObject &top, const GenerationCall &call, const Generation &generation)
{
    top.insert(u"usage"_s, usageOf(generation));
    GenerationCall told = call;
    if (call.echoes && call.echo.isEmpty() && !call.source.isFree()) { // else it was sent to nobody
        told.ignored.append(u"debug.echo_upstream_body"_s);
    }
    top.insert(u"metadata"_s, ownMetadata(told, generation));
    if (call.tellsRoute) {
        top.insert(u"openrouter_metadata"_s, routeMetadata(generation));
    }
}

/// As of words (addEcho()).
void addEcho(QJsonObject &top, const GenerationCall &call)
{
    if (!call.echo.isEmpty()) {
        top.insert(u"debug"_s, QJsonObject {{u"echo_upstream_body"_s, call.echo}});
    }
}

/// "images":[…]: data URLs, straight into the text.
void appendImages(QByteArray &text, const Generation &generation, const QList<DeliveredPicture> &pictures)
{
    text += "\"images\":[";
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        text += (i > 0 ? ",{\"type\":\"image_url\",\"index\":" : "{\"type\":\"image_url\",\"index\":")
            + QByteArray::number(i) + ",\"image_url\":{\"url\":\"data:"
            + formatMimeType(generation.pictures.at(i).format).toLatin1() + ";base64,";
        appendBase64(text, pictures.at(i).bytes);
        text += "\"}}";
    }
    text += "]";
}

QByteArray event(const QJsonObject &object)
{
    return "data: " + escapedJson(QJsonDocument(object).toJson(QJsonDocument::Compact)) + "\n\n";
}

QJsonArray oneChoice(const QJsonObject &delta, const QJsonValue &finish)
{
    return {QJsonObject {
        {u"index"_s, 0}, {u"delta"_s, delta}, {u"finish_reason"_s, finish}, {u"native_finish_reason"_s, finish}}};
}

} // namespace

GatewayResponse chatPicturesAnswer(const GenerationCall &call, const Generation &generation,
                                   const QList<DeliveredPicture> &pictures)
{
    QJsonObject top = heading(generation, u"chat.completion"_s);
    top.insert(u"system_fingerprint"_s, QJsonValue::Null);
    addTelling(top, call, generation);
    addEcho(top, call);
    GatewayResponse response {200, {{"Content-Type", "application/json"}}, {}};
    QByteArray &body = response.body;
    const QByteArray head = openObject(top);
    reserveBytes(body, head.size() + sizeAsText(pictures));
    body += head;
    body += ",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"native_finish_reason\":\"stop\",\"logprobs\":null,"
            "\"message\":{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null,";
    appendImages(body, generation, pictures);
    body += "}}]}";
    addHeaders(response, generation);
    return response;
}

QByteArray chatPicturesEvents(const GenerationCall &call, const Generation &generation,
                              const QList<DeliveredPicture> &pictures)
{
    const QJsonObject head = heading(generation, u"chat.completion.chunk"_s);
    QByteArray events;
    reserveBytes(events, sizeAsText(pictures));
    if (!call.echo.isEmpty()) {
        QJsonObject first = head;
        first.insert(u"choices"_s, QJsonArray());
        addEcho(first, call);
        events += event(first);
    }
    events += "data: " + openObject(head)
        + ",\"choices\":[{\"index\":0,\"finish_reason\":null,\"native_finish_reason\":null,"
          "\"delta\":{\"role\":\"assistant\",\"content\":\"\",";
    appendImages(events, generation, pictures);
    events += "}}]}\n\n";
    QJsonObject last = head;
    last.insert(u"choices"_s, oneChoice({{u"role"_s, u"assistant"_s}, {u"content"_s, QString()}}, u"stop"_s));
    addTelling(last, call, generation);
    return events + event(last) + "data: [DONE]\n\n";
}

QByteArray chatErrorEvent(const QJsonObject &error)
{
    return event({{u"id"_s, QString()},
                  {u"object"_s, u"chat.completion.chunk"_s},
                  {u"created"_s, 0},
                  {u"model"_s, QString()},
                  {u"error"_s, error},
                  {u"choices"_s, oneChoice({{u"content"_s, QString()}}, u"error"_s)}})
        + "data: [DONE]\n\n";
}

} // namespace lightwell::openrouter
