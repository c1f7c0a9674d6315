// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/fireworks.h"

#include "core/model/sizerule.h"
#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral("/inference/v1/");

/// The model whose address this is: each kind has its own.
QString modelIn(const QString &path)
{
    for (const QString &kind : {u"workflows/"_s, u"image_generation/"_s}) {
        if (!path.startsWith(root + kind)) {
            continue;
        }
        const QString rest = path.mid(root.size() + kind.size());
        const QString model = rest.section(u'/', 0, 3);
        const bool kontext = model.contains("/flux-kontext"_L1);
        const bool workflow = model.contains("/flux-"_L1);
        const QString tail = kontext || !workflow ? QString() : u"/text_to_image"_s;
        const bool fits = rest == model + tail || (kontext && rest == model + u"/get_result"_s);
        return fits && workflow == (kind == "workflows/"_L1) ? model : QString();
    }
    return {};
}

/// Fireworks takes numbers that are written as texts too.
QSize sizeIn(const QJsonObject &wish)
{
    const std::optional<AspectRatio> ratio = AspectRatio::parse(wish.value("aspect_ratio"_L1).toString(u"1:1"_s));
    const QSize like = wish.contains("aspect_ratio"_L1) ? QSize() : sizeLikePictureIn(wish.value("input_image"_L1));
    if (like.isValid()) {
        return like;
    }
    const auto side = [&wish](QLatin1StringView name) { return wish.value(name).toVariant().toInt(); };
    return wish.contains("width"_L1) ? QSize(side("width"_L1), side("height"_L1))
                                     : sizeFor(ratio.value_or(AspectRatio {1, 1}), 1024 * 1024);
}

/// Base64, with or without "data:" before it, or an address.
bool isPicture(const QString &text)
{
    const QString inside = text.startsWith("data:image/"_L1) ? text.section(";base64,"_L1, 1) : text;
    return text.startsWith("https://"_L1) || !QImage::fromData(QByteArray::fromBase64(inside.toLatin1())).isNull();
}

} // namespace

Reply FireworksStandIn::refusal(int status, const QString &code, const QString &message, const QString &param)
{
    const QJsonObject error {{u"object"_s, u"error"_s},
                             {u"type"_s, u"invalid_request_error"_s},
                             {u"code"_s, code},
                             {u"message"_s, message},
                             {u"param"_s, param.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(param)}};
    return Reply::json({{u"error"_s, error}, {u"request_id"_s, u"r-1"_s}}, status);
}

void FireworksStandIn::failNext(bool refused)
{
    endNext(refused ? u"Content Moderated"_s : u"Error"_s);
}

QString FireworksStandIn::pointOf(const Received &request) const
{
    return request.path == root + u"models"_s     ? u"models"_s
        : request.path.endsWith("/get_result"_L1) ? u"status"_s
                                                  : u"submit"_s;
}

Reply FireworksStandIn::answer(const Received &request, const QString &point)
{
    if (request.header("Authorization"_ba) != "Bearer "_ba + key()) {
        return refusal(401, u"UNAUTHORIZED"_s, u"The API key you provided is invalid."_s);
    }
    if (point == "models"_L1) {
        return request.method == "GET" ? Reply::json({{u"object"_s, u"list"_s}, {u"data"_s, QJsonArray()}})
                                       : refusal(405, u"METHOD_NOT_ALLOWED"_s, u"No"_s);
    }
    if (request.method != "POST" || modelIn(request.path).isEmpty()) {
        return refusal(404, u"NOT_FOUND"_s, u"Path not found"_s);
    }
    return point == "status"_L1 ? status(request.json().value("id"_L1).toString()) : submit(request);
}

Reply FireworksStandIn::submit(const Received &request)
{
    const QString model = modelIn(request.path);
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"fireworks"_s, model);
    if (!inputs) {
        return refusal(404, u"NOT_FOUND"_s, u"Model not found, inaccessible, and/or not deployed"_s);
    }
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!request.header("Content-Type"_ba).startsWith("application/json") || !document.isObject()) {
        return refusal(400, u"BAD_REQUEST"_s, u"The body is no JSON object"_s);
    }
    const QJsonObject wish = document.object();
    QJsonObject fields = wish;
    if (inputs->has(u"size"_s) && wish.contains("width"_L1)) {
        fields.insert("size"_L1, sizeToString(sizeIn(wish)));
    }
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(fields);
    for (const VendorInputs::Wrong &wrong : faults) {
        if (wrong.kind != VendorInputs::Wrong::Kind::Unknown) {
            return refusal(400, u"INVALID_ARGUMENT"_s, VendorInputs::told(wrong, {}).second,
                           wrong.field == "size"_L1 ? u"width"_s : wrong.field);
        }
        complain(model + u" does not know the field "_s + wrong.field);
    }
    if (wish.contains("input_image"_L1) && !isPicture(wish.value("input_image"_L1).toString())) {
        return refusal(400, u"INVALID_ARGUMENT"_s, u"input_image is no picture"_s, u"input_image"_s);
    }
    if (m_suspended) {
        return refusal(412, u"PRECONDITION_FAILED"_s,
                       u"Account is suspended, possibly due to reaching the monthly spending limit"_s);
    }
    bill();
    if (!model.contains("/flux-kontext"_L1)) {
        return make(request, wish);
    }
    const QString id = nextId(u"fw-"_s);
    m_jobs.insert(id, {wish, std::exchange(m_nextStatus, {}), polls(), {}});
    return Reply::json({{u"request_id"_s, id}});
}

Reply FireworksStandIn::make(const Received &request, const QJsonObject &wish)
{
    const bool isFiltered = !std::exchange(m_nextStatus, {}).isEmpty();
    const QString reason = isFiltered ? u"CONTENT_FILTERED"_s : u"SUCCESS"_s;
    const qint64 seed = wish.value("seed"_L1).toInteger(42);
    const bool json = request.header("Accept"_ba) == "application/json";
    const QByteArray type = request.header(json ? "Json-Return-Image-Accept"_ba : "Accept"_ba);
    const ImageFormat format = type == "image/jpeg" ? ImageFormat::Jpeg : ImageFormat::Png;
    if (!json) {
        return Reply::bytes(paintedPicture(sizeIn(wish), format, static_cast<quint64>(seed)),
                            formatMimeType(format).toLatin1())
            .with("Finish-Reason"_ba, reason.toLatin1())
            .with("Seed"_ba, QByteArray::number(seed));
    }
    QJsonArray pictures;
    QJsonArray list;
    for (int i = 0; i < wish.value("samples"_L1).toInt(1); ++i) {
        const QByteArray picture = paintedPicture(sizeIn(wish), format, static_cast<quint64>(seed + i));
        const QString text = QString::fromLatin1(picture.toBase64());
        pictures.append(text);
        list.append(QJsonObject {{u"base64"_s, text}, {u"finishReason"_s, reason}, {u"seed"_s, seed + i}});
    }
    return m_list
        ? Reply::bytes(QJsonDocument(list).toJson(), "application/json"_ba)
        : Reply::json(
            {{u"id"_s, u"1234567890"_s}, {u"base64"_s, pictures}, {u"finishReason"_s, reason}, {u"seed"_s, seed}});
}

Reply FireworksStandIn::status(const QString &id)
{
    const auto tell = [&id](const QString &status, const QJsonValue &result, const QJsonValue &progress) {
        return Reply::json({{u"id"_s, id},
                            {u"status"_s, status},
                            {u"result"_s, result},
                            {u"progress"_s, progress},
                            {u"details"_s, QJsonValue::Null}});
    };
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end()) {
        return tell(u"Task not found"_s, QJsonValue::Null, QJsonValue::Null);
    }
    if (job->pollsLeft > 0) {
        const double passed = polls() - --job->pollsLeft;
        return tell(u"Pending"_s, QJsonValue::Null, passed / (polls() + 1));
    }
    if (!job->end.isEmpty()) {
        return tell(job->end, QJsonValue::Null, QJsonValue::Null);
    }
    if (job->link.isEmpty()) {
        const bool png = job->wish.value("output_format"_L1).toString() == "png"_L1;
        const ImageFormat format = png ? ImageFormat::Png : ImageFormat::Jpeg;
        job->link = publish(paintedPicture(sizeIn(job->wish), format), format);
    }
    return tell(u"Ready"_s, QJsonObject {{u"sample"_s, job->link}, {u"seed"_s, 7}}, 1);
}

} // namespace lightwell::test
