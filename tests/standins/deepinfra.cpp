// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/deepinfra.h"

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int step = 32;
constexpr double cost = 0.0125;

QString dataUrlOf(const QByteArray &picture, const QString &type)
{
    return "data:image/"_L1 + type + ";base64,"_L1 + QString::fromLatin1(picture.toBase64());
}

} // namespace

DeepInfraStandIn::DeepInfraStandIn()
    : ImagesApiStandIn(
        {u"deepinfra"_s, key(), u"/v1/inference/"_s, u"/v1/openai/images/edits"_s, u"/v1/openai/models"_s})
{
}

Reply DeepInfraStandIn::refused(Fault fault, const QString &message, const QString &field) const
{
    const auto told = [](int status, const QString &text) {
        return Reply::json({{u"detail"_s, QJsonObject {{u"error"_s, text}}}}, status);
    };
    switch (fault) {
    case Fault::Key:
        return Reply::json({{u"detail"_s, u"Not authenticated"_s}}, 401);
    case Fault::Funds:
        return told(402, u"inference prohibited, please top up your balance"_s);
    case Fault::Path:
    case Fault::Model:
        return told(404, u"Model is not available"_s);
    default:
        break;
    }
    const QJsonObject complaint {
        {u"loc"_s, QJsonArray {u"body"_s, field}}, {u"msg"_s, message}, {u"type"_s, u"value_error"_s}};
    return Reply::json({{u"detail"_s, QJsonArray {complaint}}}, 422);
}

std::optional<Reply> DeepInfraStandIn::faultIn(const Order &order)
{
    for (const QString &side : {u"width"_s, u"height"_s}) { // clients send them as text, too
        if (order.body.value(side).toVariant().toInt() % step != 0) {
            return refused(Fault::Field, u"must be a multiple of 32"_s, side);
        }
    }
    const QJsonValue image = order.body.value("image"_L1);
    const QJsonValue mask = order.body.value("mask"_L1);
    if (!image.isUndefined() && !isPicture(image.isArray() ? image.toArray().first() : image)) {
        return refused(Fault::Field, u"could not be read"_s, u"image"_s);
    }
    return mask.isUndefined() || isPicture(mask) ? std::nullopt
                                                 : std::optional(refused(Fault::Field, u"no picture"_s, u"mask"_s));
}

Reply DeepInfraStandIn::make(const Order &order)
{
    if (order.point == "edit"_L1) {
        const QString made = QString::fromLatin1(painted(order, ImageFormat::Jpeg, 0).toBase64());
        return Reply::json(
            {{u"created"_s, 1'795'300'000},
             {u"data"_s, QJsonArray {QJsonObject {{u"b64_json"_s, made}, {u"revised_prompt"_s, u""_s}}}}});
    }
    const bool isWithheld = order.body.value("prompt"_L1).toString().contains("forbidden"_L1);
    QJsonArray pictures;
    QJsonArray flags;
    for (int i = 0; i < order.body.value("num_images"_L1).toInt(1); ++i) {
        pictures.append(dataUrlOf(painted(order, ImageFormat::Png, i), u"png"_s));
        flags.append(isWithheld);
    }
    const QJsonObject status {{u"status"_s, u"succeeded"_s},
                              {u"runtime_ms"_s, 812},
                              {u"cost"_s, cost},
                              {u"tokens_generated"_s, QJsonValue::Null}};
    return Reply::json({{u"request_id"_s, nextId(u"R"_s)},
                        {u"images"_s, pictures},
                        {u"nsfw_content_detected"_s, flags},
                        {u"seed"_s, order.body.value("seed"_L1).toInteger(42)},
                        {u"inference_status"_s, status}});
}

} // namespace lightwell::test
