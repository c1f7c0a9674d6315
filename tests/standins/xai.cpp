// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/xai.h"

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ticksPerPicture = 200'000'000; // two cents
constexpr qsizetype maxPictures = 3;

QJsonArray picturesIn(const QJsonObject &body)
{
    return body.contains("image"_L1) ? QJsonArray {body.value("image"_L1)} : body.value("images"_L1).toArray();
}

} // namespace

XaiStandIn::XaiStandIn()
    : ImagesApiStandIn({u"xai"_s, key(), u"/v1/images/generations"_s, u"/v1/images/edits"_s})
{
}

Reply XaiStandIn::refused(Fault fault, const QString &message, const QString &field) const
{
    const auto told = [](int status, const QString &code, const QString &text) {
        return Reply::json({{u"code"_s, code}, {u"error"_s, text}}, status);
    };
    switch (fault) {
    case Fault::Key:
        return told(400, u"Client specified an invalid argument"_s, message);
    case Fault::Funds:
        return told(403, u"The caller does not have permission to execute the specified operation"_s,
                    u"Your team has either used all available credits or reached its monthly spending limit."_s);
    case Fault::Path:
    case Fault::Model:
        return told(404, u"Some requested entity was not found"_s, message);
    default:
        return Reply::json({{u"error"_s, QString(field + u": "_s + message)}}, 422);
    }
}

std::optional<Reply> XaiStandIn::faultIn(const Order &order)
{
    if (order.body.contains("image"_L1) && order.body.contains("images"_L1)) {
        return refused(Fault::Field, u"only one of image and images"_s, u"images"_s);
    }
    const QJsonArray pictures = picturesIn(order.body);
    const bool edits = order.point == "edit"_L1;
    if (edits == pictures.isEmpty() || pictures.size() > maxPictures) {
        return refused(Fault::Field, u"pictures are for edits, up to three"_s, u"images"_s);
    }
    for (const QJsonValue &picture : pictures) {
        if (picture["type"_L1] != "image_url"_L1 || !isPicture(picture["url"_L1])) {
            return refused(Fault::Field, u"could not be read"_s, u"image"_s);
        }
    }
    return std::nullopt;
}

Reply XaiStandIn::make(const Order &order)
{
    const bool isWithheld = order.body.value("prompt"_L1).toString().contains("forbidden"_L1);
    const bool inside = order.body.value("response_format"_L1) == "b64_json"_L1;
    const int count = order.body.value("n"_L1).toInt(1);
    QJsonArray data;
    for (int i = 0; i < count; ++i) {
        QJsonObject entry {{u"mime_type"_s, u"image/jpeg"_s},
                           {u"revised_prompt"_s, u""_s},
                           {u"respect_moderation"_s, !isWithheld},
                           {u"url"_s, QJsonValue::Null},
                           {u"b64_json"_s, QJsonValue::Null}};
        const QByteArray picture = painted(order, ImageFormat::Jpeg, i);
        if (inside) {
            entry.insert("b64_json"_L1, QString::fromLatin1(picture.toBase64()));
        } else {
            entry.insert("url"_L1, publish(picture, ImageFormat::Jpeg));
        }
        data.append(entry);
    }
    return Reply::json({{u"block_reason"_s, QJsonValue::Null},
                        {u"data"_s, data},
                        {u"usage"_s, QJsonObject {{u"cost_in_usd_ticks"_s, ticksPerPicture * count}}}});
}

} // namespace lightwell::test
