// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/localai.h"

#include "core/model/sizerule.h"
#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

QImage pictureOf(const QByteArray &bytes)
{
    return QImage::fromData(bytes);
}

Reply made(const QJsonArray &data)
{
    return Reply::json({{u"created"_s, 1795300000},
                        {u"id"_s, u"0b7c"_s},
                        {u"data"_s, data},
                        {u"usage"_s, QJsonObject {{u"prompt_tokens"_s, 0}, {u"total_tokens"_s, 0}}}});
}

QJsonObject modelEntry(const QString &id, const QStringList &capabilities)
{
    return {{u"id"_s, id}, {u"object"_s, u"model"_s}, {u"capabilities"_s, QJsonArray::fromStringList(capabilities)}};
}

} // namespace

Reply LocalAiStandIn::refusal(int status, const QString &message, const QString &type)
{
    return Reply::json({{u"error"_s,
                         QJsonObject {{u"code"_s, type.isEmpty() ? QJsonValue(status) : QJsonValue(type)},
                                      {u"message"_s, message},
                                      {u"type"_s, type},
                                      {u"param"_s, QJsonValue::Null}}}},
                       status);
}

QString LocalAiStandIn::pointOf(const Received &request) const
{
    return request.path.section(u'/', -1);
}

Reply LocalAiStandIn::answer(const Received &request, const QString &point)
{
    if (!m_key.isEmpty() && request.header("Authorization"_ba) != "Bearer "_ba + m_key) {
        return refusal(401, u"An authentication key is required"_s);
    }
    if (request.method == "GET"_ba && point == "version"_L1) {
        return Reply::json({{u"version"_s, u"v3.4.0"_s}});
    }
    if (request.method == "GET"_ba && (point == "models"_L1 || point == "capabilities"_L1)) {
        const QJsonArray models {modelEntry(u"flux.1-dev"_s, {u"image"_s}), modelEntry(u"whisper-1"_s, {u"audio"_s}),
                                 modelEntry(u"qwen3"_s, {u"chat"_s})};
        return Reply::json({{u"object"_s, u"list"_s}, {u"data"_s, models}});
    }
    if (request.method != "POST"_ba || !request.path.startsWith("/v1/images/"_L1)) {
        return refusal(404, u"Resource not found"_s);
    }
    if (point == "generations"_L1) {
        return generate(request);
    }
    const bool enlarges = point == "upscale"_L1;
    return enlarges || point == "inpainting"_L1 ? workOn(request, enlarges) : refusal(404, u"Resource not found"_s);
}

Reply LocalAiStandIn::generate(const Received &request)
{
    m_body = request.json();
    const QList<VendorInputs::Wrong> faults = VendorInputs::find(u"localai"_s, u"generations"_s)->wrongIn(m_body);
    for (const VendorInputs::Wrong &wrong : faults) {
        if (wrong.kind != VendorInputs::Wrong::Kind::Unknown) {
            return refusal(400, u"Bad Request"_s);
        }
        complain(u"generations does not know the field "_s + wrong.field);
    }
    QJsonArray pictures = m_body.value("ref_images"_L1).toArray();
    if (m_body.contains("file"_L1)) {
        pictures.append(m_body.value("file"_L1));
    }
    for (const QJsonValue &picture : std::as_const(pictures)) { // a data: prefix is dropped in silence
        if (pictureOf(QByteArray::fromBase64(picture.toString().toLatin1())).isNull()) {
            complain(u"a picture could not be read"_s);
        }
    }
    const QString words = m_body.value("size"_L1).toString(u"512x512"_s);
    const QSize size(words.section(u'x', 0, 0).toInt(), words.section(u'x', 1).toInt());
    if (size.isEmpty()) {
        return refusal(500, u"invalid value for 'size'"_s);
    }
    bill();
    QJsonArray data;
    for (int i = 0; i < m_body.value("n"_L1).toInt(1); ++i) {
        const QByteArray picture = paintedPicture(size, ImageFormat::Png, static_cast<quint64>(i));
        QJsonObject entry {{u"embedding"_s, QJsonValue::Null}, {u"index"_s, 0}};
        if (m_body.value("response_format"_L1).toString() == "b64_json"_L1) {
            entry.insert(u"b64_json"_s, QString::fromLatin1(picture.toBase64()));
        } else {
            entry.insert(u"url"_s, publish(picture, ImageFormat::Png));
        }
        data.append(entry);
    }
    return made(data);
}

Reply LocalAiStandIn::workOn(const Received &request, bool enlarges)
{
    const QList<FormPart> form = formParts(request);
    const QImage image = pictureOf(formField(form, u"image"_s).value_or(QByteArray()));
    if (image.isNull()) {
        return refusal(400, u"missing image file"_s);
    }
    const QByteArray mask = formField(form, u"mask"_s).value_or(QByteArray());
    if (!enlarges && pictureOf(mask).isNull()) {
        return refusal(400, u"missing mask file"_s);
    }
    const int scale = formField(form, u"scale"_s).value_or("2"_ba).toInt();
    if (enlarges && scale != 2 && scale != 4) {
        return refusal(400, u"scale must be 2 or 4"_s);
    }
    bill();
    const QSize size = enlarges ? image.size() * scale : QSize(512, 512);
    return made({QJsonObject {{u"url"_s, publish(paintedPicture(size, ImageFormat::Png), ImageFormat::Png)}}});
}

} // namespace lightwell::test
