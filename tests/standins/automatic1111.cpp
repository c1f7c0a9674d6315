// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/automatic1111.h"

#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

Reply listOf(const QJsonArray &entries)
{
    return Reply::bytes(QJsonDocument(entries).toJson(), "application/json"_ba);
}

QJsonArray named(const QStringList &names)
{
    QJsonArray entries;
    for (const QString &name : names) {
        entries.append(QJsonObject {{u"name"_s, name}});
    }
    return entries;
}

/// Bare base64; data URLs are taken too.
QImage pictureOf(const QJsonValue &value)
{
    return QImage::fromData(QByteArray::fromBase64(value.toString().section(u',', -1).toLatin1()));
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

QString Automatic1111StandIn::pointOf(const Received &request) const
{
    return request.path.section(u'/', -1);
}

Reply Automatic1111StandIn::refuse(int status, const QString &detail) const
{
    return m_forge
        ? Reply::json({{u"detail"_s, detail}}, status)
        : Reply::json(
            {{u"error"_s, u"HTTPException"_s}, {u"detail"_s, detail}, {u"body"_s, QString()}, {u"errors"_s, QString()}},
            status);
}

std::optional<Reply> Automatic1111StandIn::list(const QString &point) const
{
    if (point == "sd-models"_L1) {
        const QJsonObject first {{u"title"_s, checkpoint()},
                                 {u"model_name"_s, u"dreamshaper_8"_s},
                                 {u"hash"_s, u"879db523c3"_s},
                                 {u"filename"_s, u"/models/dreamshaper_8.safetensors"_s}};
        const QJsonObject second {{u"title"_s, u"sdxl/Juggernaut XL.safetensors"_s},
                                  {u"model_name"_s, u"sdxl_Juggernaut XL"_s},
                                  {u"hash"_s, QJsonValue::Null},
                                  {u"filename"_s, u"/models/sdxl/Juggernaut XL.safetensors"_s}};
        return listOf({first, second});
    }
    if (point == "samplers"_L1) {
        return listOf(named({u"Euler"_s, u"Euler a"_s, u"DPM++ 2M"_s}));
    }
    if (point == "upscalers"_L1) {
        return listOf(named({u"None"_s, u"Lanczos"_s, u"R-ESRGAN 4x+"_s}));
    }
    if (point == "loras"_L1) {
        return listOf(named({u"detail"_s, u"pixel-art"_s}));
    }
    if (point == "sd-modules"_L1 && m_forge) {
        return listOf({QJsonObject {{u"model_name"_s, u"ae.safetensors"_s}, {u"filename"_s, u"/vae"_s}}});
    }
    return std::nullopt;
}

Reply Automatic1111StandIn::answer(const Received &request, const QString &point)
{
    if (request.path == "/internal/ping"_L1) {
        return Reply::json({});
    }
    if (!m_api || !request.path.startsWith("/sdapi/v1/"_L1)) {
        return Reply::json({{u"detail"_s, u"Not Found"_s}}, 404);
    }
    if (!m_user.isEmpty() && request.header("Authorization"_ba) != "Basic "_ba + m_user.toBase64()) {
        const bool missing = !request.hasHeader("Authorization"_ba);
        return refuse(401, missing ? u"Not authenticated"_s : u"Incorrect username or password"_s);
    }
    if (request.method == "GET"_ba) {
        return list(point).value_or(Reply::json({{u"detail"_s, u"Not Found"_s}}, 404));
    }
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject()) {
        return refuse(422, u"JSON decode error"_s);
    }
    m_body = document.object();
    if (point == "extra-single-image"_L1) {
        return upscale(m_body);
    }
    if (point != "txt2img"_L1 && point != "img2img"_L1) {
        return Reply::json({{u"detail"_s, u"Not Found"_s}}, 404);
    }
    return fault(m_body, point).value_or(Reply()).status == 200 ? paint(m_body) : *fault(m_body, point);
}

std::optional<Reply> Automatic1111StandIn::fault(const QJsonObject &body, const QString &point)
{
    const QList<VendorInputs::Wrong> faults = VendorInputs::find(u"automatic1111"_s, point)->wrongIn(body);
    for (const VendorInputs::Wrong &wrong : faults) {
        if (wrong.kind != VendorInputs::Wrong::Kind::Unknown) {
            const QJsonObject told {{u"loc"_s, QJsonArray {u"body"_s, wrong.field}},
                                    {u"msg"_s, VendorInputs::told(wrong, {}).second},
                                    {u"type"_s, u"value_error"_s}};
            return Reply::json({{u"detail"_s, QJsonArray {told}}}, 422);
        }
        complain(point + u" does not know the field "_s + wrong.field);
    }
    const QString sampler = body.value("sampler_name"_L1).toString(u"Euler"_s);
    if (!QStringList {u"Euler"_s, u"Euler a"_s, u"DPM++ 2M"_s}.contains(sampler)) {
        return refuse(400, u"Sampler not found"_s);
    }
    for (const QString &side : {u"width"_s, u"height"_s}) {
        if (body.value(side).toInt(512) % 8 != 0) {
            complain(side + u" is no multiple of 8"_s);
        }
    }
    if (point == "img2img"_L1) {
        const QImage picture = pictureOf(body.value("init_images"_L1)[0]);
        if (picture.isNull() || (body.contains("mask"_L1) && pictureOf(body.value("mask"_L1)).isNull())) {
            return refuse(500, u"Invalid encoded image"_s);
        }
    }
    const QString title = body.value("override_settings"_L1)["sd_model_checkpoint"_L1].toString();
    if (!title.isEmpty() && title != checkpoint() && title != "sdxl/Juggernaut XL.safetensors"_L1) {
        complain(u"an unknown checkpoint was passed over: "_s + title);
    }
    return std::nullopt;
}

Reply Automatic1111StandIn::paint(const QJsonObject &body)
{
    bill();
    const QSize size(body.value("width"_L1).toInt(512), body.value("height"_L1).toInt(512));
    const QString suffix = body.value("override_settings"_L1)["samples_format"_L1].toString(u"png"_s);
    const ImageFormat format = suffix == "jpg"_L1 ? ImageFormat::Jpeg
        : suffix == "webp"_L1                     ? ImageFormat::Webp
                                                  : ImageFormat::Png;
    const qint64 asked = body.value("seed"_L1).toInteger(-1);
    const qint64 seed = asked < 0 ? 4711 : asked;
    QJsonArray images;
    QJsonArray seeds;
    const int count = body.value("n_iter"_L1).toInt(1) * body.value("batch_size"_L1).toInt(1);
    for (int i = 0; i < count; ++i) {
        images.append(base64(paintedPicture(size, format, static_cast<quint64>(seed + i))));
        seeds.append(seed + i);
    }
    if (m_grid) {
        images.prepend(base64(paintedPicture(size * 2, format)));
    }
    const QJsonObject info {{u"seed"_s, seed},
                            {u"all_seeds"_s, seeds},
                            {u"index_of_first_image"_s, m_grid ? 1 : 0},
                            {u"sd_model_name"_s, u"dreamshaper_8"_s}};
    return Reply::json({{u"images"_s, images},
                        {u"parameters"_s, QJsonObject()},
                        {u"info"_s, QString::fromUtf8(QJsonDocument(info).toJson(QJsonDocument::Compact))}});
}

Reply Automatic1111StandIn::upscale(const QJsonObject &body)
{
    const QImage picture = pictureOf(body.value("image"_L1));
    if (picture.isNull()) {
        return refuse(500, u"Invalid encoded image"_s);
    }
    if (!QStringList {u"None"_s, u"Lanczos"_s, u"R-ESRGAN 4x+"_s}.contains(body.value("upscaler_1"_L1).toString())) {
        return refuse(500, u"could not find upscaler named "_s + body.value("upscaler_1"_L1).toString());
    }
    bill();
    const QSize size = picture.size() * body.value("upscaling_resize"_L1).toDouble(2);
    return Reply::json({{u"html_info"_s, QString()}, {u"image"_s, base64(paintedPicture(size, ImageFormat::Png))}});
}

} // namespace lightwell::test
