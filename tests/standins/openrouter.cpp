// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/openrouter.h"

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxReferences = 16;
constexpr double cost = 0.04;

QJsonObject usage()
{
    return {{u"prompt_tokens"_s, 0},
            {u"completion_tokens"_s, 4175},
            {u"total_tokens"_s, 4175},
            {u"cost"_s, cost},
            {u"is_byok"_s, false}};
}

QByteArray drawing()
{
    return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>)"_ba;
}

bool isChat(const QString &model)
{
    return model == "openai/gpt-5.4-image-2"_L1;
}

/// The text of the one message, and whether its parts are well-formed.
std::pair<QString, bool> readMessage(const QJsonValue &content, bool (*isPicture)(const QJsonValue &))
{
    if (content.isString()) {
        return {content.toString(), true};
    }
    QString text;
    bool sound = !content.toArray().isEmpty();
    const QJsonArray parts = content.toArray();
    for (const QJsonValue &part : parts) {
        const bool isText = part["type"_L1] == "text"_L1;
        text += part["text"_L1].toString();
        sound = sound && (isText || (part["type"_L1] == "image_url"_L1 && isPicture(part["image_url"_L1]["url"_L1])));
    }
    return {text, sound};
}

} // namespace

OpenRouterStandIn::OpenRouterStandIn()
    : ImagesApiStandIn({u"openrouter"_s, key(), u"/api/v1/images"_s, u"/api/v1/chat/completions"_s, u"/api/v1/key"_s})
{
}

Reply OpenRouterStandIn::refusal(int status, const QString &message, const QJsonObject &metadata)
{
    const QJsonObject error {{u"code"_s, status}, {u"message"_s, message}, {u"metadata"_s, metadata}};
    return Reply::json({{u"error"_s, error}, {u"user_id"_s, u"user_1"_s}}, status);
}

Reply OpenRouterStandIn::regionRestricted()
{
    return refusal(403, u"This model is not available in your region."_s, {{u"error_type"_s, u"region_restricted"_s}});
}

Reply OpenRouterStandIn::refused(Fault fault, const QString &message, const QString &field) const
{
    const auto told = [&](int status, const QString &type) {
        return refusal(status, message, {{u"error_type"_s, type}});
    };
    switch (fault) {
    case Fault::Key:
        return told(401, u"authentication"_s);
    case Fault::Funds:
        return told(402, u"payment_required"_s);
    case Fault::Path:
        return told(404, u"wrong_endpoint"_s);
    case Fault::Model:
        return told(404, u"no_endpoints"_s);
    default:
        return refusal(400, field + u": "_s + message, {{u"error_type"_s, u"invalid_request"_s}});
    }
}

std::optional<Reply> OpenRouterStandIn::faultIn(const Order &order)
{
    const bool chats = order.point == "edit"_L1;
    if (chats != isChat(order.model)) {
        return refused(Fault::Path, u"the model is served elsewhere"_s, {});
    }
    if (chats) {
        return chatFault(order);
    }
    if (order.body.value("prompt"_L1).toString().contains("forbidden"_L1)) {
        return refusal(403, u"Input was flagged"_s,
                       {{u"reasons"_s, QJsonArray {u"violence"_s}}, {u"provider_name"_s, u"OpenAI"_s}});
    }
    const QJsonArray pictures = order.body.value("input_references"_L1).toArray();
    const bool sound = std::all_of(pictures.begin(), pictures.end(), [](const QJsonValue &entry) {
        return entry["type"_L1] == "image_url"_L1 && isPicture(entry["image_url"_L1]["url"_L1]);
    });
    return sound && pictures.size() <= maxReferences
        ? std::nullopt
        : std::optional(refusal(400, u"A reference could not be read"_s, {{u"error_type"_s, u"invalid_image"_s}}));
}

std::optional<Reply> OpenRouterStandIn::chatFault(const Order &order) const
{
    const QJsonArray messages = order.body.value("messages"_L1).toArray();
    const bool asksForPictures = order.body.value("modalities"_L1).toArray().contains(u"image"_s);
    const auto [text, sound] = readMessage(messages.first()["content"_L1], &isPicture);
    return messages.size() == 1 && sound && !text.isEmpty() && asksForPictures
        ? std::nullopt
        : std::optional(refused(Fault::Field, u"cannot be read"_s, u"messages"_s));
}

Reply OpenRouterStandIn::make(const Order &order)
{
    if (order.point == "edit"_L1) {
        return chat(order);
    }
    const bool draws = order.model.endsWith("-vector"_L1);
    QJsonArray data;
    for (int i = 0; i < order.body.value("n"_L1).toInt(1); ++i) {
        const QByteArray picture = draws ? drawing() : painted(order, ImageFormat::Png, i);
        data.append(QJsonObject {{u"b64_json"_s, QString::fromLatin1(picture.toBase64())},
                                 {u"media_type"_s, draws ? u"image/svg+xml"_s : u"image/png"_s}});
    }
    return Reply::json({{u"created"_s, 1'795'300'000}, {u"data"_s, data}, {u"usage"_s, usage()}});
}

Reply OpenRouterStandIn::chat(const Order &order) const
{
    const QString text = readMessage(order.body.value("messages"_L1)[0]["content"_L1], &isPicture).first;
    QJsonObject message {{u"role"_s, u"assistant"_s}, {u"content"_s, u""_s}};
    if (text.contains("forbidden"_L1)) {
        message.insert("content"_L1, u"I cannot paint this."_s);
    } else {
        Order inner {order.point, order.model, order.body.value("image_config"_L1).toObject()};
        inner.body.insert("messages"_L1, order.body.value("messages"_L1)); // with the picture that is followed
        const QByteArray picture = painted(inner, ImageFormat::Png, 0);
        const QString link = u"data:image/png;base64,"_s + QString::fromLatin1(picture.toBase64());
        message.insert(
            "images"_L1,
            QJsonArray {QJsonObject {{u"type"_s, u"image_url"_s}, {u"image_url"_s, QJsonObject {{u"url"_s, link}}}}});
    }
    const QJsonObject choice {{u"index"_s, 0}, {u"message"_s, message}, {u"finish_reason"_s, u"stop"_s}};
    return Reply::json({{u"id"_s, u"gen-1"_s}, {u"choices"_s, QJsonArray {choice}}, {u"usage"_s, usage()}});
}

Reply OpenRouterStandIn::modelList() const
{
    return Reply::json({{u"data"_s, QJsonObject {{u"label"_s, u"k"_s}, {u"limit"_s, QJsonValue::Null}}}});
}

} // namespace lightwell::test
