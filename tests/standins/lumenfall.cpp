// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/lumenfall.h"

#include "core/model/sizerule.h"
#include "tests/standins/paint.h"

#include <QImage>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

constexpr double cost = 0.04;
constexpr qsizetype longestPrompt = 1000;

Reply error(int status, const QString &code, const QString &message)
{
    const QJsonObject told {{u"message"_s, message}, {u"type"_s, u"invalid_request_error"_s}, {u"code"_s, code}};
    return Reply::json({{u"error"_s, told}}, status);
}

bool isUpscaler(const QString &model)
{
    return model.contains("upscale"_L1) || model == "real-esrgan"_L1 || model == "aura-sr"_L1;
}

QSize sizeOf(const QJsonValue &picture)
{
    return QImage::fromData(QByteArray::fromBase64(picture.toString().section(u',', 1).toLatin1())).size();
}

} // namespace

LumenfallStandIn::LumenfallStandIn()
    : ImagesApiStandIn({u"lumenfall"_s, key(), u"/openai/v1/images/generations"_s, u"/openai/v1/images/edits"_s,
                        u"/openai/v1/models"_s})
{
}

Reply LumenfallStandIn::refused(Fault fault, const QString &message, const QString &field) const
{
    switch (fault) {
    case Fault::Key:
        return error(401, u"AUTHENTICATION_FAILED"_s, message);
    case Fault::Funds:
        return error(402, u"INSUFFICIENT_BALANCE"_s, message);
    case Fault::Path:
    case Fault::Model:
        return error(404, u"MODEL_NOT_FOUND"_s, message);
    default:
        return error(400, u"INVALID_REQUEST"_s, QString(field + u": "_s + message));
    }
}

std::optional<Reply> LumenfallStandIn::faultIn(const Order &order)
{
    const QString prompt = order.body.value("prompt"_L1).toString();
    const QJsonArray pictures = order.body.value("image"_L1).toArray();
    const bool edits = order.point == "edit"_L1;
    if (prompt.size() > longestPrompt) {
        return error(400, u"INVALID_REQUEST"_s, u"Too big: expected string to have <=1000 characters"_s);
    }
    if (prompt.contains("forbidden"_L1)) {
        return error(400, u"CONTENT_POLICY_VIOLATION"_s, u"The prompt was flagged"_s);
    }
    if (edits == pictures.isEmpty() || (isUpscaler(order.model) && !edits)) {
        return error(400, u"INVALID_REQUEST"_s,
                     u"Model '%1' does not support text-to-image. Supported modes: image-edit"_s.arg(order.model));
    }
    if (prompt.isEmpty() && !isUpscaler(order.model)) {
        return refused(Fault::Field, u"Field required"_s, u"prompt"_s);
    }
    return std::all_of(pictures.begin(), pictures.end(), isPicture)
        ? std::nullopt
        : std::optional(error(400, u"INVALID_REQUEST"_s, u"Invalid image file provided"_s));
}

Reply LumenfallStandIn::make(const Order &order)
{
    const std::optional<ImageFormat> asked = formatFromName(order.body.value("output_format"_L1).toString());
    const ImageFormat format = asked.value_or(ImageFormat::Png);
    QJsonArray data;
    for (int i = 0; i < order.body.value("n"_L1).toInt(1); ++i) {
        QByteArray picture = painted(order, format, i);
        if (isUpscaler(order.model)) {
            const QSize size = sizeOf(order.body.value("image"_L1)[0]);
            picture = paintedPicture(size * order.body.value("scale_factor"_L1).toDouble(2), format);
        }
        data.append(order.body.value("response_format"_L1) == "b64_json"_L1
                        ? QJsonObject {{u"b64_json"_s, QString::fromLatin1(picture.toBase64())}}
                        : QJsonObject {{u"url"_s, publish(picture, format)}});
    }
    const QJsonObject metadata {
        {u"executed_model"_s, QString("vertex/"_L1 + order.model)}, {u"cost"_s, cost}, {u"cost_currency"_s, u"USD"_s}};
    return Reply::json(
        {{u"id"_s, nextId(u"req_"_s)}, {u"created"_s, 1'795'300'000}, {u"data"_s, data}, {u"metadata"_s, metadata}});
}

} // namespace lightwell::test
